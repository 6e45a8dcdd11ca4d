package org.facewright.curriculum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.facewright.project.release.ReleaseImage;

/**
 * How hard the images of a composition are: from ranks to values and back, and faces at each
 * difficulty. Changed pictures count like those they were made from. Immutable.
 */
public final class DifficultyProfile {
  private final float[] sorted;
  private final List<ReleaseImage> measured;

  private DifficultyProfile(List<ReleaseImage> measured) {
    this.measured = measured;
    sorted = new float[measured.size()];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = difficulty(measured.get(i));
    }
  }

  /** Of all images that somebody measured. */
  public static DifficultyProfile of(List<ReleaseImage> images) {
    List<ReleaseImage> measured = new ArrayList<>();
    images.stream().filter(image -> image.difficulty() != null).forEach(measured::add);
    measured.sort(Comparator.comparingDouble(DifficultyProfile::difficulty));
    return new DifficultyProfile(List.copyOf(measured));
  }

  private static float difficulty(ReleaseImage image) {
    Float value = image.difficulty();
    return value == null ? Float.NaN : value;
  }

  public boolean empty() {
    return sorted.length == 0;
  }

  /** Lower end of the axis. */
  public double low() {
    return empty() ? 0 : Math.min(0, sorted[0]);
  }

  /** Upper end of the axis: beyond it lie at most a few, which are shown at the end. */
  public double high() {
    if (empty()) {
      return 1;
    }
    float far = sorted[(int) ((sorted.length - 1) * .998)];
    return Math.max(far, low() + 1e-3);
  }

  /** The difficulties in order. */
  float[] values() {
    return sorted;
  }

  /** The difficulty below which that share of the images lies. */
  public double value(double rank) {
    return empty() ? rank : sorted[(int) Math.round(Math.clamp(rank, 0, 1) * (sorted.length - 1))];
  }

  /** The share of the images up to a difficulty. */
  public double rank(double value) {
    if (empty()) {
      return Math.clamp(value, 0, 1);
    }
    int at = Arrays.binarySearch(sorted, (float) value);
    int below = at < 0 ? -at - 1 : at;
    while (below < sorted.length && sorted[below] <= (float) value) {
      below++;
    }
    return below / (double) sorted.length;
  }

  /** Some images between two difficulties, the same at each look; changed pictures left out. */
  List<ReleaseImage> between(double from, double to, int most) {
    List<ReleaseImage> found = new ArrayList<>();
    for (ReleaseImage image : measured) {
      float value = difficulty(image);
      if (value >= from && value < to && !image.changed()) {
        found.add(image);
      }
    }
    SplittableRandom random = new SplittableRandom(1);
    while (found.size() > most) {
      found.remove(random.nextInt(found.size()));
    }
    return found;
  }
}
