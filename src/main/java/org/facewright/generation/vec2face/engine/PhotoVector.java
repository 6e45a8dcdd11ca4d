package org.facewright.generation.vec2face.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facewright.faces.AlignmentMode;
import org.facewright.faces.Embedder;
import org.facewright.faces.FaceAligner;
import org.facewright.faces.NoFaceException;
import org.facewright.generation.vec2face.IdentityVectors;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.facewright.vector.FloatMatrix;

/** The identity vector of a picture: found, aligned, embedded. As thread-safe as its networks. */
public record PhotoVector(Embedder embedder, Aligning aligning) {
  /** Cuts the main face out of a picture that is not one already. */
  @FunctionalInterface
  public interface Aligning {
    RgbImage crop(RgbImage whole) throws Vec2FaceException, NoFaceException, InferenceException;
  }

  /**
   * What a photograph became.
   *
   * @param crop the aligned face
   * @param vector its embedding, scaled
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Read(RgbImage crop, float[] vector) {}

  /**
   * Reads a picture.
   *
   * @param norm length of the vector; 0 for the square root of its numbers
   * @throws Vec2FaceException when it is no picture or holds no face
   */
  public Read read(Path file, double norm)
      throws Vec2FaceException, IOException, InferenceException {
    if (!Files.isRegularFile(file)) {
      throw new Vec2FaceException("There is no picture " + file + ".");
    }
    try {
      RgbImage whole = new ImageDecoder().decode(file);
      RgbImage face =
          FaceAligner.takenAsIs(whole, AlignmentMode.AUTO) ? whole : aligning.crop(whole);
      FloatMatrix unit = embedder.embed(List.of(face));
      double length = norm > 0 ? norm : Math.sqrt(unit.columns());
      return new Read(face, IdentityVectors.scaled(unit, length).row(0));
    } catch (ImageException e) {
      throw new Vec2FaceException(file + " is no picture: " + e.getMessage(), e);
    } catch (NoFaceException e) {
      throw new Vec2FaceException(file + ": " + e.getMessage(), e);
    }
  }
}
