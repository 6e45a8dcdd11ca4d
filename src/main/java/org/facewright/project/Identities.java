package org.facewright.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The identities of a project with their counts. Thread-safe. */
public final class Identities {
  private static final String SUMMARY =
      """
      select d.id, d.label, d.origin, count(i.id) images,
        count(case when i.state = 'KEPT' then 1 end) kept,
        count(case when i.state = 'REJECTED' then 1 end) rejected,
        count(case when i.state = 'AMBIGUOUS' then 1 end) ambiguous,
        avg(i.similarity) cohesion
      from identity d left join image i on i.identity_id = d.id
      """;

  private final Database database;

  Identities(Database database) {
    this.database = database;
  }

  /** All identities by label. */
  public List<Identity> all() {
    return database.read(
        h ->
            h.createQuery(SUMMARY + " group by d.id, d.label, d.origin order by d.label")
                .map((rs, c) -> row(rs))
                .list());
  }

  public Optional<Identity> find(long id) {
    return database.read(
        h ->
            h.createQuery(SUMMARY + " where d.id = :id group by d.id, d.label, d.origin")
                .bind("id", id)
                .map((rs, c) -> row(rs))
                .findOne());
  }

  public Optional<Identity> find(String label) {
    return database.read(
        h ->
            h.createQuery(SUMMARY + " where d.label = :l group by d.id, d.label, d.origin")
                .bind("l", label)
                .map((rs, c) -> row(rs))
                .findOne());
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
    double cohesion = rs.getDouble("cohesion");
    if (rs.wasNull()) {
      cohesion = Double.NaN;
    }
    return new Identity(
        rs.getLong("id"),
        rs.getString("label"),
        Origin.valueOf(rs.getString("origin")),
        rs.getInt("images"),
        rs.getInt("kept"),
        rs.getInt("rejected"),
        rs.getInt("ambiguous"),
        cohesion);
  }
}
