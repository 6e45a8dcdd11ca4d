package org.facewright.project.release;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.facewright.project.Origin;

/**
 * A source of a release: which identities it takes and how much of the whole they make up.
 *
 * @param name as curriculum and exports call it: letters, digits, dots, dashes, underscores
 * @param origins where its identities come from
 * @param imports names of the imports its identities came with; empty takes all
 * @param synthetic whether it may replace others and comes first in the published order
 * @param share weight of its identities among all, 0 and above; 0 only lends replacements
 */
public record SourcePart(
    String name, Set<Origin> origins, Set<String> imports, boolean synthetic, double share) {
  /** What people were photographed. */
  public static final String CLEAN = "clean";

  /** What was made. */
  public static final String SYNTHETIC = "synthetic";

  public SourcePart {
    // Sorted, so that the same part is written the same way.
    origins = Collections.unmodifiableSet(new TreeSet<>(origins));
    imports = Collections.unmodifiableSet(new TreeSet<>(imports));
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw new IllegalArgumentException(
          "A source's name has letters, digits, dots, dashes and underscores, unlike '"
              + name
              + "'.");
    }
    if (origins.isEmpty()) {
      throw new IllegalArgumentException("The source " + name + " takes no identities at all.");
    }
    if (!(share >= 0) || Double.isInfinite(share)) {
      throw new IllegalArgumentException("The share of " + name + " must be 0 or more.");
    }
  }

  /** All imported identities. */
  public static SourcePart clean(double share) {
    return new SourcePart(CLEAN, EnumSet.of(Origin.IMPORTED), Set.of(), false, share);
  }

  /** All identities that were made, in whatever way. */
  public static SourcePart synthetic(double share) {
    return new SourcePart(
        SYNTHETIC, EnumSet.complementOf(EnumSet.of(Origin.IMPORTED)), Set.of(), true, share);
  }

  /** The same with another weight. */
  public SourcePart withShare(double changed) {
    return new SourcePart(name, origins, imports, synthetic, changed);
  }
}
