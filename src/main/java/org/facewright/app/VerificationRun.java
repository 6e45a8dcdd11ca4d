package org.facewright.app;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.facewright.evaluation.Bootstrap;
import org.facewright.evaluation.EvaluationException;
import org.facewright.evaluation.PairFeatures;
import org.facewright.evaluation.VerificationResult;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.ReadOptions;
import org.facewright.exchange.verification.VerificationSet;
import org.facewright.exchange.verification.VerificationSets;
import org.facewright.faces.AlignmentMode;
import org.facewright.faces.EmbeddingPipeline;
import org.facewright.faces.EncodedFace;
import org.facewright.faces.FaceAligner;
import org.facewright.faces.OnnxEmbedder;
import org.facewright.image.ImageDecoder;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.inference.models.Models;
import org.facewright.jobs.Workers;
import org.facewright.vector.FloatMatrix;
import org.jspecify.annotations.Nullable;

/** One recogniser, ready to be judged by verification sets. One thread; closes its networks. */
final class VerificationRun implements AutoCloseable {
  private static final int AHEAD = 2;

  private final OnnxEmbedder embedder;
  private final @Nullable FaceAligner aligner;
  private final AlignmentMode alignment;
  private final Workers workers;
  private final @Nullable Path images;

  private VerificationRun(
      OnnxEmbedder embedder,
      @Nullable FaceAligner aligner,
      AlignmentMode alignment,
      int threads,
      @Nullable Path images) {
    this.embedder = embedder;
    this.aligner = aligner;
    this.alignment = alignment;
    this.workers = new Workers("decode", threads);
    this.images = images;
  }

  /** A set's name and what it says. */
  record Judged(String name, VerificationResult result) {}

  /** Told how many of a set's pictures are done. */
  interface Progress {
    void show(int done, int all);
  }

  static VerificationRun open(
      String model,
      InferenceSettings settings,
      OnnxEmbedder.Flip flip,
      AlignmentMode alignment,
      @Nullable Path images)
      throws CatalogueException, InstallException, InferenceException {
    Models models = Installation.here().models(Installation.runtime());
    return new VerificationRun(
        new OnnxEmbedder(models.open(model, settings), flip),
        alignment == AlignmentMode.ALIGNED ? null : FaceAligner.open(models, settings),
        alignment,
        settings.threads(),
        images);
  }

  Judged judge(Path source, Bootstrap bootstrap, Progress progress)
      throws DatasetException, EvaluationException, InferenceException {
    try (VerificationSet set = set(source)) {
      int pictures = 2 * set.pairs();
      Iterator<EncodedFace> faces =
          IntStream.range(0, pictures).<EncodedFace>mapToObj(i -> () -> set.image(i)).iterator();
      FloatMatrix features;
      try (EmbeddingPipeline pipeline =
          new EmbeddingPipeline(
              faces, new ImageDecoder(), aligner, alignment, embedder, workers, AHEAD)) {
        features =
            PairFeatures.of(
                pipeline,
                pictures,
                embedder.dim(),
                set::place,
                done -> progress.show(done, pictures));
      }
      boolean[] same = new boolean[set.pairs()];
      for (int pair = 0; pair < same.length; pair++) {
        same[pair] = set.same(pair);
      }
      return new Judged(set.name(), result(set.name(), features, same, bootstrap));
    }
  }

  private static VerificationResult result(
      String name, FloatMatrix features, boolean[] same, Bootstrap bootstrap)
      throws EvaluationException {
    try {
      return VerificationResult.of(features, same, bootstrap);
    } catch (IllegalArgumentException e) {
      throw new EvaluationException(name + " cannot be judged: " + e.getMessage());
    }
  }

  private VerificationSet set(Path source) throws DatasetException {
    return images == null
        ? new VerificationSets().open(source, ReadOptions.usual())
        : new VerificationSets().openLfw(source, images, ReadOptions.usual());
  }

  @Override
  public void close() {
    workers.close();
    embedder.close();
  }
}
