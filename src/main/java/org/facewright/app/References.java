package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.facewright.faces.AlignmentMode;
import org.facewright.faces.FaceAligner;
import org.facewright.faces.OnnxEmbedder;
import org.facewright.generation.vec2face.IdentityVectors;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.generation.vec2face.engine.PhotoVector;
import org.facewright.generation.vec2face.variant.Reference;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.inference.models.Models;
import org.facewright.vector.FloatMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Identities as the command line names them: a picture (found, aligned, embedded), a .npy file, or
 * one of its rows.
 */
final class References implements AutoCloseable {
  private final @Nullable OnnxEmbedder embedder;
  private final @Nullable FaceAligner aligner;

  private References(@Nullable OnnxEmbedder embedder, @Nullable FaceAligner aligner) {
    this.embedder = embedder;
    this.aligner = aligner;
  }

  static References ofVectors() {
    return new References(null, null);
  }

  static References open(Models models, String recogniser, InferenceSettings settings)
      throws CatalogueException, InstallException, InferenceException {
    OnnxEmbedder embedder =
        new OnnxEmbedder(models.open(recogniser, settings), OnnxEmbedder.Flip.NONE);
    return new References(embedder, FaceAligner.open(models, settings));
  }

  static boolean isVectors(String text) {
    return text.toLowerCase(Locale.ROOT).matches(".*\\.npy(:\\d+)?");
  }

  @Nullable OnnxEmbedder embedder() {
    return embedder;
  }

  /** Refuses a recogniser whose vectors the generator does not take. */
  void require(int features, boolean filters) throws Vec2FaceException {
    if (embedder != null && embedder.dim() != features) {
      throw new Vec2FaceException(
          "%s gives %d numbers, but the generator takes %d."
              .formatted(embedder.model(), embedder.dim(), features));
    }
    if (embedder == null && filters) {
      throw new Vec2FaceException("Filters need the recogniser of the vectors.");
    }
  }

  /** Reads all; names are those of the files, with the row's number. */
  List<Reference> read(List<String> texts, int features, double norm)
      throws Vec2FaceException, IOException, InferenceException {
    List<Reference> all = new ArrayList<>();
    for (String text : texts) {
      all.addAll(isVectors(text) ? rows(text, features, norm) : List.of(picture(text, norm)));
    }
    return all;
  }

  private static List<Reference> rows(String text, int features, double norm)
      throws Vec2FaceException, IOException {
    int colon = text.lastIndexOf(":");
    boolean one = !text.toLowerCase(Locale.ROOT).endsWith(".npy");
    Path file = Path.of(one ? text.substring(0, colon) : text);
    FloatMatrix rows = IdentityVectors.read(file, features);
    if (norm > 0) {
      rows = IdentityVectors.scaled(rows, norm);
    }
    String name = stem(file);
    List<Reference> found = new ArrayList<>();
    int first = one ? Integer.parseInt(text.substring(colon + 1)) : 0;
    int last = one ? first : rows.rows() - 1;
    if (last >= rows.rows()) {
      throw new Vec2FaceException(file + " has " + rows.rows() + " rows, no row " + last + ".");
    }
    for (int row = first; row <= last; row++) {
      found.add(new Reference("%s-%06d".formatted(name, row), rows.row(row)));
    }
    return found;
  }

  private Reference picture(String text, double norm)
      throws Vec2FaceException, IOException, InferenceException {
    Path file = Path.of(text);
    OnnxEmbedder seeing = embedder;
    FaceAligner finding = aligner;
    if (seeing == null || finding == null) {
      throw new IllegalStateException("opened for vectors only");
    }
    PhotoVector reader =
        new PhotoVector(seeing, whole -> finding.align(whole, AlignmentMode.AUTO).crop());
    return new Reference(stem(file), reader.read(file, norm).vector());
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  @Override
  public void close() {
    if (embedder != null) {
      embedder.close();
    }
    if (aligner != null) {
      aligner.close();
    }
  }
}
