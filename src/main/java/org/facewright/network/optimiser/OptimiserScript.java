package org.facewright.network.optimiser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facewright.network.Dims;
import org.facewright.network.script.ScriptModule;
import org.facewright.network.weights.Tensor;
import org.facewright.network.weights.Weights;

/**
 * An optimiser's step as statements of a script. They read the variables {@code rate}, {@code
 * correction1} and {@code correction2} that {@link #readings} makes of {@link Optimiser#tellStep}.
 */
public final class OptimiserScript {
  private final ScriptModule module;
  private final Optimiser optimiser;
  private final Weights state;
  private final Map<String, String> buffers = new LinkedHashMap<>();

  /**
   * @param state buffers to go on from, under the names of {@link #buffers}; missing ones start at
   *     0
   */
  public OptimiserScript(ScriptModule module, Optimiser optimiser, Weights state) {
    this.module = module;
    this.optimiser = optimiser;
    this.state = state;
  }

  /** Names of the state that must survive a restart, each with how scripts call it. */
  public Map<String, String> buffers() {
    return buffers;
  }

  /** Statements that unpack the tensor of doubles named here. */
  public static List<String> readings(String tensor) {
    List<String> lines = new ArrayList<>();
    List<String> names = List.of("rate", "correction1", "correction2");
    for (int i = 0; i < names.size(); i++) {
      lines.add(names.get(i) + "_ = torch.item(torch.select(" + tensor + ", 0, " + i + "))");
      lines.add(names.get(i) + " = float(" + names.get(i) + "_)");
    }
    return lines;
  }

  /** How many buffers of its shape a parameter needs: their name endings. */
  public List<String> moments() {
    return switch (optimiser) {
      case Optimiser.Sgd it -> it.momentum() == 0 ? List.of() : List.of("momentum");
      case Optimiser.AdamW _ -> List.of("first", "second");
    };
  }

  /** Adds the buffers of a parameter; answers how scripts call them. */
  public List<String> remember(String name, Dims dims) {
    List<String> attributes = new ArrayList<>();
    for (String moment : moments()) {
      String key = name + "." + moment;
      Tensor before = state.find(key);
      String attribute = module.buffer(key, before == null ? Tensor.zeros(dims) : before);
      buffers.put(key, attribute);
      attributes.add(attribute);
    }
    return attributes;
  }

  /**
   * The step of one parameter in place.
   *
   * @param parameter a variable without gradient that shares the parameter's memory
   * @param gradient a variable
   * @param moments as {@link #remember} answered them, or variables
   * @param decayed whether weight decay applies
   */
  public List<String> step(
      String parameter, String gradient, List<String> moments, boolean decayed) {
    double decay = decayed ? optimiser.weightDecay() : 0;
    return switch (optimiser) {
      case Optimiser.Sgd it -> descend(it, parameter, gradient, moments, decay);
      case Optimiser.AdamW it -> adapt(it, parameter, gradient, moments, decay);
    };
  }

  private static List<String> descend(
      Optimiser.Sgd sgd, String p, String g, List<String> moments, double decay) {
    List<String> lines = new ArrayList<>();
    String direction = g;
    if (decay != 0) {
      lines.add(text("%s = torch.add(%s, %s, alpha=%s)", g, g, p, decay));
    }
    if (sgd.momentum() != 0) {
      String v = moments.getFirst();
      lines.add(text("_ = torch.add_(torch.mul_(%s, %s), %s)", v, sgd.momentum(), g));
      direction = v;
      if (sgd.nesterov()) {
        lines.add(text("%s = torch.add(%s, %s, alpha=%s)", g, g, v, sgd.momentum()));
        direction = g;
      }
    }
    lines.add(text("_ = torch.add_(%s, %s, alpha=torch.neg(rate))", p, direction));
    return lines;
  }

  private static List<String> adapt(
      Optimiser.AdamW adam, String p, String g, List<String> moments, double decay) {
    List<String> lines = new ArrayList<>();
    String first = moments.get(0);
    String second = moments.get(1);
    if (decay != 0) {
      lines.add(text("_ = torch.mul_(%s, torch.sub(1., torch.mul(rate, %s)))", p, decay));
    }
    lines.add(text("_ = torch.lerp_(%s, %s, %s)", first, g, 1 - adam.beta1()));
    lines.add(
        text(
            "_ = torch.addcmul_(torch.mul_(%s, %s), %s, %s, value=%s)",
            second, adam.beta2(), g, g, 1 - adam.beta2()));
    lines.add(
        text(
            "deviation = torch.add(torch.div(torch.sqrt(%s), correction2), %s)",
            second, adam.eps()));
    lines.add(
        text(
            "_ = torch.addcdiv_(%s, %s, deviation, value=torch.neg(torch.div(rate, correction1)))",
            p, first));
    return lines;
  }

  private static String text(String format, Object... arguments) {
    List<String> texts = new ArrayList<>();
    for (Object argument : arguments) {
      texts.add(String.valueOf(argument));
    }
    return String.format(Locale.ROOT, format, texts.toArray());
  }
}
