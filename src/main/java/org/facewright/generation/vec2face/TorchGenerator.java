package org.facewright.generation.vec2face;

import java.io.IOException;
import org.facewright.inference.torch.HostTensor;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.inference.torch.TorchException;
import org.facewright.inference.torch.TorchModule;
import org.facewright.network.Network;
import org.facewright.network.Precision;
import org.facewright.network.architecture.TokenMask;
import org.facewright.network.script.NetworkScript;
import org.facewright.network.script.ScriptModule;
import org.facewright.vector.FloatMatrix;
import org.jspecify.annotations.Nullable;

/** A generator in PyTorch: checkpoints of any size, in 32 or 16 bits. */
public final class TorchGenerator implements FaceGenerator {
  private static final String FORWARD = "forward";

  private final GeneratorConfig config;
  private final TorchModule module;
  private final String hash;
  private final @Nullable TorchEngine own;

  /**
   * @param engine stays the caller's
   */
  public TorchGenerator(GeneratorWeights generator, Precision precision, TorchEngine engine)
      throws Vec2FaceException {
    this(generator, precision, engine, null);
  }

  /** A generator with an engine of its own, which closes with it. */
  public static TorchGenerator alone(GeneratorWeights generator, Precision precision, int threads)
      throws Vec2FaceException {
    try {
      TorchEngine engine = new TorchEngine(threads);
      return new TorchGenerator(generator, precision, engine, engine);
    } catch (TorchException e) {
      throw new Vec2FaceException(String.valueOf(e.getMessage()), e);
    }
  }

  private TorchGenerator(
      GeneratorWeights generator,
      Precision precision,
      TorchEngine engine,
      @Nullable TorchEngine own)
      throws Vec2FaceException {
    this.own = own;
    config = generator.config();
    hash = WeightHash.of(generator.weights());
    Network network = config.generator().network();
    ScriptModule script = new ScriptModule();
    NetworkScript.frozen(script, network, generator.weights(), precision)
        .forward(FORWARD, false, precision);
    try {
      module = engine.load(script);
    } catch (TorchException e) {
      throw new Vec2FaceException("The generator cannot be opened: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new Vec2FaceException("The generator cannot be handed to PyTorch: " + e, e);
    }
  }

  @Override
  public int features() {
    return config.shape().features();
  }

  @Override
  public int kept() {
    return config.generator().kept();
  }

  @Override
  public String hash() {
    return hash;
  }

  @Override
  public float[] pictures(FloatMatrix vectors, TokenMask mask) throws Vec2FaceException {
    try {
      HostTensor answer = module.call(FORWARD, inputs(vectors, mask)).getFirst();
      return ((HostTensor.Floats) answer).values();
    } catch (TorchException e) {
      throw new Vec2FaceException(
          e.outOfMemory()
              ? "There is not enough memory for " + vectors.rows() + " pictures at once."
              : String.valueOf(e.getMessage()),
          e,
          e.outOfMemory());
    }
  }

  /**
   * The network's inputs: vectors, staying tokens, masked ones, and where each is refilled from.
   */
  public static HostTensor[] inputs(FloatMatrix vectors, TokenMask mask) {
    int rows = vectors.rows();
    int positions = mask.refill().length / rows;
    int kept = mask.staying().length / rows;
    return new HostTensor[] {
      HostTensor.floats(vectors.values(), rows, vectors.columns()),
      new HostTensor.Longs(new long[] {rows, kept}, mask.staying()),
      HostTensor.floats(mask.masked(), rows, positions, 1),
      new HostTensor.Longs(new long[] {rows, positions}, mask.refill())
    };
  }

  @Override
  public void close() {
    module.close();
    if (own != null) {
      own.close();
    }
  }
}
