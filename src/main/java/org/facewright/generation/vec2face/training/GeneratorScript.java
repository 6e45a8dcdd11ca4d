package org.facewright.generation.vec2face.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.facewright.network.Network;
import org.facewright.network.Parameter;
import org.facewright.network.ParameterKind;
import org.facewright.network.Precision;
import org.facewright.network.architecture.PatchDiscriminator;
import org.facewright.network.optimiser.GradientStep;
import org.facewright.network.optimiser.OptimiserScript;
import org.facewright.network.script.NetworkScript;
import org.facewright.network.script.ScriptModule;
import org.facewright.network.weights.Tensor;
import org.facewright.network.weights.WeightStart;
import org.facewright.network.weights.Weights;

/**
 * A whole training step as one script method: pixels and vectors to pictures, losses, gradients,
 * clipping, the optimiser's update and the average of the weights; with a discriminator a second
 * method that trains both.
 */
final class GeneratorScript {
  static final String GENERATOR = "generator.";
  static final String AVERAGE = "average.";
  static final String CRITIC = "critic.";
  private static final String OPTIMISER = "optimiser.";
  private static final String CRITIC_OPTIMISER = "criticOptimiser.";

  private final GeneratorPlan plan;
  private final ScriptModule module = new ScriptModule();
  private final Map<String, String> state = new LinkedHashMap<>();
  private final Network network;
  private final NetworkScript generator;
  private final NetworkScript average;
  private final LossScript losses;

  /**
   * @param start a snapshot to go on from, or only weights under {@code generator.}
   */
  GeneratorScript(GeneratorPlan plan, Weights start, long seed) {
    this.plan = plan;
    var training = plan.config().dropping(plan.masks().least()).generator();
    boolean tokens = plan.losses().token() > 0;
    network = tokens ? training.withTokenTargets() : training.network();
    generator = NetworkScript.trainable(module, network, start.under(GENERATOR));
    generator.forward("generate", true, plan.precision());
    Weights kept = start.under(AVERAGE);
    Weights before = kept.tensors().isEmpty() ? start.under(GENERATOR) : kept;
    average =
        NetworkScript.frozen(module, plan.config().generator().network(), before, Precision.FP32);
    average.forward("sample", false, Precision.FP32);
    generator.attributes().forEach((name, at) -> state.put(GENERATOR + name, at));
    average.attributes().forEach((name, at) -> state.put(AVERAGE + name, at));
    losses = new LossScript(module, plan);
    OptimiserScript optimiser = optimiser(start, OPTIMISER);
    step("step", tokens, optimiser, null);
    if (plan.critic() > 0) {
      critic(start, tokens, optimiser, seed);
    }
    optimiser.buffers().forEach((name, at) -> state.put(OPTIMISER + name, at));
    module.reader("state", List.copyOf(state.values()));
  }

  private OptimiserScript optimiser(Weights start, String under) {
    return new OptimiserScript(module, plan.optimiser(), start.under(under));
  }

  ScriptModule module() {
    return module;
  }

  /** What a snapshot holds, in the order of the method {@code state}. */
  List<String> names() {
    return List.copyOf(state.keySet());
  }

  /** What a step reports, in order; the gradient's length and the discriminator's loss are last. */
  List<String> reported() {
    List<String> names = new ArrayList<>(List.of("total"));
    names.addAll(losses.names());
    names.addAll(List.of("adversarial", "length", "critic"));
    return names;
  }

  private void critic(Weights start, boolean tokens, OptimiserScript optimiser, long seed) {
    Network critic = new PatchDiscriminator(plan.critic()).network();
    Weights before = start.under(CRITIC);
    Weights weights = before.tensors().isEmpty() ? criticStart(critic, seed) : before;
    NetworkScript script = NetworkScript.trainable(module, critic, weights);
    script.forward("believe", true, plan.precision());
    script.attributes().forEach((name, at) -> state.put(CRITIC + name, at));
    OptimiserScript its = optimiser(start, CRITIC_OPTIMISER);
    GradientStep learn =
        new GradientStep("doubt", "c", learned(critic, script), its, plan.clipNorm());
    step("stepAgainst", tokens, optimiser, learn);
    its.buffers().forEach((name, at) -> state.put(CRITIC_OPTIMISER + name, at));
  }

