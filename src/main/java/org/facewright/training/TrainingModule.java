package org.facewright.training;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.inference.Device;
import org.facewright.inference.torch.HostTensor;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.inference.torch.TorchException;
import org.facewright.inference.torch.TorchModule;
import org.facewright.network.Dims;
import org.facewright.network.weights.Tensor;
import org.facewright.network.weights.Weights;

/**
 * A network, its head and its optimiser, loaded on every device of an engine and ready to step. On
 * the processor the same steps always come to the same numbers. Not thread-safe.
 */
public final class TrainingModule implements AutoCloseable {
  private final TrainingPlan plan;
  private final TorchEngine engine;
  private final List<TorchModule> modules;
  private final Stepping stepping;
  private final List<String> names;
  private final long seed;

  /**
   * @param start a snapshot, or a network's weights under {@code network.}
   * @param seed of dropout, class sampling and fresh class centres
   */
  public TrainingModule(TrainingPlan plan, Weights start, TorchEngine engine, long seed)
      throws TorchException, IOException {
    this(plan, start, engine, seed, engine.device() == Device.CUDA);
  }

  /**
   * @param sideBySide whether several devices work at the same time
   */
  TrainingModule(
      TrainingPlan plan, Weights start, TorchEngine engine, long seed, boolean sideBySide)
      throws TorchException, IOException {
    this.plan = plan;
    this.engine = engine;
    this.seed = seed;
    TrainingScript script = new TrainingScript(plan, start, seed);
    names = script.names();
    modules = engine.loadEverywhere(script.module());
    stepping =
        modules.size() == 1
            ? new Stepping.Alone(modules.getFirst())
            : new Replicas(modules, script.gradients(), sideBySide);
  }

  public TrainingPlan plan() {
    return plan;
  }

  /**
   * One step on a batch, of which every device takes a share.
   *
   * @param pixels [B, 3, 112, 112] unsigned bytes
   * @param labels B class numbers
   * @param step the first is 0; with the seed it decides every random number of the step
   */
  public TrainingStep step(HostTensor.Bytes pixels, long[] labels, double rate, long step)
      throws TorchException {
    engine.seed(seed * 0x9E3779B97F4A7C15L + step);
    return stepping.step(StepInput.of(plan, pixels, labels, rate, seed, step));
  }

  /** Features [B, D] of pictures (x / 255 - 0.5) / 0.5, the network as in use. */
  public float[] embed(HostTensor.Floats pictures) throws TorchException {
    return ((HostTensor.Floats) modules.getFirst().call("embed", pictures).getFirst()).values();
  }

  /** Everything that training has changed so far, as a copy. */
  public Weights snapshot() throws TorchException {
    return snapshot(0);
  }

  /** The state of one replica: all have the same. */
  Weights snapshot(int replica) throws TorchException {
    List<HostTensor> tensors = modules.get(replica).call("state", HostTensor.doubles(0));
    Map<String, Tensor> state = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      HostTensor.Floats tensor = (HostTensor.Floats) tensors.get(i);
      int[] sizes = java.util.Arrays.stream(tensor.shape()).mapToInt(Math::toIntExact).toArray();
      state.put(names.get(i), new Tensor(Dims.of(sizes), tensor.values()));
    }
    return new Weights(state);
  }

  /** The network's weights in a snapshot, under their published names. */
  public static Weights network(Weights snapshot) {
    return snapshot.under(TrainingScript.NETWORK);
  }

  /** The weights of a network as the start of a run. */
  public static Weights start(Weights network) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    network.tensors().forEach((name, tensor) -> tensors.put(TrainingScript.NETWORK + name, tensor));
    return new Weights(tensors);
  }

  @Override
  public void close() {
    modules.forEach(TorchModule::close);
  }
}
