package org.facewright.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The identities of a project with their counts. Thread-safe. */
public final class Identities {
  /** All of them together; images that no expert has judged are in {@code images} only. */
  public record Totals(
      long identities, long images, long kept, long rejected, long ambiguous, long decided) {}

  private static final String SUMMARY = "select * from identity";

  private final Database database;

  Identities(Database database) {
    this.database = database;
  }

  /** All identities by label. */
  public List<Identity> all() {
    return database.read(
        h -> h.createQuery(SUMMARY + " order by label").map((rs, c) -> row(rs)).list());
  }

  /**
   * Those that most need a look, at most {@code limit}: with the most ambiguous images, then the
   * most rejected ones. Read from an index, so quick however many there are.
   */
  public List<Identity> doubtful(int limit) {
    return database.read(
        h ->
            h.createQuery(
                    SUMMARY + " where images > 0 order by ambiguous desc, rejected desc limit :n")
                .bind("n", limit)
                .map((rs, c) -> row(rs))
                .list());
  }

  /** The ids of those that a source brought. */
  public Set<Long> ofSource(long source) {
    return database.read(
        h ->
            h.select("select id from identity where source_id = ?", source)
                .mapTo(Long.class)
                .collect(Collectors.toSet()));
  }

  public Totals totals() {
    return totals("");
  }

  /** Of the people who came with a source. */
  public Totals importedTotals() {
    return totals(" where origin = 'IMPORTED'");
  }

  /** Of the people who were made. */
  public Totals madeTotals() {
    return totals(" where origin <> 'IMPORTED'");
  }

  private Totals totals(String which) {
    return database.survey(
        h ->
            h.createQuery(
                    "select count(*) n, coalesce(sum(images), 0), coalesce(sum(kept), 0),"
                        + " coalesce(sum(rejected), 0), coalesce(sum(ambiguous), 0),"
                        + " coalesce(sum(decided), 0) from identity"
                        + which)
                .map(
                    (rs, c) ->
                        new Totals(
                            rs.getLong(1),
                            rs.getLong(2),
                            rs.getLong(3),
                            rs.getLong(4),
                            rs.getLong(5),
                            rs.getLong(6)))
                .one());
  }

  public Optional<Identity> find(long id) {
    return database.read(
        h -> h.select(SUMMARY + " where id = ?", id).map((rs, c) -> row(rs)).findOne());
  }

  public Optional<Identity> find(String label) {
    return database.read(
        h -> h.select(SUMMARY + " where label = ?", label).map((rs, c) -> row(rs)).findOne());
  }

  /** Which source each identity was first imported from, by ids; made ones have none. */
  public Map<Long, Long> sources() {
    return database.read(
        h ->
            h.createQuery("select id, source_id from identity where source_id is not null")
                .reduceRows(
                    new HashMap<Long, Long>(),
                    (sources, row) -> {
                      sources.put(
                          row.getColumn("id", Long.class), row.getColumn("source_id", Long.class));
                      return sources;
                    }));
  }

  public long count() {
    return database.read(
        h -> h.createQuery("select count(*) from identity").mapTo(Long.class).one());
  }

  private static Identity row(ResultSet rs) throws SQLException {
    int similarities = rs.getInt("similarities");
    return new Identity(
        rs.getLong("id"),
        rs.getString("label"),
        Origin.valueOf(rs.getString("origin")),
        rs.getInt("images"),
        rs.getInt("kept"),
        rs.getInt("rejected"),
        rs.getInt("ambiguous"),
        similarities == 0 ? Double.NaN : rs.getDouble("similarity_sum") / similarities);
  }
}
