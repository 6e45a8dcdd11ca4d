package org.facewright.generation.diffusion.part;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One open network: element types and ranks are read from it, never assumed.
 *
 * <p>Apart from {@code inference.OnnxSession} because a text encoder has 33 outputs of which two
 * are wanted, because a timestep may be of any rank, and because tests count its tensors.
 *
 * <p>Not thread-safe. Holds native memory until it is closed.
 */
public final class PartSession implements AutoCloseable {
  private final PartFile part;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final SessionLedger ledger;
  private final Map<String, Port> inputs;
  private final Map<String, Port> outputs;
  private boolean closed;

  PartSession(PartFile part, OrtEnvironment environment, OrtSession session, SessionLedger ledger)
      throws OrtException {
    this.part = part;
    this.environment = environment;
    this.session = session;
    this.ledger = ledger;
    this.inputs = ports(session.getInputInfo());
    this.outputs = ports(session.getOutputInfo());
  }

  private static Map<String, Port> ports(Map<String, NodeInfo> nodes) {
    Map<String, Port> ports = new LinkedHashMap<>();
    nodes.forEach((name, node) -> ports.put(name, port(name, node)));
    return ports;
  }

  private static Port port(String name, NodeInfo node) {
    return node.getInfo() instanceof TensorInfo tensor
        ? new Port(name, PortType.of(tensor.type), tensor.getShape())
        : new Port(name, PortType.OTHER, new long[0]);
  }

  public PartFile part() {
    return part;
  }

  /** The inputs by name, in the network's order. */
  public Map<String, Port> inputs() {
    return inputs;
  }

  /** The outputs by name, in the network's order. */
  public Map<String, Port> outputs() {
    return outputs;
  }

  public boolean hasInput(String name) {
    return inputs.containsKey(name);
  }

  /** An input that must be there. */
  public Port input(String name) throws DiffusionException {
    return required(inputs.get(name), name, "input", inputs.keySet());
  }

  /** An output that must be there. */
  public Port output(String name) throws DiffusionException {
    return required(outputs.get(name), name, "output", outputs.keySet());
  }

  private Port required(@Nullable Port port, String name, String kind, Set<String> there)
      throws DiffusionException {
    if (port == null) {
      throw mismatch("has no %s \"%s\", only %s".formatted(kind, name, brief(there)));
    }
    return port;
  }

  private static String brief(Set<String> names) {
    List<String> some = names.stream().limit(8).toList();
    return some + (names.size() > some.size() ? " and " + (names.size() - some.size()) : "");
  }

  /** The complaint that this file does not fit what is asked of it. */
  public DiffusionException mismatch(String what) {
    return new DiffusionException(
        Problem.MISMATCHED_PART,
        part.file(),
        "%s %s: it belongs to another model or export.".formatted(part.file(), what));
  }

  /**
   * Runs the network.
   *
   * @param feeds every input by name; a scalar may be fed where one number of any rank is wanted
   * @param wanted names of the outputs to compute
   * @return those outputs by name
   */
  public Map<String, HostTensor> run(Map<String, HostTensor> feeds, Set<String> wanted)
      throws DiffusionException {
    for (String name : wanted) {
      readable(output(name));
    }
    Map<String, OnnxTensor> fed = new LinkedHashMap<>();
    try {
      requireAll(feeds);
      for (Map.Entry<String, HostTensor> feed : feeds.entrySet()) {
        fed.put(feed.getKey(), feed(input(feed.getKey()), feed.getValue()));
      }
      return collect(fed, new LinkedHashSet<>(wanted));
    } catch (OrtException e) {
      throw NativeFailure.running(part, e);
    } catch (OutOfMemoryError e) {
      throw DiffusionException.outOfMemory(part.file(), e);
    } finally {
      fed.values().forEach(this::release);
    }
  }

  private Map<String, HostTensor> collect(Map<String, OnnxTensor> fed, Set<String> wanted)
      throws OrtException {
    long start = System.nanoTime();
    try (OrtSession.Result result = session.run(fed, wanted)) {
      ledger.ran(System.nanoTime() - start);
      Map<String, HostTensor> values = new LinkedHashMap<>();
      for (String name : wanted) {
        values.put(name, NativeTensors.read((OnnxTensor) result.get(name).orElseThrow()));
      }
      return values;
    }
  }

  private void requireAll(Map<String, HostTensor> feeds) throws DiffusionException {
    List<String> missing = new ArrayList<>(inputs.keySet());
    missing.removeAll(feeds.keySet());
    if (!missing.isEmpty()) {
      throw mismatch("wants inputs that SDXL does not have: " + missing);
    }
  }

  private OnnxTensor feed(Port port, HostTensor tensor) throws OrtException, DiffusionException {
    HostTensor fitted = tensor.shape().length == 0 ? spread(port, tensor) : tensor;
    if (port.type() == PortType.OTHER) {
      throw wrongType(port, "of a type that is not supported");
    }
    if (!port.takes(fitted.shape())) {
      throw mismatch(
          "wants %s as input \"%s\", but gets %s"
              .formatted(Port.words(port.shape()), port.name(), Port.words(fitted.shape())));
    }
    OnnxTensor made = NativeTensors.create(environment, port.type(), fitted);
    ledger.tensorOpened();
    return made;
  }

  /** One number in the rank that this network declares: some exports say [], some [1], some [n]. */
  private static HostTensor spread(Port port, HostTensor scalar) {
    long[] shape = new long[port.rank()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = Math.max(1, port.fixed(i));
    }
    float[] data = new float[(int) java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    java.util.Arrays.fill(data, scalar.data()[0]);
    return new HostTensor(shape, data);
  }

  private void readable(Port port) throws DiffusionException {
    if (!port.type().fractions()) {
      throw wrongType(port, port.type() + " where floats belong");
    }
  }

  /** The complaint that a port has the wrong element type. */
  public DiffusionException wrongType(Port port, String what) {
    return new DiffusionException(
        Problem.WRONG_TYPE,
        part.file(),
        "%s has \"%s\" as %s: export it again in float32 or float16."
            .formatted(part.file(), port.name(), what));
  }

  private void release(OnnxTensor tensor) {
    tensor.close();
    ledger.tensorClosed();
  }

  /** Frees the native memory. Closing twice is harmless. */
  @Override
  public void close() throws DiffusionException {
    if (closed) {
      return;
    }
    closed = true;
    ledger.sessionClosed();
    try {
      session.close();
    } catch (OrtException e) {
      throw NativeFailure.running(part, e);
    }
  }
}
