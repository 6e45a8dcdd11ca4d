package org.facewright.generation.vec2face.training;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.generation.vec2face.GeneratorWeights;
import org.facewright.generation.vec2face.TorchGenerator;
import org.facewright.inference.torch.HostTensor;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.inference.torch.TorchException;
import org.facewright.inference.torch.TorchModule;
import org.facewright.network.Dims;
import org.facewright.network.architecture.TokenMask;
import org.facewright.network.weights.Tensor;
import org.facewright.network.weights.Weights;
import org.facewright.vector.FloatMatrix;

/** A generator, its losses and optimisers, loaded and ready to step. Not thread-safe. */
public final class GeneratorModule implements AutoCloseable {
  private final GeneratorPlan plan;
  private final TorchEngine engine;
  private final TorchModule module;
  private final List<String> names;
  private final List<String> reported;
  private final long seed;

  /**
   * @param start a snapshot, or weights as {@link #start} names them
   * @param seed of what PyTorch draws, and of the discriminator's start
   */
  public GeneratorModule(GeneratorPlan plan, Weights start, TorchEngine engine, long seed)
      throws TorchException, IOException {
    this.plan = plan;
    this.engine = engine;
    this.seed = seed;
    GeneratorScript script = new GeneratorScript(plan, start, seed);
    names = script.names();
    reported = script.reported();
    module = engine.load(script.module());
  }

  public GeneratorPlan plan() {
    return plan;
  }

  /** What a step reports, in order. */
  public List<String> reported() {
    return reported;
  }

  /**
   * One step.
   *
   * @param step the first is 0; the average's decay rises with it, as (1 + step) / (10 + step)
   * @param criticStep steps that the discriminator has done; negative while it does not take part
   */
  public StepLosses step(ConditionedBatch batch, double rate, long step, long criticStep)
      throws TorchException {
    engine.seed(seed * 0x9E3779B97F4A7C15L + step);
    double[] told = plan.optimiser().tellStep(rate, step + 1);
    double[] critic = plan.optimiser().tellStep(rate, Math.max(0, criticStep) + 1);
    double keep = Math.min(plan.average(), (1.0 + step) / (10.0 + step));
    HostTensor settings = HostTensor.doubles(told[0], told[1], told[2], keep, critic[1], critic[2]);
    HostTensor[] inputs = TorchGenerator.inputs(batch.vectors(), batch.mask());
    String method = criticStep < 0 ? "step" : "stepAgainst";
    List<HostTensor> answer =
        module.differentiate(
            method, batch.pixels(), inputs[0], inputs[1], inputs[2], inputs[3], settings);
    return StepLosses.of(reported, ((HostTensor.Floats) answer.getFirst()).values());
  }

  /** Pictures [B, 3, 112, 112] by the averaged weights, for masks of the generator in use. */
  public float[] sample(FloatMatrix vectors, TokenMask mask) throws TorchException {
    HostTensor answer = module.call("sample", TorchGenerator.inputs(vectors, mask)).getFirst();
    return ((HostTensor.Floats) answer).values();
  }

  /** Everything that training has changed so far, as a copy. */
  public Weights snapshot() throws TorchException {
    List<HostTensor> tensors = module.call("state", HostTensor.doubles(0));
    Map<String, Tensor> state = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      HostTensor.Floats tensor = (HostTensor.Floats) tensors.get(i);
      int[] sizes = Arrays.stream(tensor.shape()).mapToInt(Math::toIntExact).toArray();
      state.put(names.get(i), new Tensor(Dims.of(sizes), tensor.values()));
    }
    return new Weights(state);
  }

  /** The averaged generator in a snapshot, ready for use. */
  public GeneratorWeights generator(Weights snapshot) {
    return new GeneratorWeights(plan.config(), snapshot.under(GeneratorScript.AVERAGE));
  }

  /** A generator's weights as the start of a run. */
  public static Weights start(Weights generator) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    generator
        .tensors()
        .forEach((name, tensor) -> tensors.put(GeneratorScript.GENERATOR + name, tensor));
    return new Weights(tensors);
  }

  @Override
  public void close() {
    module.close();
  }
}
