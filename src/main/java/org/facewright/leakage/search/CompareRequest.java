package org.facewright.leakage.search;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.NpyType;
import org.facewright.vector.RowFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows that are asked about, to be compared with a block of a gallery's. The rows themselves are
 * the message's body: float32, little-endian, each of length 1.
 *
 * @param file the gallery's, absolute
 * @param first row of the block
 * @param count rows of the block
 * @param asked how many rows the body holds
 * @param nearest how many of the nearest are wanted
 * @param threads that PyTorch may use
 */
public record CompareRequest(
    String file,
    NpyType type,
    boolean bigEndian,
    long offset,
    long rows,
    int columns,
    long first,
    int count,
    int asked,
    int nearest,
    Way way,
    int threads) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public static CompareRequest of(
      RowFile.Place place, long first, int count, int asked, int nearest, Way way, int threads) {
    return new CompareRequest(
        place.file().toString(),
        place.type(),
        place.bigEndian(),
        place.offset(),
        place.rows(),
        place.columns(),
        first,
        count,
        asked,
        nearest,
        way,
        threads);
  }

  RowFile.Place place() {
    return new RowFile.Place(Path.of(file), type, bigEndian, offset, rows, columns);
  }

  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  static CompareRequest fromJson(String json) {
    return JSON.readValue(json, CompareRequest.class);
  }

  /** Rows as a message's body. */
  public static byte[] body(FloatMatrix rows) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(rows.values().length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(rows.values());
    return bytes.array();
  }

  FloatMatrix rows(byte[] body) {
    float[] values = new float[asked * columns];
    ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return new FloatMatrix(asked, columns, values);
  }
}
