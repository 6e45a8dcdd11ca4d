package org.facewright.exchange.lmdb;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * One value: {@code [image, label]} (HSFace) or {@code [image, feature as .npy, label]} (Vec2Face).
 *
 * @param feature a whole .npy file, or null
 */
record LmdbRecord(MemorySegment image, @Nullable MemorySegment feature, long label) {
  static LmdbRecord parse(MemorySegment value) throws LmdbDamage {
    MsgPackCursor cursor = new MsgPackCursor(value);
    long parts = cursor.array();
    if (parts != 2 && parts != 3) {
      throw new LmdbDamage(-1, "its value has " + parts + " parts instead of 2 or 3");
    }
    MemorySegment image = cursor.binary();
    MemorySegment feature = parts == 3 ? cursor.binary() : null;
    long label = cursor.integer();
    if (label < 0) {
      throw new LmdbDamage(-1, "its label is " + label);
    }
    return new LmdbRecord(image, feature, label);
  }
}
