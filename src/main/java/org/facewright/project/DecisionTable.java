package org.facewright.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.facewright.project.DecisionRecord.Item;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Decisions on their way between journal and tables, within one transaction. */
final class DecisionTable {
  private static final String ITEM =
      """
      select i.hash, d.imported_as, coalesce(i.source_id, 0) source, i.name, i.state, i.decided,
        b.label, i.id
      from image i join identity d on d.id = i.first_identity_id
        join identity b on b.id = i.identity_id
      where i.id = ?""";

  private final Handle h;

  /** Identities whose images changed. */
  private final Set<Long> touched = new LinkedHashSet<>();

  DecisionTable(Handle handle) {
    this.h = handle;
  }

  /** What the rulings change, as journal items. */
  List<Item> items(List<Ruling> rulings, boolean constraint) {
    List<Item> items = new ArrayList<>();
    for (Ruling ruling : rulings) {
      Item now = now(ruling.imageId());
      String identity = ruling.identity() == null ? now.identityBefore() : ruling.identity();
      boolean decided = constraint || now.decidedBefore();
      boolean same =
          now.before() == ruling.state()
              && now.decidedBefore() == decided
              && now.identityBefore().equals(identity);
      if (!same) {
        items.add(changed(now, ruling.state(), decided, identity));
      }
    }
    return items;
  }

  private Item now(long image) {
    return h.select(ITEM, image)
        .map(
            (rs, c) -> {
              ImageState state = ImageState.valueOf(rs.getString("state"));
              boolean decided = rs.getBoolean("decided");
              String label = rs.getString("label");
              return new Item(
                  ContentHash.ofBytes(rs.getBytes("hash")).toString(),
                  rs.getString("imported_as"),
                  rs.getLong("source"),
                  rs.getString("name"),
                  state,
                  state,
                  decided,
                  decided,
                  label,
                  label);
            })
        .findOne()
        .orElseThrow(() -> new IllegalArgumentException("there is no image " + image));
  }

  private static Item changed(Item now, ImageState state, boolean decided, String identity) {
    return new Item(
        now.hash(),
        now.importedAs(),
        now.source(),
        now.name(),
        now.before(),
        state,
        now.decidedBefore(),
        decided,
        now.identityBefore(),
        identity);
  }

  /** The items that take a decision back: everything as it was before it. */
  List<Item> itemsReversed(long seq) {
    return h.select(
            """
            select x.*, a.label identity_then from decision_item x
              join identity a on a.id = x.identity_before
            where x.seq = ? order by x.image_id""",
            seq)
        .map(
            (rs, c) ->
                changed(
                    now(rs.getLong("image_id")),
                    ImageState.valueOf(rs.getString("state_before")),
                    rs.getBoolean("decided_before"),
                    rs.getString("identity_then")))
        .list();
  }

  /** Writes a journal line into the tables. */
  int apply(DecisionRecord record) {
    h.execute(
        "insert into decision (seq, made, person, kind, note, reverses, item_count)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        record.seq(),
        Decisions.utc(record.at()),
        record.person(),
        record.kind().name(),
        record.note(),
        record.reverses(),
        record.items().size());
    for (Item item : record.items()) {
      apply(record, item);
    }
    new Tallies(h).count(touched);
    return record.items().size();
  }

  private void apply(DecisionRecord record, Item item) {
    Optional<Long> image = imageOf(item);
    if (image.isEmpty()) {
      // After a restore from an older backup: the image comes back when its source is imported
      // again; the journal keeps the line.
      return;
    }
    long before = identity(item.identityBefore());
    long after = identity(item.identityAfter());
    touched.add(before);
    touched.add(after);
    h.execute(
        "insert into decision_item values (?, ?, ?, ?, ?, ?, ?, ?)",
        record.seq(),
        image.get(),
        item.before().name(),
        item.after().name(),
        item.decidedBefore(),
        item.decidedAfter(),
        before,
        after);
    h.execute(
        "update image set state = ?, decided = ?, identity_id = ?, reason = ? where id = ?",
        item.after().name(),
        item.decidedAfter(),
        after,
        reason(record, item),
        image.get());
  }

  private static String reason(DecisionRecord record, Item item) {
    return switch (record.kind()) {
      case JUDGE, MOVE -> "decided by " + record.person();
      case ACCEPT -> record.note().isEmpty() ? "accepted by " + record.person() : record.note();
      case UNDO ->
          item.decidedAfter() ? "decided before" : "decision taken back by " + record.person();
    };
  }

  private Optional<Long> imageOf(Item item) {
    return h.select(
            """
            select i.id from image i join identity d on d.id = i.first_identity_id
            where i.hash = ? and d.imported_as = ? and i.name = ? and coalesce(i.source_id, 0) = ?""",
            ContentHash.ofHex(item.hash()).toBytes(),
            item.importedAs(),
            item.name(),
            item.source())
        .mapTo(Long.class)
        .findFirst();
  }

  private long identity(String label) {
    return h.select("select id from identity where label = ?", label)
        .mapTo(Long.class)
        .findFirst()
        .orElseGet(() -> newIdentity(label));
  }

  private long newIdentity(String label) {
    return h.createUpdate(
            "insert into identity (label, imported_as, origin, created)"
                + " values (:l, :l, 'IMPORTED', current_timestamp)")
        .bind("l", label)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  static Decision row(ResultSet rs) throws SQLException {
    @Nullable Long reverses = rs.getObject("reverses", Long.class);
    return new Decision(
        rs.getLong("seq"),
        rs.getObject("made", OffsetDateTime.class).toInstant(),
        rs.getString("person"),
        DecisionKind.valueOf(rs.getString("kind")),
        rs.getString("note"),
        reverses,
        rs.getInt("item_count"));
  }
}
