package org.facewright.project;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facewright.project.DecisionRecord.Item;
import org.jspecify.annotations.Nullable;

/**
 * What people decided. A decision is in the journal, on the disk, before {@link #decide} returns;
 * it holds for every later run of every expert until somebody takes it back. Undo and redo know no
 * depth and survive a restart. Thread-safe.
 */
public final class Decisions {
  private final Database database;
  private final Journal journal;
  private final Clock clock;
  private final Deque<Long> undoable = new ArrayDeque<>();
  private final Deque<Long> redoable = new ArrayDeque<>();

  /** Which decision an undo took back. */
  private final Map<Long, Long> undone = new HashMap<>();

  Decisions(Database database, Journal journal, Clock clock) {
    this.database = database;
    this.journal = journal;
    this.clock = clock;
    history(Integer.MAX_VALUE).reversed().forEach(this::stack);
  }

  private void stack(Decision decision) {
    Long reversed = decision.reverses();
    if (reversed == null) {
      undoable.push(decision.seq());
      redoable.clear();
    } else if (undoable.remove(reversed)) {
      redoable.push(decision.seq());
      undone.put(decision.seq(), reversed);
    } else if (redoable.remove(reversed)) {
      undoable.push(requireNonNull(undone.remove(reversed)));
    }
  }

  /**
   * Takes a decision about images.
   *
   * @param kind {@link DecisionKind#UNDO} is not for callers: use {@link #undo}
   * @return its number, or empty if it would change nothing
   * @throws UncheckedIOException if it cannot be written; then nothing was decided
   */
  public synchronized Optional<Long> decide(
      String person, DecisionKind kind, String note, List<Ruling> rulings) {
    if (kind == DecisionKind.UNDO) {
      throw new IllegalArgumentException("an undo is taken by undo()");
    }
    boolean constraint = kind != DecisionKind.ACCEPT;
    List<Item> items = database.read(h -> new DecisionTable(h).items(rulings, constraint));
    return items.isEmpty() ? Optional.empty() : Optional.of(take(person, kind, note, null, items));
  }

  /** Takes back the last decision that holds; empty if there is none. */
  public synchronized Optional<Decision> undo(String person) {
    return reverse(person, undoable.peek());
  }

  /** Takes back the last undo, if nothing was decided since; empty if there is none. */
  public synchronized Optional<Decision> redo(String person) {
    Long undo = redoable.peek();
    Long base = undo == null ? null : undone.get(undo);
    return reverse(person, undo).flatMap(u -> find(requireNonNull(base)));
  }

  /** The decision that an undo would take back. */
  public synchronized Optional<Decision> last() {
    Long seq = undoable.peek();
    return seq == null ? Optional.empty() : find(seq);
  }

  public synchronized boolean canUndo() {
    return !undoable.isEmpty();
  }

  public synchronized boolean canRedo() {
    return !redoable.isEmpty();
  }

  private Optional<Decision> reverse(String person, @Nullable Long seq) {
    if (seq == null) {
      return Optional.empty();
    }
    List<Item> items = database.read(h -> new DecisionTable(h).itemsReversed(seq));
    take(person, DecisionKind.UNDO, "", seq, items);
    return find(seq);
  }

  private long take(
      String person, DecisionKind kind, String note, @Nullable Long reverses, List<Item> items) {
    DecisionRecord record =
        new DecisionRecord(
            journal.lastSeq() + 1,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            person,
            kind,
            note,
            reverses,
            items);
    try {
      journal.append(record);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the decision could not be written to the journal; nothing was changed", e);
    }
    database.writeDurably(h -> new DecisionTable(h).apply(record));
    stack(summary(record));
    return record.seq();
  }

  private static Decision summary(DecisionRecord record) {
    return new Decision(
        record.seq(),
        record.at(),
        record.person(),
        record.kind(),
        record.note(),
        record.reverses(),
        record.items().size());
  }

  /** The newest decisions first, undos included, at most {@code limit}. */
  public List<Decision> history(int limit) {
    return database.read(
        h ->
            h.select("select * from decision order by seq desc limit ?", limit)
                .map((rs, c) -> DecisionTable.row(rs))
                .list());
  }

  public Optional<Decision> find(long seq) {
    return database.read(
        h ->
            h.select("select * from decision where seq = ?", seq)
                .map((rs, c) -> DecisionTable.row(rs))
                .findOne());
  }

  /** The decisions about one image, oldest first. */
  public List<Decision> of(long image) {
    return database.read(
        h ->
            h.select(
                    "select d.* from decision d join decision_item i on i.seq = d.seq"
                        + " where i.image_id = ? order by d.seq",
                    image)
                .map((rs, c) -> DecisionTable.row(rs))
                .list());
  }

  /** The images a decision was about, by id. */
  public List<Long> images(long seq) {
    return database.read(
        h ->
            h.select("select image_id from decision_item where seq = ? order by image_id", seq)
                .mapTo(Long.class)
                .list());
  }

  /** Brings the database up to the journal's end. */
  static int replay(Database database, List<DecisionRecord> missing) {
    for (DecisionRecord record : missing) {
      database.write(h -> new DecisionTable(h).apply(record));
    }
    if (!missing.isEmpty()) {
      database.sync();
    }
    return missing.size();
  }

  /** The number of the last decision in the database. */
  static long lastApplied(Database database) {
    return database.read(
        h -> h.createQuery("select coalesce(max(seq), 0) from decision").mapTo(Long.class).one());
  }

  static OffsetDateTime utc(java.time.Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
