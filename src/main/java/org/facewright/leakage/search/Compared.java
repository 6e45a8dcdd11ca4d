package org.facewright.leakage.search;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.facewright.inference.nearest.Nearest;
import org.facewright.jobs.worker.Engine;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a {@link CompareRequest} is answered.
 *
 * @param stopped nothing was compared, because somebody asked to stop
 * @param way how it was done
 * @param seconds it took, reading included
 */
public record Compared(boolean stopped, Way way, double seconds) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * One row's result.
   *
   * @param rows within the block
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Line(int aboveSimilar, int aboveSame, int[] rows, float[] similarities) {}

  Engine.Reply reply(byte[] body) {
    return new Engine.Reply(JSON.writeValueAsString(this), body);
  }

  public static Compared of(Engine.Reply reply) {
    return JSON.readValue(reply.header(), Compared.class);
  }

  /** The results as a message's body. */
  static byte[] body(Nearest found, int asked) {
    int k = found.k();
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(asked, 8 + 8 * k));
    for (int i = 0; i < asked; i++) {
      bytes
          .putInt(Math.toIntExact(found.above()[0][i]))
          .putInt(Math.toIntExact(found.above()[1][i]));
      for (int j = i * k; j < (i + 1) * k; j++) {
        bytes.putInt(Math.toIntExact(found.rows()[j])).putFloat(found.similarities()[j]);
      }
    }
    return bytes.array();
  }

  /** The results of a body, in the order of what was asked; places that are free are left out. */
  public static List<Line> lines(byte[] body, int nearest) {
    ByteBuffer bytes = ByteBuffer.wrap(body);
    List<Line> lines = new ArrayList<>();
    while (bytes.hasRemaining()) {
      int similar = bytes.getInt();
      int same = bytes.getInt();
      int[] rows = new int[nearest];
      float[] similarities = new float[nearest];
      int found = 0;
      for (int i = 0; i < nearest; i++) {
        int row = bytes.getInt();
        float similarity = bytes.getFloat();
        if (row >= 0) {
          rows[found] = row;
          similarities[found++] = similarity;
        }
      }
      lines.add(
          new Line(
              similar,
              same,
              java.util.Arrays.copyOf(rows, found),
              java.util.Arrays.copyOf(similarities, found)));
    }
    return lines;
  }
}
