package org.facewright.gallery;

import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.facewright.faces.AlignedFace;
import org.facewright.faces.AlignmentMode;
import org.facewright.faces.EmbeddedFace;
import org.facewright.faces.EmbeddingPipeline;
import org.facewright.faces.EncodedFace;
import org.facewright.faces.FaceAligner;
import org.facewright.faces.OnnxEmbedder;
import org.facewright.image.ImageDecoder;
import org.facewright.image.JpegEncoder;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.inference.models.Models;
import org.facewright.jobs.Workers;
import org.jspecify.annotations.Nullable;

/** Pictures to embeddings, with the aligned crop of each face that had to be looked for. */
final class EmbedTask implements FaceTask {
  private static final int BATCHES_AHEAD = 3;
  private static final double CROP_QUALITY = .95;

  private final Workers workers;
  private final AlignmentMode alignment;
  private final ImageDecoder decoder = new ImageDecoder();
  private final OnnxEmbedder embedder;
  private final @Nullable FaceAligner aligner;

  EmbedTask(Models models, InferenceSettings settings, Workers workers, FaceRequest request)
      throws InferenceException, CatalogueException, InstallException {
    this.workers = workers;
    this.alignment = request.alignment();
    this.aligner = alignment == AlignmentMode.ALIGNED ? null : FaceAligner.open(models, settings);
    this.embedder =
        new OnnxEmbedder(
            models.open(request.model(), settings),
            request.flip() ? OnnxEmbedder.Flip.SUM : OnnxEmbedder.Flip.NONE);
  }

  @Override
  public int dim() {
    return embedder.dim();
  }

  @Override
  public void run(List<byte[]> pictures, BooleanSupplier stopping, Consumer<FaceReply.Item> answers)
      throws InferenceException {
    var encoded = pictures.stream().map(bytes -> (EncodedFace) () -> bytes).iterator();
    try (EmbeddingPipeline pipeline =
        new EmbeddingPipeline(
            encoded, decoder, aligner, alignment, embedder, workers, BATCHES_AHEAD)) {
      List<EmbeddedFace> batch = pipeline.next();
      while (!batch.isEmpty() && !stopping.getAsBoolean()) {
        batch.stream().map(EmbedTask::item).forEach(answers);
        batch = pipeline.next();
      }
    }
  }

  private static FaceReply.Item item(EmbeddedFace face) {
    return switch (face) {
      case EmbeddedFace.Failed failed -> FaceReply.Item.failed(failed.sentence());
      case EmbeddedFace.Done done -> item(done.face(), done.unit());
    };
  }

  private static FaceReply.Item item(AlignedFace face, float[] values) {
    AlignedFace.Found found = face.found();
    return found == null
        ? new FaceReply.Item(values, null, 0, "", "")
        : new FaceReply.Item(
            values,
            new JpegEncoder().encode(face.crop(), CROP_QUALITY),
            found.score(),
            points(found),
            "");
  }

  private static String points(AlignedFace.Found found) {
    return found.points().all().stream()
        .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.x(), point.y()))
        .collect(Collectors.joining(" "));
  }

  @Override
  public void close() {
    embedder.close();
    if (aligner != null) {
      aligner.close();
    }
  }
}
