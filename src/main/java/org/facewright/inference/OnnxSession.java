package org.facewright.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * One network, opened from its file.
 *
 * <p>Thread-safe: runs may overlap, and closing waits for them. Holds native memory of about the
 * size of the file plus the largest batch's activations until it is closed.
 */
public final class OnnxSession implements AutoCloseable {
  private final OnnxRuntime runtime;
  private final Path file;
  private final OrtSession session;
  private final List<TensorSpec> inputs;
  private final List<TensorSpec> outputs;
  private final ReadWriteLock life = new ReentrantReadWriteLock();
  private boolean closed;

  private OnnxSession(OnnxRuntime runtime, Path file, OrtSession session) throws OrtException {
    this.runtime = runtime;
    this.file = file;
    this.session = session;
    this.inputs = specs(session.getInputInfo());
    this.outputs = specs(session.getOutputInfo());
  }

  /** Opens a network from its file, so that weights in a file beside it are found. */
  public static OnnxSession open(OnnxRuntime runtime, Path file, InferenceSettings settings)
      throws InferenceException {
    if (!Files.isRegularFile(file)) {
      throw new InferenceException("There is no model file " + file + ".");
    }
    Device device = runtime.resolve(settings.device());
    try (SessionOptions options = options(settings, device)) {
      OrtSession session = runtime.environment().createSession(file.toString(), options);
      OnnxSession opened = new OnnxSession(runtime, file, session);
      runtime.sessionOpened();
      return opened;
    } catch (OrtException e) {
      throw new InferenceException(file + " does not open as a network: " + e.getMessage(), e);
    }
  }

  private static SessionOptions options(InferenceSettings settings, Device device)
      throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setIntraOpNumThreads(settings.threads());
    options.setInterOpNumThreads(1);
    // Waiting threads that spin take the cores from whoever decodes the next pictures.
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    if (device == Device.CUDA) {
      try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(0)) {
        cuda.add("use_tf32", settings.precision() == Precision.FAST ? "1" : "0");
        options.addCUDA(cuda);
      }
    }
    return options;
  }

  private static List<TensorSpec> specs(Map<String, NodeInfo> nodes) {
    return nodes.entrySet().stream().map(entry -> spec(entry.getKey(), entry.getValue())).toList();
  }

  private static TensorSpec spec(String name, NodeInfo node) {
    if (!(node.getInfo() instanceof TensorInfo tensor)) {
      return new TensorSpec(name, ElementType.OTHER, List.of());
    }
    return new TensorSpec(
        name,
        OrtTensors.elementType(tensor.type),
        Arrays.stream(tensor.getShape()).boxed().toList());
  }

  /** The inputs in the model's order. */
  public List<TensorSpec> inputs() {
    return inputs;
  }

  /** The outputs in the model's order. */
  public List<TensorSpec> outputs() {
    return outputs;
  }

  public Path file() {
    return file;
  }

  /** Runs a network of one input; its outputs by name, in the model's order. */
  public Map<String, Tensor> run(Tensor input) throws InferenceException {
    return run(Map.of(inputs.getFirst().name(), input));
  }

  /**
   * Runs the network.
   *
   * @param feeds all inputs by name
   * @return all outputs by name, in the model's order
   */
  public Map<String, Tensor> run(Map<String, Tensor> feeds) throws InferenceException {
    Lock running = life.readLock();
    running.lock();
    try {
      if (closed) {
        throw new InferenceException(file + " was closed.");
      }
      return runOpen(feeds);
    } catch (OrtException e) {
      throw new InferenceException("A run of " + file + " failed: " + e.getMessage(), e);
    } finally {
      running.unlock();
    }
  }

  private Map<String, Tensor> runOpen(Map<String, Tensor> feeds)
      throws OrtException, InferenceException {
    Map<String, OnnxTensor> fed = new LinkedHashMap<>();
    try {
      for (TensorSpec input : inputs) {
        Tensor tensor = feeds.get(input.name());
        if (tensor == null) {
          throw new InferenceException(file + " wants an input \"" + input.name() + "\".");
        }
        fed.put(input.name(), OrtTensors.toNative(runtime.environment(), input, tensor));
      }
      try (OrtSession.Result result = session.run(fed)) {
        Map<String, Tensor> values = new LinkedHashMap<>();
        for (TensorSpec output : outputs) {
          values.put(output.name(), OrtTensors.fromNative(result.get(output.name()).orElseThrow()));
        }
        return values;
      }
    } finally {
      fed.values().forEach(OnnxTensor::close);
    }
  }

  /** Frees the native memory, after the runs that are under way. Closing twice is harmless. */
  @Override
  public void close() {
    Lock alone = life.writeLock();
    alone.lock();
    try {
      if (!closed) {
        closed = true;
        runtime.sessionClosed();
        session.close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException(file + " did not close: " + e.getMessage(), e);
    } finally {
      alone.unlock();
    }
  }
}
