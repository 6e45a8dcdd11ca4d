package org.facewright.generation.render;

/** Closes holes of an atlas (eyes, mouth, margins) by growing what is around them inwards. */
final class AtlasHoles {
  private AtlasHoles() {}

  /**
   * @param xyz 3 values a texel
   * @param known above 0 where a texel has a value; overwritten
   */
  static void fill(float[] xyz, float[] known, int size) {
    int[] border = new int[size * size];
    for (int round = 0; round < size; round++) {
      int count = 0;
      for (int at = 0; at < known.length; at++) {
        if (known[at] == 0 && spread(xyz, known, size, at)) {
          border[count++] = at;
        }
      }
      if (count == 0) {
        return;
      }
      for (int i = 0; i < count; i++) {
        known[border[i]] = 1;
      }
    }
  }

  private static boolean spread(float[] xyz, float[] known, int size, int at) {
    int x = at % size;
    int y = at / size;
    int from = -1;
    if (x > 0 && known[at - 1] > 0) {
      from = at - 1;
    } else if (x < size - 1 && known[at + 1] > 0) {
      from = at + 1;
    } else if (y > 0 && known[at - size] > 0) {
      from = at - size;
    } else if (y < size - 1 && known[at + size] > 0) {
      from = at + size;
    }
    if (from < 0) {
      return false;
    }
    System.arraycopy(xyz, from * 3, xyz, at * 3, 3);
    return true;
  }
}
