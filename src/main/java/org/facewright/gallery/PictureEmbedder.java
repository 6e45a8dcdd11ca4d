package org.facewright.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.facewright.faces.AlignmentMode;
import org.facewright.jobs.JobException;

/**
 * Embeds pictures that are not in a project, with the engine that embeds those that are. One thread
 * at a time; closes its engine.
 */
public final class PictureEmbedder implements AutoCloseable {
  private final EngineKeeper engine;
  private final FaceRequest request;

  /**
   * @param model the embedder's name in the catalogue
   * @param flip whether f(image) + f(mirrored image) is taken
   */
  public PictureEmbedder(Engines engines, String model, AlignmentMode alignment, boolean flip) {
    this.engine = new EngineKeeper(engines);
    this.request = new FaceRequest(FaceRequest.Task.EMBED, model, alignment, flip);
  }

  /** What came of a picture: a vector of length 1, or else a reason. */
  @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
  public record Answer(float[] unit, String reason) {
    public boolean embedded() {
      return reason.isEmpty();
    }
  }

  /** Answers in the order of the pictures; fewer when it was told to stop. */
  public List<Answer> embed(List<byte[]> pictures, BooleanSupplier stopping, Consumer<String> log)
      throws JobException {
    FaceReply reply = engine.ask(request, PackedBytes.pack(pictures), stopping, log);
    List<Answer> answers = new ArrayList<>();
    for (FaceReply.Item item : reply.items()) {
      float[] values = item.values();
      answers.add(
          values == null ? new Answer(new float[0], item.reason()) : new Answer(values, ""));
    }
    return answers;
  }

  @Override
  public void close() {
    engine.close();
  }
}
