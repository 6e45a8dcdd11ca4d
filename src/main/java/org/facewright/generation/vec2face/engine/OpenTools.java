package org.facewright.generation.vec2face.engine;

import java.io.IOException;
import java.nio.file.Path;
import org.facewright.faces.AlignmentMode;
import org.facewright.faces.FaceAligner;
import org.facewright.faces.OnnxEmbedder;
import org.facewright.generation.vec2face.FaceGenerator;
import org.facewright.generation.vec2face.GeneratorHome;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.generation.vec2face.variant.HalvingBatches;
import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.inference.models.Models;
import org.jspecify.annotations.Nullable;

/** An open generator, and its recogniser and face finder once they are needed. One thread. */
final class OpenTools implements AutoCloseable {
  private final GeneratorUse use;
  private final Models models;
  private final InferenceSettings settings;
  private final GeneratorHome home;
  private final FaceGenerator generator;
  private final HalvingBatches batches;
  private @Nullable OnnxEmbedder embedder;
  private @Nullable FaceAligner aligner;

  OpenTools(GeneratorUse use, Models models, InferenceSettings settings, GeneratorOpener opener)
      throws Vec2FaceException, IOException {
    this.use = use;
    this.models = models;
    this.settings = settings;
    home = GeneratorHome.at(Path.of(use.path()), null);
    generator = opener.open(home, use.precision());
    batches = new HalvingBatches(generator, settings.batch(), smaller -> {});
  }

  boolean serves(GeneratorUse other) {
    return use.equals(other);
  }

  GeneratorHome home() {
    return home;
  }

  FaceGenerator generator() {
    return generator;
  }

  HalvingBatches batches() {
    return batches;
  }

  int batch() {
    return settings.batch();
  }

  String recogniser() {
    return use.recogniser().isEmpty() ? home.conditioning() : use.recogniser();
  }

  /**
   * The recogniser of the generator's vectors.
   *
   * @throws Vec2FaceException when nobody says which one it is, or it gives other vectors
   */
  OnnxEmbedder embedder()
      throws Vec2FaceException, CatalogueException, InstallException, InferenceException {
    OnnxEmbedder open = embedder;
    if (open == null) {
      String name = recogniser();
      if (name.isEmpty()) {
        throw new Vec2FaceException(
            "Nobody says which recogniser's embeddings %s takes: name one.".formatted(use.path()));
      }
      open = new OnnxEmbedder(models.open(name, settings), OnnxEmbedder.Flip.NONE);
      if (open.dim() != generator.features()) {
        open.close();
        throw new Vec2FaceException(
            "%s gives %d numbers, but the generator takes %d."
                .formatted(name, open.dim(), generator.features()));
      }
      embedder = open;
    }
    return open;
  }

  PhotoVector photos()
      throws Vec2FaceException, CatalogueException, InstallException, InferenceException {
    return new PhotoVector(embedder(), this::crop);
  }

  private RgbImage crop(RgbImage whole)
      throws Vec2FaceException, org.facewright.faces.NoFaceException, InferenceException {
    FaceAligner open = aligner;
    if (open == null) {
      try {
        open = FaceAligner.open(models, settings);
      } catch (CatalogueException | InstallException e) {
        throw new Vec2FaceException(String.valueOf(e.getMessage()), e);
      }
      aligner = open;
    }
    return open.align(whole, AlignmentMode.AUTO).crop();
  }

  @Override
  public void close() {
    generator.close();
    if (embedder != null) {
      embedder.close();
    }
    if (aligner != null) {
      aligner.close();
    }
  }
}
