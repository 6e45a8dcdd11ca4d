package org.facewright.gallery.map;

/**
 * A finished map. The arrays are not to be written to.
 *
 * @param settings what was mapped and how
 * @param ids [n] of the identities, or of the images of {@link MapSettings#identity}
 * @param x [n]
 * @param y [n]
 * @param groups [n] number of the group of alike points, the largest group is 0; -1 alone
 * @param placed how many points the method itself placed; the others lie at their neighbours
 */
@SuppressWarnings("ArrayRecordComponent") // Read in place by the chart.
public record FaceMap(
    MapSettings settings, long[] ids, float[] x, float[] y, int[] groups, int placed) {
  public FaceMap {
    if (x.length != ids.length || y.length != ids.length || groups.length != ids.length) {
      throw new IllegalArgumentException("a map of " + ids.length + " points and other places");
    }
  }

  public int points() {
    return ids.length;
  }

  /** Whether its points are identities rather than images of one. */
  public boolean ofIdentities() {
    return settings.identity() == 0;
  }
}
