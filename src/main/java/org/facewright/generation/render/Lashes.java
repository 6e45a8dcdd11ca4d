package org.facewright.generation.render;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Eyelashes: strands between neighbouring columns of the model's lash cards, for one shot. */
final class Lashes {
  private static final int STEPS = 6;

  private Lashes() {}

  /** Strands whose points are already posed. */
  static Strands of(Anatomy anatomy, Identity identity, float[] head) {
    SplittableRandom random = Seeds.stream(identity.seed(), 10);
    List<int[]> columns = anatomy.eyes.lashColumns;
    float amount = identity.eyes().lashes();
    List<float[]> strands = new ArrayList<>();
    for (int c = 0; c + 1 < columns.size(); c++) {
      if (apart(anatomy.kit.neutral(), columns.get(c)[0], columns.get(c + 1)[0]) < 0.5f) {
        float chance = 0.15f + 0.4f * amount;
        if (random.nextFloat() < chance) {
          strands.add(between(head, columns.get(c), columns.get(c + 1), random, amount));
        }
      }
    }
    return strands(strands, amount);
  }

  private static float apart(float[] p, int a, int b) {
    float dx = p[a * 3] - p[b * 3];
    float dy = p[a * 3 + 1] - p[b * 3 + 1];
    float dz = p[a * 3 + 2] - p[b * 3 + 2];
    return (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  private static float[] between(
      float[] head, int[] left, int[] right, SplittableRandom random, float amount) {
    float t = random.nextFloat();
    float reach = (0.35f + 0.35f * amount) * (0.8f + 0.3f * random.nextFloat());
    float[] strand = new float[STEPS * 3];
    for (int i = 0; i < STEPS; i++) {
      float at = i * reach;
      int row = Math.min(STEPS - 2, (int) at);
      float f = at - row;
      for (int k = 0; k < 3; k++) {
        float a = Smooth.mix(head[left[row] * 3 + k], head[left[row + 1] * 3 + k], f);
        float b = Smooth.mix(head[right[row] * 3 + k], head[right[row + 1] * 3 + k], f);
        strand[i * 3 + k] = Smooth.mix(a, b, t);
      }
    }
    return strand;
  }

  private static Strands strands(List<float[]> list, float amount) {
    int n = list.size();
    float[] points = new float[n * STEPS * 3];
    float[] width = new float[n];
    float[] tone = new float[n];
    float[] depth = new float[n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(list.get(i), 0, points, i * STEPS * 3, STEPS * 3);
      width[i] = 0.022f + 0.02f * amount;
      tone[i] = 1;
      depth[i] = 0.5f;
    }
    return new Strands(STEPS, points, width, tone, new float[n], new int[0], new float[0], depth);
  }
}
