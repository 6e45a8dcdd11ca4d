package org.facewright.network.optimiser;

import java.util.ArrayList;
import java.util.List;
import org.facewright.network.Dims;

/**
 * From a loss to changed parameters, as statements of a script: gradients, their common length,
 * clipping and the optimiser. A loss or gradient that is no finite number changes nothing.
 *
 * @param loss the variable to differentiate
 * @param name in front of every variable made here, so that a script can hold several
 * @param clipNorm gradients longer than this together are shortened to it; 0 leaves them
 */
public record GradientStep(
    String loss, String name, List<Learned> learned, OptimiserScript optimiser, double clipNorm) {
  /**
   * A parameter that learns.
   *
   * @param key under which the optimiser remembers it
   * @param attribute how scripts call it
   */
  public record Learned(String key, String attribute, Dims dims) {}

  public GradientStep {
    learned = List.copyOf(learned);
  }

  /** The variable that holds the gradients' length before clipping. */
  public String length() {
    return name + "length";
  }

  /**
   * All statements.
   *
   * @param decaysVectors whether weight decay applies to biases and scales of norms too
   * @param after statements that follow when the step was taken
   */
  public List<String> statements(boolean decaysVectors, List<String> after) {
    List<String> lines = new ArrayList<>();
    List<String> attributes = learned.stream().map(Learned::attribute).toList();
    lines.add(
        "%sgrads = torch.grad([%s], [%s], None, None, False, True)"
            .formatted(name, loss, String.join(", ", attributes)));
    List<String> gradients = new ArrayList<>();
    for (int i = 0; i < learned.size(); i++) {
      String gradient = name + "g" + i;
      lines.add("%s = unchecked_cast(Tensor, %sgrads[%d])".formatted(gradient, name, i));
      gradients.add(gradient);
    }
    lines.add("%sparts = torch._foreach_norm([%s])".formatted(name, String.join(", ", gradients)));
    lines.add("%s = torch.norm(torch.stack(%sparts))".formatted(length(), name));
    lines.add(
        "if bool(torch.isfinite(torch.add(%s, torch.detach(%s)))):".formatted(length(), loss));
    update(gradients, decaysVectors).forEach(line -> lines.add("  " + line));
    after.forEach(line -> lines.add("  " + line));
    return lines;
  }

  private List<String> update(List<String> gradients, boolean decaysVectors) {
    List<String> lines = new ArrayList<>();
    if (clipNorm > 0) {
      lines.add(
          "%sroom = torch.mul(torch.reciprocal(torch.add(%s, 1e-06)), %s)"
              .formatted(name, length(), clipNorm));
      lines.add("%sshrink = torch.clamp_max(%sroom, 1.)".formatted(name, name));
    }
    for (int i = 0; i < gradients.size(); i++) {
      Learned it = learned.get(i);
      String gradient = gradients.get(i);
      if (clipNorm > 0) {
        lines.add("%s = torch.mul(%s, %sshrink)".formatted(gradient, gradient, name));
      }
      List<String> moments = optimiser.remember(it.key(), it.dims());
      String parameter = name + "p";
      lines.add("%s = torch.detach(%s)".formatted(parameter, it.attribute()));
      boolean decayed = decaysVectors || it.dims().rank() > 1;
      lines.addAll(optimiser.step(parameter, gradient, moments, decayed));
    }
    return lines;
  }
}
