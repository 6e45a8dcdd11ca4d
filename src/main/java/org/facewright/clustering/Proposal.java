package org.facewright.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.facewright.project.ImageState;
import org.facewright.project.Ruling;

/**
 * What accepting a tuning would do to a project: against the states its images have now, not
 * against another outcome. Images that a person decided keep their state and are not listed. States
 * never change; figures are filled in when they are looked at, on one thread.
 */
public final class Proposal {
  /** An identity with fewer kept images is of little use; the paper replaces such ones. */
  public static final int FEW = 10;

  /**
   * Images that go from one state to another.
   *
   * @param from the state now
   * @param to the state proposed
   */
  public record Move(ImageState from, ImageState to) {}

  /** A run of {@link #changed}: how many images make a move. */
  public record Group(Move move, int size) {}

  /** The moves in the order in which to look at them: what is lost first, first verdicts last. */
  private static final List<Move> ORDER =
      List.of(
          new Move(ImageState.KEPT, ImageState.REJECTED),
          new Move(ImageState.KEPT, ImageState.AMBIGUOUS),
          new Move(ImageState.AMBIGUOUS, ImageState.REJECTED),
          new Move(ImageState.REJECTED, ImageState.AMBIGUOUS),
          new Move(ImageState.REJECTED, ImageState.KEPT),
          new Move(ImageState.AMBIGUOUS, ImageState.KEPT),
          new Move(ImageState.UNJUDGED, ImageState.REJECTED),
          new Move(ImageState.UNJUDGED, ImageState.AMBIGUOUS),
          new Move(ImageState.UNJUDGED, ImageState.KEPT));

  private static final int STATES = ImageState.values().length;

  private final Tuning tuning;
  private final Standings now;
  private final CleaningOutcome outcome;
  private final IntConsumer detail;
  private final int[] changed;
  private final List<Group> groups = new ArrayList<>();
  private final Map<ImageState, Integer> after = new EnumMap<>(ImageState.class);
  private final int falling;

  /**
   * @param detail fills in the figures of an identity of {@code outcome} when somebody looks
   */
  Proposal(Tuning tuning, Standings now, CleaningOutcome outcome, IntConsumer detail) {
    this.tuning = tuning;
    this.now = now;
    this.outcome = outcome;
    this.detail = detail;
    byte[] moves = new byte[now.images()];
    int[] sizes = new int[ORDER.size()];
    falling = find(moves, sizes);
    changed = sorted(moves, sizes);
    for (int move = 0; move < sizes.length; move++) {
      if (sizes[move] > 0) {
        groups.add(new Group(ORDER.get(move), sizes[move]));
      }
    }
    count();
  }

  /** The move from each state, times {@link #STATES}, to each, -1 for none. */
  @SuppressWarnings("EnumOrdinal") // A table of sixteen, made and read here.
  private static byte[] table() {
    byte[] table = new byte[STATES * STATES];
    Arrays.fill(table, (byte) -1);
    for (byte move = 0; move < ORDER.size(); move++) {
      Move m = ORDER.get(move);
      table[m.from().ordinal() * STATES + m.to().ordinal()] = move;
    }
    return table;
  }

  /**
   * The move of each image, -1 for none, and how many make each.
   *
   * @return how many identities fall below {@link #FEW}
   */
  @SuppressWarnings("EnumOrdinal") // As in the table.
  private int find(byte[] moves, int[] sizes) {
    byte[] table = table();
    IdentityLayout layout = outcome.layout();
    int fallen = 0;
    for (int identity = 0; identity < layout.identities(); identity++) {
      int first = layout.first(identity);
      int end = first + layout.size(identity);
      int before = 0;
      int left = 0;
      for (int image = first; image < end; image++) {
        ImageState from = now.state(image);
        ImageState to = now.decided(image) ? from : outcome.state(image);
        byte move = table[from.ordinal() * STATES + to.ordinal()];
        moves[image] = move;
        if (move >= 0) {
          sizes[move]++;
        }
        before += lost(from) ? 0 : 1;
        left += lost(to) ? 0 : 1;
      }
      fallen += before >= FEW && left < FEW ? 1 : 0;
    }
    return fallen;
  }

  /** What nobody has judged yet counts as kept: it is not lost. */
  private static boolean lost(ImageState state) {
    return state != ImageState.KEPT && state != ImageState.UNJUDGED;
  }

  private static int[] sorted(byte[] moves, int[] sizes) {
    int[] next = new int[sizes.length];
    int sum = 0;
    for (int move = 0; move < sizes.length; move++) {
      next[move] = sum;
      sum += sizes[move];
    }
    int[] sorted = new int[sum];
    for (int image = 0; image < moves.length; image++) {
      if (moves[image] >= 0) {
        sorted[next[moves[image]]++] = image;
      }
    }
    return sorted;
  }

  private void count() {
    for (ImageState state : ImageState.values()) {
      after.put(state, now.count(state));
    }
    for (Group group : groups) {
      after.merge(group.move().from(), -group.size(), Integer::sum);
      after.merge(group.move().to(), group.size(), Integer::sum);
    }
  }

  public Tuning tuning() {
    return tuning;
  }

  public Standings now() {
    return now;
  }

  /** Images that would stand in a state. */
  public int count(ImageState state) {
    return after.getOrDefault(state, 0);
  }

  /** How many more than now, less when negative. */
  public int difference(ImageState state) {
    return count(state) - now.count(state);
  }

  /** How many images change their state. */
  public int changes() {
    return changed.length;
  }

  /** Runs of {@link #change}. */
  public List<Group> groups() {
    return groups;
  }

  /** The n-th change, 0..{@link #changes}. One thread only. */
  public Change change(int n) {
    int image = changed[n];
    if (Float.isNaN(outcome.similarity(image))) {
      detail.accept(outcome.layout().identityOf(image));
    }
    return new Change(
        now.imageId(image),
        now.identityId(image),
        now.label(image),
        now.state(image),
        outcome.state(image),
        outcome.reasonText(image),
        outcome.similarity(image));
  }

  /** How many identities keep enough images now and would not any more. */
  public int fallingBelow() {
    return falling;
  }

  /** The changes as one decision. */
  public List<Ruling> rulings() {
    return IntStream.of(changed)
        .mapToObj(image -> Ruling.of(now.imageId(image), outcome.state(image)))
        .toList();
  }
}
