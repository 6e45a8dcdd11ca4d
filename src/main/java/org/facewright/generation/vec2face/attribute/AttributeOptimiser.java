package org.facewright.generation.vec2face.attribute;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.facewright.generation.vec2face.GeneratorWeights;
import org.facewright.generation.vec2face.IdentityVectors;
import org.facewright.generation.vec2face.TorchGenerator;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.inference.torch.HostTensor;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.inference.torch.TorchException;
import org.facewright.inference.torch.TorchModule;
import org.facewright.network.Precision;
import org.facewright.network.architecture.TokenMask;
import org.facewright.vector.FloatMatrix;

/**
 * Moves identity vectors until the faces drawn from them meet their targets (Vec2Face's {@code
 * gen_image}), but bounded, and each vector for itself: one that is done or stuck stops moving, and
 * a hopeless one holds up nobody. One thread.
 */
public final class AttributeOptimiser implements AutoCloseable {
  private final GeneratorWeights generator;
  private final Estimators estimators;
  private final TorchModule module;

  /**
   * Loads generator and estimators.
   *
   * @param engine stays the caller's
   */
  public AttributeOptimiser(
      GeneratorWeights generator, Estimators estimators, Precision precision, TorchEngine engine)
      throws Vec2FaceException, IOException {
    this.generator = generator;
    this.estimators = estimators;
    try {
      module = engine.load(new AttributeScript(generator, estimators, precision).module());
    } catch (TorchException e) {
      throw failed(e, 0);
    }
  }

  /**
   * What a step saw, before it moved the vectors.
   *
   * @param number from 0
   * @param identity of each vector; 1 - cosine
   * @param quality of each: how much it falls short
   * @param yaw of each: how far it is off, degrees
   * @param gradients length of each one's gradient of the mean loss
   * @param vectors after the step
   * @param moving how many still move
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Step(
      int number,
      float[] identity,
      float[] quality,
      float[] yaw,
      float[] gradients,
      FloatMatrix vectors,
      int moving) {}

  /**
   * Searches.
   *
   * @param vectors to start from
   * @param wanted features of the identity network, one row a vector
   * @param stopping asked before every step; what was found so far is returned
   * @param heard hears every step
   * @return one result a vector, in order
   */
  public List<AttributeResult> search(
      FloatMatrix vectors,
      FloatMatrix wanted,
      AttributeTargets targets,
      AttributeSettings settings,
      BooleanSupplier stopping,
      Consumer<Step> heard)
      throws Vec2FaceException {
    IntFunction<TokenMask> masks =
        step ->
            settings
                .masks()
                .draw(vectors.rows(), settings.maskSeed() + (settings.fixedMask() ? 0 : step));
    return search(vectors, wanted, targets, settings, masks, stopping, heard);
  }

  /** As above, with masks of the caller's own. */
  List<AttributeResult> search(
      FloatMatrix vectors,
      FloatMatrix wanted,
      AttributeTargets targets,
      AttributeSettings settings,
      IntFunction<TokenMask> masks,
      BooleanSupplier stopping,
      Consumer<Step> heard)
      throws Vec2FaceException {
    require(vectors, wanted, targets);
    Search search = new Search(vectors, targets, settings);
    for (int step = 0; step < settings.steps() && search.moving() > 0; step++) {
      if (stopping.getAsBoolean()) {
        search.end(AttributeResult.End.CANCELLED);
        break;
      }
      Step seen = step(search, wanted, masks.apply(step), step);
      heard.accept(seen);
    }
    search.end(AttributeResult.End.OUT_OF_STEPS);
    return search.results();
  }

  private void require(FloatMatrix vectors, FloatMatrix wanted, AttributeTargets targets)
      throws Vec2FaceException {
    IdentityVectors.require(vectors, generator.config().shape().features(), "The start");
    int features = estimators.identity().network().outputs().getFirst().dims().size(-1);
    IdentityVectors.require(wanted, features, "The wanted identity");
    if (wanted.rows() != vectors.rows()) {
      throw new Vec2FaceException(
          "%d vectors cannot become %d identities.".formatted(vectors.rows(), wanted.rows()));
    }
    if (targets.posed() && estimators.pose() == null) {
      throw new Vec2FaceException("A target yaw needs a pose network's weights (6DRepNet).");
    }
  }

  private Step step(Search search, FloatMatrix wanted, TokenMask mask, int step)
      throws Vec2FaceException {
    double[] adam = AttributeScript.ADAM.tellStep(search.settings().rate(), step + 1);
    AttributeTargets targets = search.targets();
    HostTensor told =
        HostTensor.doubles(
            adam[0],
            adam[1],
            adam[2],
            targets.quality(),
            targets.posed() ? targets.yaw() : 0,
            targets.posed() ? 1 : 0);
    HostTensor[] inputs = TorchGenerator.inputs(search.vectors(), mask);
    int rows = wanted.rows();
    int features = search.vectors().columns();
    List<HostTensor> seen;
    try {
      seen =
          module.differentiate(
              "step",
              inputs[0],
              HostTensor.floats(search.first(), rows, features),
              HostTensor.floats(search.second(), rows, features),
              inputs[1],
              inputs[2],
              inputs[3],
              HostTensor.floats(wanted.values(), rows, wanted.columns()),
              HostTensor.floats(search.weights(), rows),
              told);
    } catch (TorchException e) {
      throw failed(e, rows);
    }
    List<float[]> numbers = new ArrayList<>();
    seen.forEach(tensor -> numbers.add(((HostTensor.Floats) tensor).values()));
    search.take(numbers, step);
    return new Step(
        step,
        numbers.get(3),
        numbers.get(4),
        numbers.get(5),
        numbers.get(6),
        search.vectors(),
        search.moving());
  }

  private static Vec2FaceException failed(TorchException e, int rows) {
    return new Vec2FaceException(
        e.outOfMemory()
            ? "There is not enough memory to search for " + rows + " vectors at once; take fewer."
            : String.valueOf(e.getMessage()),
        e,
        e.outOfMemory());
  }

  @Override
  public void close() {
    module.close();
  }
}
