package org.facewright.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The images of a project and what is known of each. Thread-safe. */
public final class Images {
  private static final int FETCH = 10_000;

  private final Database database;

  Images(Database database) {
    this.database = database;
  }

  /** The images that belong to an identity now, in the order of their ids. */
  public List<FaceImage> of(long identity) {
    return database.read(
        h ->
            h.select("select * from image where identity_id = ? order by id", identity)
                .map((rs, c) -> row(rs))
                .list());
  }

  /**
   * The images that came under an identity, wherever they belong now, in the order of their ids.
   */
  public List<FaceImage> importedAs(long identity) {
    return database.read(
        h ->
            h.select("select * from image where first_identity_id = ? order by id", identity)
                .map((rs, c) -> row(rs))
                .list());
  }

  public Optional<FaceImage> find(long id) {
    return database.read(
        h -> h.select("select * from image where id = ?", id).map((rs, c) -> row(rs)).findOne());
  }

  /** Where the same content lies already, if the project has it. */
  public Optional<ImageStore.Location> locationOf(ContentHash hash) {
    return database.read(
        h ->
            h.select(
                    "select pack, pack_offset, byte_count from image where hash = ? and pack >= 0"
                        + " limit 1",
                    hash.toBytes())
                .map((rs, c) -> location(rs))
                .findOne());
  }

  /** The images whose id is greater than {@code after}, by id, at most {@code limit}. */
  public List<FaceImage> after(long after, int limit) {
    return database.read(
        h ->
            h.select("select * from image where id > ? order by id limit ?", after, limit)
                .map((rs, c) -> row(rs))
                .list());
  }

  /**
   * Every image, ordered by identity and then id, in pages so that no other query waits long. Not a
   * snapshot: meant for stages that run alone.
   */
  public void forEach(Consumer<FaceImage> consumer) {
    long identity = -1;
    long id = -1;
    while (true) {
      long fromIdentity = identity;
      long fromId = id;
      List<FaceImage> page =
          database.read(
              h ->
                  h.createQuery(
                          """
                          select * from image
                          where identity_id >= :d and not (identity_id = :d and id <= :i)
                          order by identity_id, id limit :n""")
                      .bind("d", fromIdentity)
                      .bind("i", fromId)
                      .bind("n", FETCH)
                      .map((rs, c) -> row(rs))
                      .list());
      page.forEach(consumer);
      if (page.size() < FETCH) {
        return;
      }
      identity = page.getLast().identityId();
      id = page.getLast().id();
    }
  }

  public long count() {
    return one("select count(*) from image");
  }

  /** How many images are copies: others before them have the same content. */
  public long copies() {
    // group by walks the index; count(distinct) would gather five million hashes first
    return one(
        """
        select coalesce(sum(n - 1), 0) from (
          select count(*) n from image group by hash having count(*) > 1)""");
  }

  /** Whether there is no image of another size; true without images. */
  public boolean allAre(int width, int height) {
    return database.survey(
        h ->
            h.select("select id from image where width <> ? or height <> ? limit 1", width, height)
                .mapTo(Long.class)
                .findOne()
                .isEmpty());
  }

  /** How many images a person has spoken about. */
  public long decidedCount() {
    return one("select count(*) from image where decided");
  }

  /** Where an image comes from and which run judged it last. */
  public Optional<Trace> trace(long id) {
    return database.read(
        h ->
            h.select(
                    """
                    select i.source_id, i.source_position, d.imported_as, i.run_id
                    from image i join identity d on d.id = i.first_identity_id where i.id = ?""",
                    id)
                .map(
                    (rs, c) ->
                        new Trace(
                            rs.getObject("source_id", Long.class),
                            rs.getLong("source_position"),
                            rs.getString("imported_as"),
                            rs.getObject("run_id", Long.class)))
                .findOne());
  }

  /** How many images stand in each state; states without images count 0. */
  public Map<ImageState, Long> counts() {
    Map<ImageState, Long> counts = new EnumMap<>(ImageState.class);
    for (ImageState state : ImageState.values()) {
      counts.put(state, 0L);
    }
    database.survey(
        h -> {
          h.createQuery("select state, count(*) n from image group by state")
              .map((rs, c) -> counts.put(ImageState.valueOf(rs.getString(1)), rs.getLong(2)))
              .list();
          return true;
        });
    return counts;
  }

  /** Writes what an expert found; images a person decided keep their state. One transaction. */
  public void apply(long run, Collection<StateChange> changes) {
    database.write(
        h -> {
          PreparedBatch batch =
              h.prepareBatch(
                  """
                  update image set similarity = :similarity, run_id = :run,
                    state = case when decided then state else :state end,
                    reason = case when decided then reason else :reason end
                  where id = :id""");
          for (StateChange change : changes) {
            batch
                .bind("similarity", Float.isNaN(change.similarity()) ? null : change.similarity())
                .bind("run", run)
                .bind("state", change.state().name())
                .bind("reason", change.reason())
                .bind("id", change.imageId())
                .add();
          }
          if (batch.size() > 0) {
            batch.execute();
            new Tallies(h).countOf(changes.stream().map(StateChange::imageId).toList());
          }
          return true;
        });
  }

  /** Notes that a stage cannot use an image, and why. */
  public void fail(String stage, Map<Long, String> reasons) {
    database.write(
        h -> {
          reasons.forEach(
              (image, reason) ->
                  h.execute(
                      "merge into image_failure key (image_id, stage) values (?, ?, ?)",
                      image,
                      stage,
                      reason.length() > 1000 ? reason.substring(0, 1000) : reason));
          return true;
        });
  }

  /** The images a stage could not use, with the reasons. */
  public Map<Long, String> failures(String stage) {
    return database.read(
        h ->
            h.createQuery("select image_id, reason from image_failure where stage = :s")
                .bind("s", stage)
                .reduceRows(
                    new java.util.LinkedHashMap<Long, String>(),
                    (map, row) -> {
                      map.put(row.getColumn(1, Long.class), row.getColumn(2, String.class));
                      return map;
                    }));
  }

  public void forgetFailures(String stage) {
    database.write(h -> h.execute("delete from image_failure where stage = ?", stage));
  }

  private long one(String query) {
    return database.survey(
        h -> {
          Query q = h.createQuery(query);
          return q.mapTo(Long.class).one();
        });
  }

  static FaceImage row(ResultSet rs) throws SQLException {
    float similarity = rs.getFloat("similarity");
    if (rs.wasNull()) {
      similarity = Float.NaN;
    }
    return new FaceImage(
        rs.getLong("id"),
        rs.getLong("identity_id"),
        rs.getString("name"),
        ContentHash.ofBytes(rs.getBytes("hash")),
        location(rs),
        rs.getInt("width"),
        rs.getInt("height"),
        ImageState.valueOf(rs.getString("state")),
        rs.getBoolean("decided"),
        rs.getString("reason"),
        similarity);
  }

  private static ImageStore.Location location(ResultSet rs) throws SQLException {
    return new ImageStore.Location(
        rs.getInt("pack"), rs.getLong("pack_offset"), rs.getInt("byte_count"));
  }
}
