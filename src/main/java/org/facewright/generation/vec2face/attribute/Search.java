package org.facewright.generation.vec2face.attribute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.facewright.vector.FloatMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Where a search stands: vectors, Adam's moments, and the best state of each vector. One thread.
 */
final class Search {
  private final AttributeTargets targets;
  private final AttributeSettings settings;
  private final @Nullable AttributeResult[] best;
  private final AttributeResult.@Nullable End[] ended;
  private final FloatMatrix start;
  private FloatMatrix vectors;
  private float[] first;
  private float[] second;

  Search(FloatMatrix vectors, AttributeTargets targets, AttributeSettings settings) {
    this.vectors = vectors;
    this.start = vectors;
    this.targets = targets;
    this.settings = settings;
    first = new float[vectors.values().length];
    second = new float[first.length];
    best = new AttributeResult[vectors.rows()];
    ended = new AttributeResult.End[vectors.rows()];
  }

  AttributeTargets targets() {
    return targets;
  }

  AttributeSettings settings() {
    return settings;
  }

  FloatMatrix vectors() {
    return vectors;
  }

  float[] first() {
    return first;
  }

  float[] second() {
    return second;
  }

  /** 1 for each vector that moves. */
  float[] weights() {
    float[] weights = new float[ended.length];
    for (int row = 0; row < weights.length; row++) {
      weights[row] = ended[row] == null ? 1 : 0;
    }
    return weights;
  }

  int moving() {
    return (int) Arrays.stream(ended).filter(end -> end == null).count();
  }

  /** What a step answered: vectors, moments, then the losses of the vectors as they were. */
  void take(List<float[]> numbers, int step) {
    FloatMatrix drawn = vectors;
    float[] moved = numbers.get(0);
    for (int row = 0; row < ended.length; row++) {
      if (ended[row] == null) {
        AttributeResult.End end =
            judge(
                row,
                new AttributeResult(
                    drawn.row(row),
                    step,
                    numbers.get(3)[row],
                    numbers.get(4)[row],
                    numbers.get(5)[row],
                    AttributeResult.End.MET),
                numbers.get(6)[row]);
        ended[row] = end;
        if (end != null) {
          int size = drawn.columns();
          System.arraycopy(drawn.values(), row * size, moved, row * size, size);
        }
      }
    }
    vectors = new FloatMatrix(drawn.rows(), drawn.columns(), moved);
    first = numbers.get(1);
    second = numbers.get(2);
  }

  private AttributeResult.@Nullable End judge(int row, AttributeResult now, float gradient) {
    if (!Double.isFinite(now.loss()) || !Float.isFinite(gradient)) {
      return AttributeResult.End.NOT_A_NUMBER;
    }
    AttributeResult before = best[row];
    if (now.met(targets)) {
      best[row] = now;
      return AttributeResult.End.MET;
    }
    if (before == null || now.loss() < before.loss()) {
      best[row] = now;
      return null;
    }
    return now.steps() - before.steps() >= settings.patience() ? AttributeResult.End.STUCK : null;
  }

  /** Ends every vector that still moves. */
  void end(AttributeResult.End why) {
    for (int row = 0; row < ended.length; row++) {
      if (ended[row] == null) {
        ended[row] = why;
      }
    }
  }

  List<AttributeResult> results() {
    List<AttributeResult> results = new ArrayList<>();
    for (int row = 0; row < ended.length; row++) {
      AttributeResult it = best[row];
      AttributeResult.End end = ended[row];
      AttributeResult.End why = end == null ? AttributeResult.End.OUT_OF_STEPS : end;
      results.add(
          it == null
              ? new AttributeResult(start.row(row), 0, Double.NaN, Double.NaN, Double.NaN, why)
              : new AttributeResult(
                  it.vector(), it.steps(), it.identity(), it.quality(), it.yaw(), why));
    }
    return results;
  }
}
