package org.facewright.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Identities that were grown from vectors, with their pictures. Thread-safe. */
public final class Growths {
  private static final int LONGEST_REASON = 512;

  private final Database database;

  Growths(Database database) {
    this.database = database;
  }

  /**
   * Books the pictures of a vector as a new identity of that origin, or as more images of the
   * parent; without pictures there is no identity. A vector of a plan is booked once: what is here
   * already is returned instead. On the disk when it returns.
   */
  public Growth add(Growth.Made made, List<Growth.Picture> pictures, Origin origin) {
    List<Growth.Picture> all = Growth.checked(pictures, made.wanted());
    return database.writeDurably(
        h -> {
          Optional<Growth> known = find(h, made.plan(), made.reference());
          if (known.isPresent()) {
            return known.get();
          }
          long id = insert(h, made, all.size());
          if (!all.isEmpty()) {
            long identity = identity(h, id, made, origin);
            images(h, id, identity, made, all);
            h.execute("update growth set identity_id = ? where id = ?", identity, id);
            new Tallies(h).count(List.of(identity));
          }
          return find(h, made.plan(), made.reference()).orElseThrow();
        });
  }

  private static long identity(Handle h, long id, Growth.Made made, Origin origin) {
    Long parent = made.parent();
    return made.joins() && parent != null ? parent : new SyntheticPeople(h).person(id, origin);
  }

  private static long insert(Handle h, Growth.Made made, int kept) {
    return h.createUpdate(
            """
            insert into growth (run_id, plan, reference, parent_id, wanted, kept, unlike,
              duplicates, made)
            values (:run, :plan, :reference, :parent, :wanted, :kept, :unlike, :duplicates, :made)\
            """)
        .bind("run", made.run())
        .bind("plan", made.plan())
        .bind("reference", made.reference())
        .bind("parent", made.parent())
        .bind("wanted", made.wanted())
        .bind("kept", kept)
        .bind("unlike", made.unlike())
        .bind("duplicates", made.duplicates())
        .bind("made", Generations.now())
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  private static void images(
      Handle h, long growth, long identity, Growth.Made made, List<Growth.Picture> pictures) {
    PreparedBatch batch =
        h.prepareBatch(
            """
            insert into image (identity_id, first_identity_id, name, source_id, source_position,
              hash, pack, pack_offset, byte_count, width, height, state, reason, run_id)
            values (:identity, :identity, :name, null, :number,
              :hash, :pack, :offset, :bytes, :width, :height, :state, :reason, :run)\
            """);
    for (Growth.Picture each : pictures) {
      Generation.Stored stored = each.stored();
      batch
          .bind("identity", identity)
          .bind("name", each.name())
          .bind("number", each.number())
          .bind("hash", stored.hash().toBytes())
          .bind("pack", stored.location().pack())
          .bind("offset", stored.location().offset())
          .bind("bytes", stored.location().bytes())
          .bind("width", stored.width())
          .bind("height", stored.height())
          .bind("state", ImageState.KEPT.name())
          .bind("reason", reason(made, each))
          .bind("run", made.run())
          .add();
    }
    List<Long> ids = batch.executePreparedBatch("id").mapTo(Long.class).list();
    traces(h, growth, ids, pictures);
  }

  private static void traces(
      Handle h, long growth, List<Long> images, List<Growth.Picture> pictures) {
    PreparedBatch batch =
        h.prepareBatch(
            "insert into grown_picture (image_id, growth_id, number, amount, attempt, seed,"
                + " similarity) values (?, ?, ?, ?, ?, ?, ?)");
    for (int i = 0; i < pictures.size(); i++) {
      Growth.Picture each = pictures.get(i);
      Double similarity = Double.isNaN(each.similarity()) ? null : each.similarity();
      batch.add(
          images.get(i),
          growth,
          each.number(),
          each.amount(),
          each.attempt(),
          each.seed(),
          similarity);
    }
    batch.execute();
  }

  private static String reason(Growth.Made made, Growth.Picture picture) {
    String alike =
        Double.isNaN(picture.similarity())
            ? ""
            : String.format(java.util.Locale.ROOT, ", similarity %.3f", picture.similarity());
    String text = "drawn from " + made.reference() + alike;
    return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
  }

  /** Names of the vectors of a plan that are booked. */
  public Set<String> references(String plan) {
    return database.read(
        h ->
            Set.copyOf(
                h.select("select reference from growth where plan = ?", plan)
                    .mapTo(String.class)
                    .list()));
  }

  public Growth.Totals totals(String plan) {
    return database.read(
        h ->
            h.select(
                    "select count(*), count(identity_id), coalesce(sum(wanted), 0),"
                        + " coalesce(sum(kept), 0) from growth where plan = ?",
                    plan)
                .map(
                    (rs, c) ->
                        new Growth.Totals(rs.getInt(1), rs.getInt(2), rs.getLong(3), rs.getLong(4)))
                .one());
  }

  /** All growths of an identity, oldest first. */
  public List<Growth> of(long identity) {
    return database.read(
        h ->
            h.select("select * from growth where identity_id = ? order by id", identity)
                .map((rs, c) -> row(rs))
                .list());
  }

  /** Where an image that was grown comes from. */
  public Optional<Growth.Trace> ofImage(long image) {
    return database.read(
        h ->
            h.select(
                    "select g.*, p.number, p.amount, p.attempt, p.seed, p.similarity"
                        + " from grown_picture p join growth g on g.id = p.growth_id"
                        + " where p.image_id = ?",
                    image)
                .map((rs, c) -> trace(rs))
                .findOne());
  }

  private static Optional<Growth> find(Handle h, String plan, String reference) {
    return h.select("select * from growth where plan = ? and reference = ?", plan, reference)
        .map((rs, c) -> row(rs))
        .findOne();
  }

  private static Growth.Trace trace(ResultSet rs) throws SQLException {
    double similarity = rs.getFloat("similarity");
    return new Growth.Trace(
        row(rs),
        rs.getInt("number"),
        rs.getFloat("amount"),
        rs.getInt("attempt"),
        rs.getLong("seed"),
        rs.getObject("similarity") == null ? Double.NaN : similarity);
  }

  private static Growth row(ResultSet rs) throws SQLException {
    @Nullable Long parent = rs.getObject("parent_id", Long.class);
    @Nullable Long identity = rs.getObject("identity_id", Long.class);
    Growth.Made made =
        new Growth.Made(
            rs.getLong("run_id"),
            rs.getString("plan"),
            rs.getString("reference"),
            parent,
            parent != null && parent.equals(identity),
            rs.getInt("wanted"),
            rs.getInt("unlike"),
            rs.getInt("duplicates"));
    return new Growth(
        rs.getLong("id"),
        made,
        identity,
        rs.getInt("kept"),
        rs.getObject("made", OffsetDateTime.class).toInstant());
  }
}
