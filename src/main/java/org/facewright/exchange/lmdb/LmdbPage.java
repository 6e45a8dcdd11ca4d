package org.facewright.exchange.lmdb;

import static org.facewright.exchange.lmdb.LmdbLayout.*;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * One branch or leaf page whose bounds have been checked. Each node is checked when it is read.
 *
 * @param at where the page starts in the file
 * @param count number of nodes
 */
record LmdbPage(LmdbPages pages, long at, boolean leaf, int count, int upper, int pageSize) {

  private long node(int index) throws LmdbDamage {
    int from = index < count ? pages.u2(at + HEADER + 2L * index) : 0;
    if (from < upper || from + NODE > pageSize || from + NODE + keySize(at + from) > pageSize) {
      throw new LmdbDamage(at, "entry " + index + " of a page lies outside the page");
    }
    return at + from;
  }

  private int keySize(long node) {
    return pages.u2(node + 6);
  }

  byte[] key(int index) throws LmdbDamage {
    long node = node(index);
    return pages.file().asSlice(node + NODE, keySize(node)).toArray(ValueLayout.JAVA_BYTE);
  }

  /** Number of the page below, in a branch page. */
  long child(int index) throws LmdbDamage {
    long node = node(index);
    return pages.u2(node) | (long) pages.u2(node + 2) << 16 | (long) pages.u2(node + 4) << 32;
  }

  /** The value of an entry, in a leaf page. */
  MemorySegment value(int index) throws LmdbDamage {
    long node = node(index);
    long size = pages.u2(node) | (long) pages.u2(node + 2) << 16;
    int flags = pages.u2(node + 4);
    long data = node + NODE + keySize(node);
    boolean big = flags == BIG_DATA;
    if ((flags != 0 && !big) || data + (big ? Long.BYTES : size) > at + pageSize) {
      throw new LmdbDamage(node, "the value of entry " + index + " lies outside its page");
    }
    return big
        ? pages.overflow(pages.file().get(U8, data), size)
        : pages.file().asSlice(data, size);
  }

  /**
   * Index of the first key not smaller than {@code key}. In a branch page the first key counts as
   * smaller than all, whatever it is.
   */
  int search(byte[] key) throws LmdbDamage {
    int low = leaf ? 0 : 1;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Arrays.compareUnsigned(key(middle), key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
