package org.facewright.network.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facewright.network.Network;
import org.facewright.network.Node;
import org.facewright.network.Parameter;
import org.facewright.network.Precision;
import org.facewright.network.Value;
import org.facewright.network.op.Convolution;
import org.facewright.network.op.Linear;
import org.facewright.network.op.Op;
import org.facewright.network.weights.Weights;

/**
 * A network placed in a script module: its tensors once, and as many methods as its uses need. All
 * methods take and answer 32-bit floats; indexes come as 64-bit integers.
 */
public final class NetworkScript {
  private final ScriptModule module;
  private final Network network;
  private final Map<String, String> attributes = new LinkedHashMap<>();

  private NetworkScript(ScriptModule module, Network network) {
    this.module = module;
    this.network = network;
  }

  /** Adds a network whose trainable parameters get gradients. */
  public static NetworkScript trainable(ScriptModule module, Network network, Weights weights) {
    NetworkScript script = new NetworkScript(module, network);
    for (Parameter parameter : network.parameters()) {
      boolean gradient = parameter.trainable() && parameter.differentiable();
      script.attributes.put(
          parameter.name(),
          module.add(parameter.name(), parameter.kind(), gradient, weights.get(parameter.name())));
    }
    return script;
  }

  /**
   * Adds a network that no optimiser touches; gradients still pass through it. In 16 bits its
   * matrices are stored so, which saves a cast a call.
   */
  public static NetworkScript frozen(
      ScriptModule module, Network network, Weights weights, Precision precision) {
    NetworkScript script = new NetworkScript(module, network);
    List<String> halves = precision == Precision.BF16 ? script.multiplied() : List.of();
    for (Parameter parameter : network.parameters()) {
      String name = parameter.name();
      script.attributes.put(
          name,
          halves.contains(name)
              ? module.halfBuffer(name, weights.get(name))
              : module.add(name, parameter.kind(), false, weights.get(name)));
    }
    return script;
  }

  private List<String> multiplied() {
    List<String> names = new ArrayList<>();
    for (Node node : network.nodes()) {
      if (!node.fullPrecision() && dense(node.op())) {
        node.op().parameters().forEach(parameter -> names.add(parameter.name()));
      }
    }
    return names;
  }

  private static boolean dense(Op op) {
    return op instanceof Linear || (op instanceof Convolution it && it.groups() == 1);
  }

  /** How scripts call a parameter: {@code self.t12}. */
  public String attribute(String parameter) {
    String attribute = attributes.get(parameter);
    if (attribute == null) {
      throw new IllegalArgumentException(network.name() + " has no " + parameter);
    }
    return attribute;
  }

  /** Parameter names in the network's order, each with how scripts call it. */
  public Map<String, String> attributes() {
    return attributes;
  }

  /**
   * Adds the forward pass as a method.
   *
   * @param training whether batch norms use and update batch statistics and dropout drops
   */
  public void forward(String method, boolean training, Precision precision) {
    new Body(training, precision).write(method);
  }

  /** One method's statements; remembers in which format each value is. */
  private final class Body {
    private final boolean training;
    private final Precision precision;
    private final List<String> lines = new ArrayList<>();
    private final Map<Integer, String> full = new LinkedHashMap<>();
    private final Map<Integer, String> half = new LinkedHashMap<>();

    Body(boolean training, Precision precision) {
      this.training = training;
      this.precision = precision;
    }

    void write(String method) {
      List<String> arguments =
          IntStream.range(0, network.inputs().size()).mapToObj(i -> "x" + i).toList();
      for (int i = 0; i < arguments.size(); i++) {
        full.put(network.inputs().get(i).id(), arguments.get(i));
      }
      network.nodes().forEach(this::node);
      List<String> results = network.outputs().stream().map(out -> name(out, false)).toList();
      boolean single = results.size() == 1;
      lines.add("return " + (single ? results.getFirst() : "[" + String.join(", ", results) + "]"));
      module.method(method, arguments, single ? "Tensor" : "List[Tensor]", lines);
    }

    private void node(Node node) {
      boolean low = precision == Precision.BF16 && !node.fullPrecision() && !shrinksByDepth(node);
      OpScript op = new OpScript(parameter -> attribute(parameter.name()), training, low);
      List<String> inputs = node.inputs().stream().map(value -> name(value, low)).toList();
      String result = "v" + node.output().id();
      lines.add(result + " = " + op.expression(node, inputs));
      (low ? half : full).put(node.output().id(), result);
      op.after(node).forEach(statement -> lines.add("_" + result + " = " + statement));
    }

    /**
     * Depthwise convolutions that shrink a picture have no fast 16-bit gradient on processors and
     * stay in 32 bits.
     */
    private static boolean shrinksByDepth(Node node) {
      return node.op() instanceof Convolution op
          && op.groups() > 1
          && !node.output().dims().equals(node.inputs().getFirst().dims());
    }

    /** The value's variable in the wanted format, cast at most once. */
    private String name(Value value, boolean low) {
      if (value.integers()) {
        return known(full, value);
      }
      Map<Integer, String> wanted = low ? half : full;
      String found = wanted.get(value.id());
      if (found == null) {
        String other = known(low ? full : half, value);
        found = (low ? "h" : "f") + value.id();
        lines.add(found + " = " + (low ? OpScript.toHalf(other) : OpScript.toFloat(other)));
        wanted.put(value.id(), found);
      }
      return found;
    }

    private static String known(Map<Integer, String> names, Value value) {
      String name = names.get(value.id());
      if (name == null) {
        throw new IllegalArgumentException("value " + value.id() + " is used before it is made");
      }
      return name;
    }
  }
}
