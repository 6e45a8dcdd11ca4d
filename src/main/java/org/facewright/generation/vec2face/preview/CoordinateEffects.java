package org.facewright.generation.vec2face.preview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.facewright.image.RgbImage;
import org.facewright.jobs.JobException;
import org.facewright.vector.FloatMatrix;

/**
 * Ranks a vector's coordinates by how much a step along each changes the picture: the mean absolute
 * difference of its pixels. Takes a few coordinates at a time, so that previews go in between.
 */
final class CoordinateEffects {
  /** Coordinates that are looked at without a break. */
  static final int PORTION = 8;

  /** A step that is well seen: three deviations of a drawn coordinate. */
  private static final double STEP = 3;

  private final PreviewReference reference;
  private final RgbImage before;
  private final long mask;
  private final double rate;
  private final double[] effects;
  private int next;

  CoordinateEffects(Question question, FaceDrawer drawer) throws JobException {
    reference = question.reference();
    mask = question.maskSeed(-1);
    rate = question.form().maskRate();
    effects = new double[reference.vector().length];
    float[] vector = reference.vector();
    before =
        drawer.draw(new FloatMatrix(1, vector.length, vector), new long[] {mask}, rate).getFirst();
  }

  boolean done() {
    return next == effects.length;
  }

  /** 0 to 1. */
  double progress() {
    return (double) next / effects.length;
  }

  /** Looks at some more coordinates. */
  void go(FaceDrawer drawer) throws JobException {
    int count = Math.min(PORTION, effects.length - next);
    int dim = effects.length;
    float[] rows = new float[count * dim];
    long[] masks = new long[count];
    for (int i = 0; i < count; i++) {
      Moves one = Moves.NONE.with(Direction.coordinate(next + i, dim, Double.NaN), STEP);
      System.arraycopy(one.applied(reference.vector()), 0, rows, i * dim, dim);
      masks[i] = mask;
    }
    List<RgbImage> pictures = drawer.draw(new FloatMatrix(count, dim, rows), masks, rate);
    for (RgbImage picture : pictures) {
      effects[next++] = difference(before.rgb(), picture.rgb());
    }
  }

  private static double difference(byte[] left, byte[] right) {
    long sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += Math.abs((left[i] & 0xff) - (right[i] & 0xff));
    }
    return (double) sum / left.length;
  }

  /** All coordinates, the strongest first. */
  List<Direction> ranked() {
    double most = java.util.Arrays.stream(effects).max().orElse(0);
    List<Direction> ranked = new ArrayList<>();
    for (int i = 0; i < effects.length; i++) {
      ranked.add(Direction.coordinate(i, effects.length, most > 0 ? effects[i] / most : 0));
    }
    ranked.sort(Comparator.comparingDouble((Direction each) -> -each.effect()));
    return ranked;
  }
}
