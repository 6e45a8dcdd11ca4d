package org.facewright.exchange.lmdb;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * The msgpack array under {@code __keys__}: the dataset's order. Read where it lies; only every
 * 1024th element's place is remembered. One thread at a time.
 */
final class KeyList {
  private static final int STEP = 1024;

  private final MsgPackCursor cursor;
  private final long size;
  private long[] places = new long[16];
  private int known = 1;
  private long at;

  KeyList(MemorySegment value) throws LmdbDamage {
    cursor = new MsgPackCursor(value);
    size = cursor.array();
    if (size > value.byteSize()) {
      throw new LmdbDamage(-1, "its list of keys is shorter than it says");
    }
    places[0] = cursor.position();
  }

  long size() {
    return size;
  }

  /** The key at a position below {@link #size}. */
  byte[] get(long position) throws LmdbDamage {
    seek(position);
    byte[] key = cursor.binary().toArray(ValueLayout.JAVA_BYTE);
    at++;
    return key;
  }

  private void seek(long position) throws LmdbDamage {
    if (position < at || position - at > STEP) {
      int nearest = (int) Math.min(position / STEP, known - 1);
      at = (long) nearest * STEP;
      cursor.position(places[nearest]);
    }
    while (true) {
      if (at % STEP == 0 && at / STEP == known) {
        places = known == places.length ? Arrays.copyOf(places, known * 2) : places;
        places[known++] = cursor.position();
      }
      if (at == position) {
        return;
      }
      cursor.binary();
      at++;
    }
  }
}
