package org.facewright.network.script;

import java.util.ArrayList;
import java.util.List;
import org.facewright.network.ParameterKind;
import org.facewright.network.weights.Tensor;

/**
 * A TorchScript module in the making: tensors and methods. Several networks, a loss and an
 * optimiser can share one module, so that a whole training step is one native call.
 */
public final class ScriptModule {
  static final String CLASS = "__torch__.FacewrightModule";

  private final List<ScriptTensor> tensors = new ArrayList<>();
  private final StringBuilder methods = new StringBuilder();

  /** Adds a tensor that gradients reach; answers how scripts call it. */
  public String parameter(String name, Tensor start) {
    return tensor(name, ScalarType.FLOAT, true, start);
  }

  /** Adds a float tensor without gradient; answers how scripts call it. */
  public String buffer(String name, Tensor start) {
    return tensor(name, ScalarType.FLOAT, false, start);
  }

  /** Adds a tensor kept in 16-bit brain floats, without gradient. */
  public String halfBuffer(String name, Tensor start) {
    return tensor(name, ScalarType.BFLOAT16, false, start);
  }

  /** Adds a tensor of 64-bit integers; the start values must be whole. */
  public String counter(String name, Tensor start) {
    return tensor(name, ScalarType.LONG, false, start);
  }

  /** Adds a network's tensor in the form its kind asks for. */
  public String add(String name, ParameterKind kind, boolean gradient, Tensor start) {
    return kind == ParameterKind.COUNTER
        ? counter(name, start)
        : tensor(name, ScalarType.FLOAT, gradient, start);
  }

  private String tensor(String name, ScalarType type, boolean gradient, Tensor start) {
    String attribute = "t" + tensors.size();
    tensors.add(new ScriptTensor(attribute, name, type, gradient, start));
    return "self." + attribute;
  }

  /**
   * Adds a method of tensors.
   *
   * @param arguments their names; each is a Tensor
   * @param result {@code Tensor} or {@code List[Tensor]}
   * @param body statements, not indented, ending with a return
   */
  public void method(String name, List<String> arguments, String result, List<String> body) {
    methods.append("  def ").append(name).append("(self: ").append(CLASS);
    arguments.forEach(argument -> methods.append(", ").append(argument).append(": Tensor"));
    methods.append(") -> ").append(result).append(":\n");
    body.forEach(line -> methods.append("    ").append(line).append('\n'));
  }

  /**
   * Adds a method that answers tensors as they are now, as 32-bit floats, in this order.
   *
   * @param attributes as {@link #parameter} and its like answered them
   */
  public void reader(String name, List<String> attributes) {
    List<String> parts =
        attributes.stream().map(a -> "torch.to(torch.detach(" + a + "), 6, False, True)").toList();
    method(
        name,
        List.of("ignored"),
        "List[Tensor]",
        List.of("return [" + String.join(", ", parts) + "]"));
  }

  List<ScriptTensor> tensors() {
    return tensors;
  }

  /** The module's source, as an archive holds it. */
  String code() {
    StringBuilder code = new StringBuilder("class FacewrightModule(Module):\n");
    code.append("  __parameters__ = [").append(names(true)).append("]\n");
    code.append("  __buffers__ = [").append(names(false)).append("]\n");
    tensors.forEach(tensor -> code.append("  ").append(tensor.attribute()).append(" : Tensor\n"));
    code.append("  training : bool\n");
    return code.append(methods).toString();
  }

  private String names(boolean gradient) {
    StringBuilder names = new StringBuilder();
    for (ScriptTensor tensor : tensors) {
      if (tensor.gradient() == gradient) {
        names.append('"').append(tensor.attribute()).append("\", ");
      }
    }
    return names.toString();
  }
}
