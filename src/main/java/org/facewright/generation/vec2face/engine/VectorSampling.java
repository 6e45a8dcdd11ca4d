package org.facewright.generation.vec2face.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.BooleanSupplier;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.generation.vec2face.identity.CentreGaussian;
import org.facewright.generation.vec2face.identity.Separation;
import org.facewright.generation.vec2face.identity.VectorSource;
import org.facewright.inference.nearest.KernelScreen;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Npy;
import org.facewright.vector.NpyType;
import org.facewright.vector.NpyWriter;

/** Draws vectors of new identities into a file. Stateless. */
final class VectorSampling {
  private static final long TRIES = 20;

  private VectorSampling() {}

  static void write(SampleWish wish, int features, BooleanSupplier stopping)
      throws Vec2FaceException, IOException {
    VectorSource source = source(wish, features);
    Path target = Path.of(wish.target());
    Path fresh = target.resolveSibling(target.getFileName() + ".part");
    Separation.Outcome outcome;
    try (KernelScreen screen = new KernelScreen(features);
        NpyWriter writer = new NpyWriter(fresh, NpyType.FLOAT32, features)) {
      outcome =
          new Separation(wish.threshold(), wish.count() * TRIES, stopping, kept -> {})
              .draw(source, wish.count(), screen, writer::write);
    }
    if (outcome.kept() < wish.count()) {
      Files.delete(fresh);
      throw new Vec2FaceException(
          "Only %,d of %,d drawn vectors are less alike than %s; %,d were wanted: allow a higher cosine."
              .formatted(outcome.kept(), outcome.candidates(), wish.threshold(), wish.count()));
    }
    Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static VectorSource source(SampleWish wish, int features)
      throws Vec2FaceException, IOException {
    if (wish.centres().isEmpty()) {
      return new VectorSource.Gaussian(features, wish.seed());
    }
    FloatMatrix centres = Npy.matrix(Path.of(wish.centres()));
    if (centres.columns() != features) {
      throw new Vec2FaceException(
          "%s has vectors of %d numbers, but the generator takes %d."
              .formatted(wish.centres(), centres.columns(), features));
    }
    return new CentreGaussian(centres, wish.seed());
  }
}
