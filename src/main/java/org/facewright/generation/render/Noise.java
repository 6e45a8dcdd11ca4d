package org.facewright.generation.render;

/**
 * Value noise on an integer lattice, smoothed by a cubic (a cheap cousin of Perlin 1985): the same
 * everywhere for the same seed.
 */
final class Noise {
  private final int seed;

  Noise(long seed) {
    this.seed = (int) Seeds.mix(seed);
  }

  /** About -1..1. */
  float at(float x, float y, float z) {
    int ix = (int) Math.floor(x);
    int iy = (int) Math.floor(y);
    int iz = (int) Math.floor(z);
    float fx = smooth(x - ix);
    float fy = smooth(y - iy);
    float fz = smooth(z - iz);
    float low = mix(edge(ix, iy, iz, fx), edge(ix, iy + 1, iz, fx), fy);
    float high = mix(edge(ix, iy, iz + 1, fx), edge(ix, iy + 1, iz + 1, fx), fy);
    return mix(low, high, fz);
  }

  /** Two octaves. */
  float rough(float x, float y, float z) {
    return 0.65f * at(x, y, z) + 0.35f * at(x * 2.1f + 7.3f, y * 2.1f - 3.1f, z * 2.1f + 1.7f);
  }

  private float edge(int x, int y, int z, float f) {
    float a = lattice(x, y, z);
    return a + (lattice(x + 1, y, z) - a) * f;
  }

  /** -1..1, uncorrelated between lattice points. */
  float lattice(int x, int y, int z) {
    int h = seed ^ (x * 0x27d4eb2d) ^ (y * 0x165667b1) ^ (z * 0x9e3779b1);
    h = (h ^ (h >>> 15)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    h ^= h >>> 16;
    return h * (1f / (1L << 31));
  }

  private static float smooth(float t) {
    return t * t * (3 - 2 * t);
  }

  private static float mix(float a, float b, float t) {
    return a + (b - a) * t;
  }
}
