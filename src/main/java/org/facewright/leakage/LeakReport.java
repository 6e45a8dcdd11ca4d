package org.facewright.leakage;

import java.time.Instant;
import java.util.List;
import org.facewright.leakage.search.Way;
import org.facewright.project.LeakGallery;
import org.jspecify.annotations.Nullable;

/**
 * What a leak check found, and about whom.
 *
 * @param run the stage run it belongs to
 * @param code version of the program
 * @param model recogniser of all vectors
 * @param modelHash SHA-256 of its file, null if not known
 * @param withoutEmbedding identities that could not be compared for want of one
 * @param centres figures of the identities' centres
 * @param images figures of their single images, null if those were not compared
 * @param pairs those above .5, at most {@link #LISTED} and the nearest of each identity that has
 *     one, and some of the nearest others; the most similar first
 * @param unlisted pairs above .5 that are not in the list
 * @param work how long it took
 */
public record LeakReport(
    long run,
    Instant at,
    String code,
    String model,
    @Nullable String modelHash,
    int withoutEmbedding,
    List<Compared> galleries,
    LeakFigures centres,
    @Nullable LeakFigures images,
    List<LeakPair> pairs,
    long unlisted,
    Effort work) {
  /** Pairs in the list at most. */
  public static final int LISTED = 10_000;

  /** Nearest pairs that are listed though they are no offence. */
  static final int SHOWN = 50;

  public LeakReport {
    galleries = List.copyOf(galleries);
    pairs = List.copyOf(pairs);
  }

  /**
   * A gallery and what was found in it.
   *
   * @param model the recogniser that made it, null where nobody said
   * @param sha256 of its file, or of the centres that were made of its people
   */
  public record Compared(
      String name,
      LeakGallery.Kind kind,
      String location,
      long rows,
      int columns,
      @Nullable String model,
      String sha256,
      long pairsAbove05,
      long pairsAbove07,
      float maxSimilarity) {}

  /**
   * How long it took.
   *
   * @param pairs compared now; the others were known from before
   * @param seconds of comparing, reading included
   * @param gflops 10^9 multiplications and additions a second
   * @param way how
   */
  public record Effort(long pairs, double seconds, double gflops, Way way) {}

  /** The pairs above .5 among those listed. */
  public List<LeakPair> offences() {
    return pairs.stream()
        .filter(pair -> pair.similarity() > org.facewright.leakage.search.LeakEngine.SIMILAR)
        .toList();
  }

  /** How far the result reaches, in plain words. */
  public String guarantee() {
    return ("This was checked against %s and reaches no further: somebody real who is in none of"
            + " them, or whom %s does not know again, was not looked for.")
        .formatted(
            galleries.size() == 1
                ? "the gallery named here"
                : "the %d galleries named here".formatted(galleries.size()),
            model);
  }
}
