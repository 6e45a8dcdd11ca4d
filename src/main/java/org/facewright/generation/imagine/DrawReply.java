package org.facewright.generation.imagine;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.facewright.generation.prompt.Description;
import org.facewright.image.JpegEncoder;
import org.facewright.image.PngEncoder;
import org.facewright.image.RgbImage;
import org.facewright.jobs.worker.Engine;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an engine answers: a picture and what was seen in it.
 *
 * @param facts null if nobody looked
 * @param png the picture
 * @param crop the aligned face as JPEG, null unless there is exactly one
 * @param unit its embedding, null unless there is exactly one
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record DrawReply(Head head, byte[] png, byte @Nullable [] crop, float @Nullable [] unit) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CANCELLED = "{}";
  private static final double CROP_QUALITY = .95;

  /** Everything but the arrays. */
  record Head(
      Description subject,
      String model,
      String modelHash,
      Map<String, @Nullable Object> facts,
      double seconds,
      int steps,
      int width,
      int height,
      @Nullable FaceFacts face,
      int dim) {}

  static DrawReply of(DrawnPicture drawn, FaceExaminer.@Nullable Seen seen) {
    RgbImage crop = seen == null ? null : seen.crop();
    float[] unit = seen == null ? null : seen.unit();
    Head head =
        new Head(
            drawn.subject(),
            drawn.model(),
            drawn.modelHash(),
            drawn.facts(),
            drawn.seconds(),
            drawn.steps(),
            drawn.picture().width(),
            drawn.picture().height(),
            seen == null ? null : seen.facts(),
            unit == null ? 0 : unit.length);
    return new DrawReply(
        head,
        new PngEncoder().encode(drawn.picture()),
        crop == null ? null : new JpegEncoder().encode(crop, CROP_QUALITY),
        unit);
  }

  static Engine.Reply cancelled() {
    return new Engine.Reply(CANCELLED, new byte[0]);
  }

  Engine.Reply toMessage() {
    byte[] face = crop == null ? new byte[0] : crop;
    float[] row = unit == null ? new float[0] : unit;
    ByteBuffer body = ByteBuffer.allocate(8 + png.length + face.length + 4 * row.length);
    body.putInt(png.length).put(png).putInt(face.length).put(face);
    for (float value : row) {
      body.putFloat(value);
    }
    return new Engine.Reply(JSON.writeValueAsString(head), body.array());
  }

  /** The reply, empty if the request was given up on the way. */
  static Optional<DrawReply> fromMessage(Engine.Reply reply) {
    if (reply.header().equals(CANCELLED)) {
      return Optional.empty();
    }
    Head head = JSON.readValue(reply.header(), Head.class);
    ByteBuffer body = ByteBuffer.wrap(reply.body());
    byte[] png = new byte[body.getInt()];
    body.get(png);
    byte[] crop = new byte[body.getInt()];
    body.get(crop);
    float[] unit = new float[head.dim()];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = body.getFloat();
    }
    return Optional.of(
        new DrawReply(head, png, crop.length == 0 ? null : crop, unit.length == 0 ? null : unit));
  }
}
