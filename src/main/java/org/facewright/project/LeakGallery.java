package org.facewright.project;

import org.jspecify.annotations.Nullable;

/**
 * A set of real people that new identities are compared with.
 *
 * @param name what people see
 * @param location the file or folder, absolute; for this project's people the sources' ids,
 *     comma-separated, or nothing for all
 * @param columns numbers a row, for {@link Kind#FLAT}; else 0
 * @param model the recogniser that made its rows, null where nobody said
 */
public record LeakGallery(
    long id, Kind kind, String name, String location, int columns, @Nullable String model) {
  /** Where its rows are. */
  public enum Kind {
    /** Centres of the people imported into this project. */
    PEOPLE,
    /** Centres of the people imported into another project. */
    PROJECT,
    /** A .npy file of rows. */
    NPY,
    /** A file of nothing but float32 rows. */
    FLAT
  }
}