  /** As the published code starts it: normal with deviation 0.02. */
  private static Weights criticStart(Network critic, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Tensor> tensors = new LinkedHashMap<>(WeightStart.of(critic, seed).tensors());
    for (Parameter parameter : critic.parameters()) {
      if (parameter.kind() == ParameterKind.WEIGHT && parameter.dims().rank() == 4) {
        WeightStart.normal(tensors.getOrDefault(parameter.name(), zeros(parameter)), 0.02, random);
      }
    }
    return new Weights(tensors);
  }

  private static Tensor zeros(Parameter parameter) {
    return Tensor.zeros(parameter.dims());
  }

  private static List<GradientStep.Learned> learned(Network network, NetworkScript script) {
    List<GradientStep.Learned> learned = new ArrayList<>();
    for (Parameter parameter : network.parameters()) {
      if (parameter.trainable() && parameter.differentiable()) {
        String at = script.attribute(parameter.name());
        learned.add(new GradientStep.Learned(parameter.name(), at, parameter.dims()));
      }
    }
    return learned;
  }

  private void step(
      String method,
      boolean tokens,
      OptimiserScript optimiser,
      org.facewright.network.optimiser.@org.jspecify.annotations.Nullable GradientStep critic) {
    List<String> lines = new ArrayList<>(OptimiserScript.readings("settings"));
    lines.add("keep_ = torch.item(torch.select(settings, 0, 3))");
    lines.add("move = torch.sub(1., float(keep_))");
    lines.add("target = torch.sub(torch.mul(torch.to(pixels, 6), " + 1 / 127.5 + "), 1.)");
    lines.add("made = self.generate(rep, staying, masked, refill)");
    if (tokens) {
      lines.addAll(List.of("out = made[0]", "tokens = made[1]", "told = made[2]"));
    } else {
      lines.add("out = made");
    }
    lines.addAll(losses.statements());
    lines.add(
        critic == null
            ? "adversarial = " + LossScript.NOTHING
            : "adversarial = torch.neg(torch.mean(self.believe(out)))");
    lines.add(
        critic == null
            ? "loss = total"
            : "loss = torch.add(total, torch.mul(adversarial, %s))"
                .formatted(plan.losses().adversarial()));
    GradientStep learn =
        new GradientStep("loss", "n", learned(network, generator), optimiser, plan.clipNorm());
    lines.addAll(learn.statements(decaysVectors(), averaging()));
    if (critic == null) {
      lines.add("doubt = " + LossScript.NOTHING);
    } else {
      lines.addAll(doubt(critic));
    }
    lines.add("total = loss");
    List<String> report =
        reported().stream()
            .map(name -> name.equals("length") ? learn.length() : name)
            .map(name -> name.equals("critic") ? "doubt" : name)
            .map(name -> "torch.detach(" + name + ")")
            .toList();
    lines.add("return [torch.stack([" + String.join(", ", report) + "])]");
    module.method(
        method,
        List.of("pixels", "rep", "staying", "masked", "refill", "settings"),
        "List[Tensor]",
        lines);
  }

  private boolean decaysVectors() {
    return plan.optimiser().decaysVectors();
  }

  /** The discriminator learns true patches to be 1 and drawn ones to be 0. */
  private List<String> doubt(GradientStep critic) {
    List<String> lines = new ArrayList<>();
    lines.add("correction1 = float(torch.item(torch.select(settings, 0, 4)))");
    lines.add("correction2 = float(torch.item(torch.select(settings, 0, 5)))");
    lines.add("yes = self.believe(target)");
    lines.add("no = self.believe(torch.detach(out))");
    lines.add("missed = torch.mean(torch.square(torch.sub(yes, 1.)))");
    lines.add("fooled = torch.mean(torch.square(no))");
    lines.add("doubt = torch.mul(torch.add(missed, fooled), 0.5)");
    lines.addAll(critic.statements(decaysVectors(), List.of()));
    return lines;
  }

  /** The kept weights move a little towards the learnt ones. */
  private List<String> averaging() {
    List<String> lines = new ArrayList<>();
    for (Parameter parameter : network.parameters()) {
      if (parameter.trainable() && parameter.differentiable()) {
        String from = generator.attribute(parameter.name());
        String to = average.attribute(parameter.name());
        lines.add("_ = torch.lerp_(%s, torch.detach(%s), move)".formatted(to, from));
      }
    }
    return lines;
  }
}
