package org.facewright.gallery.map;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.facewright.jobs.WholeFile;
import tools.jackson.core.JacksonException;

/**
 * A map on the disk: {@code FWMAP001}, the settings as JSON, the numbers big-endian, and a CRC-32C
 * over everything before it. Written whole or not at all.
 */
final class MapFile {
  private static final long MAGIC = 0x46574d4150303031L;
  private static final int LARGEST = 50_000_000;

  private MapFile() {}

  static void write(FaceMap map, Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 + map.points() * 20);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(MAGIC);
    out.writeUTF(map.settings().toJson());
    out.writeInt(map.points());
    out.writeInt(map.placed());
    for (int i = 0; i < map.points(); i++) {
      out.writeLong(map.ids()[i]);
      out.writeFloat(map.x()[i]);
      out.writeFloat(map.y()[i]);
      out.writeInt(map.groups()[i]);
    }
    out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
    WholeFile.write(file, bytes.toByteArray());
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return (int) sum.getValue();
  }

  /**
   * @throws IOException if it cannot be read, or is no whole map
   */
  static FaceMap read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      if (in.readLong() != MAGIC || trailing(bytes) != checksum(bytes, bytes.length - 4)) {
        throw damaged(file, null);
      }
      return read(in);
    } catch (java.io.EOFException | JacksonException | IllegalArgumentException e) {
      throw damaged(file, e);
    }
  }

  private static int trailing(byte[] bytes) throws IOException {
    return new DataInputStream(new ByteArrayInputStream(bytes, bytes.length - 4, 4)).readInt();
  }

  private static FaceMap read(DataInputStream in) throws IOException {
    MapSettings settings = MapSettings.fromJson(in.readUTF());
    int points = in.readInt();
    if (points < 0 || points > LARGEST) {
      throw new IllegalArgumentException(points + " points");
    }
    int placed = in.readInt();
    long[] ids = new long[points];
    float[] x = new float[points];
    float[] y = new float[points];
    int[] groups = new int[points];
    for (int i = 0; i < points; i++) {
      ids[i] = in.readLong();
      x[i] = in.readFloat();
      y[i] = in.readFloat();
      groups[i] = in.readInt();
    }
    return new FaceMap(settings, ids, x, y, groups, placed);
  }

  private static IOException damaged(Path file, @org.jspecify.annotations.Nullable Exception why) {
    return new IOException(
        "the map " + file.getFileName() + " is damaged; make it again with New map", why);
  }
}
