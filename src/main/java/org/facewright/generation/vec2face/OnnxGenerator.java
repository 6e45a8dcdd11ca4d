package org.facewright.generation.vec2face;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.OnnxRuntime;
import org.facewright.inference.OnnxSession;
import org.facewright.inference.Tensor;
import org.facewright.inference.TensorSpec;
import org.facewright.network.architecture.TokenMask;
import org.facewright.vector.FloatMatrix;

/** A generator in ONNX, as {@code facewright vec2face export} writes it: the form that previews. */
public final class OnnxGenerator implements FaceGenerator {
  private final OnnxSession session;
  private final int features;
  private final int kept;
  private final String hash;

  /**
   * Opens a file.
   *
   * @throws Vec2FaceException when it is no generator
   */
  public OnnxGenerator(Path file, OnnxRuntime runtime, InferenceSettings settings)
      throws Vec2FaceException, IOException {
    try {
      session = OnnxSession.open(runtime, file, settings);
    } catch (InferenceException e) {
      throw new Vec2FaceException(String.valueOf(e.getMessage()), e);
    }
    List<TensorSpec> inputs = session.inputs();
    if (inputs.size() != 4 || inputs.get(0).shape().size() != 2) {
      session.close();
      throw new Vec2FaceException(
          file + " is no Vec2Face generator: it has " + inputs.size() + " inputs instead of 4.");
    }
    features = inputs.get(0).shape().get(1).intValue();
    kept = inputs.get(1).shape().get(1).intValue();
    hash = sha256(file);
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public int features() {
    return features;
  }

  @Override
  public int kept() {
    return kept;
  }

  @Override
  public String hash() {
    return hash;
  }

  @Override
  public float[] pictures(FloatMatrix vectors, TokenMask mask) throws Vec2FaceException {
    int rows = vectors.rows();
    long positions = mask.refill().length / rows;
    Map<String, Tensor> feeds =
        Map.of(
            name(0),
            Tensor.Floats.of(new long[] {rows, features}, vectors.values()),
            name(1),
            new Tensor.Longs(new long[] {rows, kept}, mask.staying()),
            name(2),
            Tensor.Floats.of(new long[] {rows, positions, 1}, mask.masked()),
            name(3),
            new Tensor.Longs(new long[] {rows, positions}, mask.refill()));
    try {
      Tensor out = session.run(feeds).values().iterator().next();
      return ((Tensor.Floats) out).toArray();
    } catch (InferenceException e) {
      boolean memory = String.valueOf(e.getMessage()).toLowerCase().contains("alloc");
      throw new Vec2FaceException(
          memory
              ? "There is not enough memory for " + rows + " pictures at once."
              : String.valueOf(e.getMessage()),
          e,
          memory);
    }
  }

  private String name(int input) {
    return session.inputs().get(input).name();
  }

  @Override
  public void close() {
    session.close();
  }
}
