package org.facewright.gallery;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.facewright.jobs.worker.Engine;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a face engine answers.
 *
 * @param dim values an item: the embedding's, or five attributes
 * @param items one a picture, in order
 */
record FaceReply(int dim, List<Item> items) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * The answer for one picture: a vector, or a reason.
   *
   * @param values null if it failed
   * @param crop the aligned face as JPEG, null if the picture was taken as it is
   * @param reason why it failed, empty if it did not
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
  record Item(
      float @Nullable [] values,
      byte @Nullable [] crop,
      float score,
      String points,
      String reason) {
    static Item failed(String reason) {
      return new Item(null, null, 0, "", reason);
    }
  }

  /** An item without its arrays: these travel in the body. */
  private record Line(boolean ok, boolean cropped, float score, String points, String reason) {}

  private record Head(int dim, List<Line> lines) {}

  Engine.Reply toMessage() {
    List<Line> lines = new ArrayList<>();
    List<byte[]> crops = new ArrayList<>();
    int good = (int) items.stream().filter(item -> item.values() != null).count();
    ByteBuffer rows = ByteBuffer.allocate(good * dim * 4);
    for (Item item : items) {
      float[] values = item.values();
      byte[] crop = item.crop();
      lines.add(new Line(values != null, crop != null, item.score(), item.points(), item.reason()));
      if (values != null) {
        rows.asFloatBuffer().put(values);
        rows.position(rows.position() + dim * 4);
      }
      if (crop != null) {
        crops.add(crop);
      }
    }
    byte[] packed = PackedBytes.pack(crops);
    byte[] body =
        ByteBuffer.allocate(rows.capacity() + packed.length).put(rows.flip()).put(packed).array();
    return new Engine.Reply(JSON.writeValueAsString(new Head(dim, lines)), body);
  }

  static FaceReply fromMessage(Engine.Reply reply) {
    Head head = JSON.readValue(reply.header(), Head.class);
    ByteBuffer body = ByteBuffer.wrap(reply.body());
    int good = (int) head.lines().stream().filter(Line::ok).count();
    ByteBuffer rows = body.slice(0, good * head.dim() * 4);
    body.position(rows.capacity());
    List<byte[]> crops = PackedBytes.unpack(body);
    List<Item> items = new ArrayList<>();
    int crop = 0;
    for (Line line : head.lines()) {
      float[] values = null;
      if (line.ok()) {
        values = new float[head.dim()];
        rows.asFloatBuffer().get(values);
        rows.position(rows.position() + head.dim() * 4);
      }
      items.add(
          new Item(
              values,
              line.cropped() ? crops.get(crop++) : null,
              line.score(),
              line.points(),
              line.reason()));
    }
    return new FaceReply(head.dim(), items);
  }
}
