package org.facewright.generation.render;

import java.util.SplittableRandom;

/**
 * Independent random streams by number: whoever needs randomness names what it is for, so that no
 * order of work, and no number of threads, can change a picture.
 */
final class Seeds {
  private Seeds() {}

  /** A seed for one purpose; the parts are mixed by the finaliser of MurmurHash3 (Stafford 13). */
  static long of(long seed, long... parts) {
    long mixed = mix(seed + 0x9e3779b97f4a7c15L);
    for (long part : parts) {
      mixed = mix(mixed ^ mix(part + 0x9e3779b97f4a7c15L));
    }
    return mixed;
  }

  static SplittableRandom stream(long seed, long... parts) {
    return new SplittableRandom(of(seed, parts));
  }

  static long mix(long z) {
    long y = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    y = (y ^ (y >>> 27)) * 0x94d049bb133111ebL;
    return y ^ (y >>> 31);
  }
}
