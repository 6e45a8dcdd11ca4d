package org.facewright.generation.render;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Places on the skin, drawn evenly by area, where something grows. */
final class Roots {
  private final Anatomy anatomy;
  private final int[] triangles;
  private final float[] areas;

  /** The last place drawn: corners, weights, and its point on the neutral head. */
  final int[] corner = new int[3];

  float second;
  float third;
  float x;
  float y;
  float z;

  Roots(Anatomy anatomy) {
    this.anatomy = anatomy;
    float[] p = anatomy.kit.neutral();
    int[] t = anatomy.outside;
    int[] kept = new int[t.length];
    float[] sums = new float[t.length / 3];
    int count = 0;
    float sum = 0;
    for (int i = 0; i < t.length; i += 3) {
      if (anatomy.materials[i / 3].isSkin() && p[t[i] * 3 + 1] > -12) {
        sum += Geometry.area(p, t[i], t[i + 1], t[i + 2]);
        sums[count] = sum;
        kept[count++] = i;
      }
    }
    triangles = Arrays.copyOf(kept, count);
    areas = Arrays.copyOf(sums, count);
  }

  /** Moves to a random place. */
  void next(SplittableRandom random) {
    float at = random.nextFloat() * areas[areas.length - 1];
    int found = Arrays.binarySearch(areas, at);
    int t = triangles[Math.min(triangles.length - 1, found < 0 ? -found - 1 : found)];
    float r = (float) Math.sqrt(random.nextFloat());
    float q = random.nextFloat();
    second = r * (1 - q);
    third = r * q;
    for (int k = 0; k < 3; k++) {
      corner[k] = anatomy.outside[t + k];
    }
    float[] p = anatomy.kit.neutral();
    x = at(p, 0);
    y = at(p, 1);
    z = at(p, 2);
  }

  /** A coordinate of this place in other positions of the same mesh. */
  float at(float[] positions, int k) {
    return (1 - second - third) * positions[corner[0] * 3 + k]
        + second * positions[corner[1] * 3 + k]
        + third * positions[corner[2] * 3 + k];
  }

  float degrees() {
    return (float) Math.toDegrees(Math.atan2(x, z - 0.5f));
  }

  /** The mask's value here. */
  float mask(Region region) {
    Atlas atlas = anatomy.atlas;
    int column = Math.min(atlas.size - 1, (int) (Atlas.u(x, z) * atlas.size));
    int row = Math.min(atlas.size - 1, (int) (Atlas.v(y) * atlas.size));
    return anatomy.regions.mask(region)[row * atlas.size + column];
  }
}
