package org.facewright.exchange;

import java.util.ArrayList;
import java.util.List;

/** Reads whole datasets, for tests. */
public final class Entries {
  private Entries() {}

  /** All entries that are left in a reader. */
  public static List<SourceEntry> all(DatasetReader reader) throws DatasetException {
    List<SourceEntry> entries = new ArrayList<>();
    for (SourceEntry entry = reader.next(); entry != null; entry = reader.next()) {
      entries.add(entry);
    }
    return entries;
  }

  /** All faces; fails on an unreadable entry. */
  public static List<FaceEntry> faces(DatasetReader reader) throws DatasetException {
    List<FaceEntry> faces = new ArrayList<>();
    for (SourceEntry entry : all(reader)) {
      if (!(entry instanceof FaceEntry face)) {
        throw new AssertionError(entry);
      }
      faces.add(face);
    }
    return faces;
  }

  /** A small file that begins like a JPEG, different for each seed. */
  public static byte[] picture(int seed, int length) {
    byte[] bytes = new byte[Math.max(16, length)];
    new java.util.Random(seed).nextBytes(bytes);
    bytes[0] = (byte) 0xff;
    bytes[1] = (byte) 0xd8;
    bytes[2] = (byte) 0xff;
    return bytes;
  }
}
