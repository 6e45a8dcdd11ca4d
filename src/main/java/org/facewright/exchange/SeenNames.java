package org.facewright.exchange;

/**
 * Which names were there before, as 64-bit hashes: 16 bytes a name at most, so that ten million
 * entries stay at 160 MB. Two different names share a hash about once in a million such archives.
 */
public final class SeenNames {
  private long[] slots = new long[1 << 10];
  private int count;

  /** Notes a name; false if it was there before. */
  public boolean add(String name) {
    if (count * 2 >= slots.length) {
      grow();
    }
    if (!insert(slots, hash(name))) {
      return false;
    }
    count++;
    return true;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    for (long hash : slots) {
      if (hash != 0) {
        insert(larger, hash);
      }
    }
    slots = larger;
  }

  private static boolean insert(long[] table, long hash) {
    int at = (int) (hash >>> 32) & (table.length - 1);
    while (table[at] != 0) {
      if (table[at] == hash) {
        return false;
      }
      at = (at + 1) & (table.length - 1);
    }
    table[at] = hash;
    return true;
  }

  /** FNV-1a, then the finish of splitmix64; never 0, which marks a free slot. */
  private static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    hash ^= hash >>> 31;
    return hash == 0 ? 1 : hash;
  }
}
