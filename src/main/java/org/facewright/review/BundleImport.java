package org.facewright.review;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What came back from a bundle.
 *
 * @param added opinions that are new
 * @param known how many were there already: the same file came twice
 * @param unknown opinions on images that this project does not have; not taken over
 * @param conflicts images among those added on which people now disagree, or are unsure
 */
public record BundleImport(
    List<Opinion> added, int known, List<Opinion> unknown, List<Opinions.Conflict> conflicts) {

  /** What came of it, in one sentence. */
  public String sentence() {
    return "%,d answers taken over, %,d were known, %,d are about images not in this project, %,d conflicts"
        .formatted(added.size(), known, unknown.size(), conflicts.size());
  }

  /**
   * Takes the answers over, durably, all at once. Nobody's decision is changed by that: whoever
   * imports applies those without a conflict, and conflicts become a queue.
   *
   * @param exists whether the project has an image
   */
  public static BundleImport take(
      BundleDecisions decisions, Opinions opinions, Predicate<ImageRef> exists) throws IOException {
    List<Opinion> added = new ArrayList<>();
    List<Opinion> unknown = new ArrayList<>();
    int known = 0;
    for (Opinion opinion : decisions.opinions()) {
      if (!exists.test(opinion.image())) {
        unknown.add(opinion);
      } else if (opinions.contains(opinion)) {
        known++;
      } else {
        added.add(opinion);
      }
    }
    opinions.add(added);
    Set<ImageRef> touched = new HashSet<>();
    added.forEach(opinion -> touched.add(opinion.image()));
    List<Opinions.Conflict> conflicts =
        opinions.conflicts().stream().filter(c -> touched.contains(c.image())).toList();
    return new BundleImport(added, known, unknown, conflicts);
  }
}
