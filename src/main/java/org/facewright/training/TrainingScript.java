package org.facewright.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.facewright.network.Dims;
import org.facewright.network.Parameter;
import org.facewright.network.optimiser.OptimiserScript;
import org.facewright.network.script.NetworkScript;
import org.facewright.network.script.ScriptModule;
import org.facewright.network.weights.Tensor;
import org.facewright.network.weights.WeightStart;
import org.facewright.network.weights.Weights;
import org.facewright.training.head.HeadScript;

/**
 * A whole training step as one script method: pixels to features, loss, gradients, clipping and the
 * optimiser's update, so that nothing crosses the border between Java and PyTorch in between. A
 * step whose loss or gradient is not finite changes no parameter.
 *
 * <ul>
 *   <li>{@code step(pixels, labels, settings[, classes])} answers one tensor: loss, gradient norm,
 *       share of hits, mean feature length.
 *   <li>{@code gradients(pixels, labels[, classes])} is its first half: it answers loss, share of
 *       hits and mean feature length in a tensor, then {@link #gradients()} gradients, then the
 *       running numbers as the forward pass has left them.
 *   <li>{@code apply(settings, loss, gradients..., running numbers...[, classes])} is its second
 *       half, with gradients that may be a mean over several devices: it answers their norm.
 * </ul>
 */
final class TrainingScript {
  static final String NETWORK = "network.";
  static final String HEAD = "head.";
  static final String OPTIMISER = "optimiser.";
  static final String CENTRES = "centres.weight";

  /** Axes of pictures and of what convolves them. */
  private static final int PICTURES = 4;

  private final TrainingPlan plan;
  private final ScriptModule module = new ScriptModule();
  private final Map<String, String> state = new LinkedHashMap<>();
  private final NetworkScript network;
  private final HeadScript head;
  private final OptimiserScript optimiser;
  private final String centres;
  private final List<Trained> trained;

  /**
   * @param start a snapshot to go on from, or only a network's weights under {@code network.}
   * @param seed for class centres that the snapshot lacks
   */
  TrainingScript(TrainingPlan plan, Weights start, long seed) {
    this.plan = plan;
    network = NetworkScript.trainable(module, plan.network(), start.under(NETWORK));
    network.attributes().forEach((name, attribute) -> state.put(NETWORK + name, attribute));
    head = HeadScript.add(module, plan.head(), start.under(HEAD));
    head.parameters().forEach((name, attribute) -> state.put(HEAD + name, attribute));
    head.buffers().forEach((name, attribute) -> state.put(HEAD + name, attribute));
    Tensor first = centres(plan, start, seed);
    centres = plan.sampled() ? module.buffer(CENTRES, first) : module.parameter(CENTRES, first);
    state.put(CENTRES, centres);
    optimiser = new OptimiserScript(module, plan.optimiser(), start.under(OPTIMISER));
    network.forward("features", true, plan.precision());
    network.forward("embed", false, plan.precision());
    trained = trained();
    List<String> update = update();
    step(update);
    gradientsAlone();
    apply(update);
    optimiser.buffers().forEach((name, attribute) -> state.put(OPTIMISER + name, attribute));
    module.reader("state", List.copyOf(state.values()));
  }

  private static Tensor centres(TrainingPlan plan, Weights start, long seed) {
    Tensor before = start.find(CENTRES);
    if (before != null) {
      return before;
    }
    Tensor fresh = Tensor.zeros(Dims.of(plan.classes(), plan.features()));
    WeightStart.normal(fresh, 0.01, new SplittableRandom(seed));
    return fresh;
  }

  ScriptModule module() {
    return module;
  }

  /** What a snapshot holds, in the order of the method {@code state}. */
  List<String> names() {
    return List.copyOf(state.keySet());
  }

  /** How many gradients there are. */
  int gradients() {
    return trained.size();
  }

  private void step(List<String> update) {
    List<String> lines = new ArrayList<>(OptimiserScript.readings("settings"));
    forward(lines);
    gradients(lines);
    norm(lines);
    lines.addAll(update);
    figures(lines);
    lines.add("return [torch.stack([torch.detach(loss), length, share, size])]");
    method("step", List.of("pixels", "labels", "settings"), lines);
  }

  private void gradientsAlone() {
    List<String> lines = new ArrayList<>();
    forward(lines);
    gradients(lines);
    figures(lines);
    List<String> answers = new ArrayList<>();
    answers.add("torch.stack([torch.detach(loss), share, size])");
    answers.addAll(numbered("g", trained.size()));
    running().forEach(attribute -> answers.add("torch.detach(" + attribute + ")"));
    lines.add("return [" + String.join(", ", answers) + "]");
    method("gradients", List.of("pixels", "labels"), lines);
  }

  private void apply(List<String> update) {
    List<String> lines = new ArrayList<>(OptimiserScript.readings("settings"));
    centreRows(lines);
    layOut(lines);
    norm(lines);
    lines.addAll(update);
    List<String> running = running();
    for (int i = 0; i < running.size(); i++) {
      lines.add("  _ = torch.copy_(" + running.get(i) + ", r" + i + ")");
    }
    lines.add("return [length]");
    List<String> arguments = new ArrayList<>(List.of("settings", "loss"));
    arguments.addAll(numbered("g", trained.size()));
    arguments.addAll(numbered("r", running.size()));
    method("apply", arguments, lines);
  }

  /**
   * Gradients of convolutions lie in memory as {@code torch.grad} leaves them, channels together
   * (format 2): norms then add in the same order as in {@code step}.
   */
  private void layOut(List<String> lines) {
    for (int i = 0; i < trained.size(); i++) {
      if (trained.get(i).dims().rank() == PICTURES) {
        lines.add("g" + i + " = torch.contiguous(g" + i + ", memory_format=2)");
      }
    }
  }

  private void method(String name, List<String> arguments, List<String> lines) {
    List<String> all = new ArrayList<>(arguments);
    if (plan.sampled()) {
      all.add("classes");
    }
    module.method(name, all, "List[Tensor]", lines);
  }

  private static List<String> numbered(String letter, int count) {
    return IntStream.range(0, count).mapToObj(i -> letter + i).toList();
  }

  /** What a forward pass changes by itself: running figures of batch norms and of the head. */
  private List<String> running() {
    List<String> running = new ArrayList<>();
    for (Parameter parameter : plan.network().parameters()) {
      if (!parameter.differentiable()) {
        running.add(network.attribute(parameter.name()));
      }
    }
    running.addAll(head.buffers().values());
    return running;
  }

  private void forward(List<String> lines) {
    lines.add("scaled = torch.sub(torch.mul(torch.to(pixels, 6), " + 1 / 127.5 + "), 1.)");
    lines.add("e = self.features(scaled)");
    centreRows(lines);
    lines.add("out = self.head(e, w, labels)");
    lines.add("loss = out[0]");
  }

  private void centreRows(List<String> lines) {
    if (plan.sampled()) {
      lines.add("rows = torch.index_select(" + centres + ", 0, classes)");
      lines.add("w = torch.requires_grad_(rows, True)");
    } else {
      lines.add("w = " + centres);
    }
  }

  private static void figures(List<String> lines) {
    lines.add("hits = torch.eq(torch.argmax(out[1], 1), labels)");
    lines.add("size = torch.mean(torch.norm(torch.detach(e), 2, [1]))");
    lines.add("share = torch.mean(torch.to(hits, 6))");
  }

  /** A tensor with a gradient: how the script calls it, and whether it belongs to the network. */
  private record Trained(String name, String attribute, Dims dims, boolean inNetwork) {}

  private List<Trained> trained() {
    List<Trained> trained = new ArrayList<>();
    for (Parameter parameter : plan.network().parameters()) {
      if (parameter.trainable() && parameter.differentiable()) {
        String attribute = network.attribute(parameter.name());
        trained.add(new Trained(parameter.name(), attribute, parameter.dims(), true));
      }
    }
    trained.add(new Trained(CENTRES, "w", Dims.of(plan.classes(), plan.features()), false));
    head.parameters()
        .forEach((name, attribute) -> trained.add(new Trained(name, attribute, Dims.of(1), false)));
    return trained;
  }

  private void gradients(List<String> lines) {
    List<String> attributes = trained.stream().map(Trained::attribute).toList();
    lines.add("grads = torch.grad([loss], [" + String.join(", ", attributes) + "])");
    for (int i = 0; i < trained.size(); i++) {
      lines.add("g" + i + " = unchecked_cast(Tensor, grads[" + i + "])");
    }
  }

  private void norm(List<String> lines) {
    List<String> ofNetwork = new ArrayList<>();
    for (int i = 0; i < trained.size(); i++) {
      if (trained.get(i).inNetwork()) {
        ofNetwork.add("g" + i);
      }
    }
    lines.add("parts = torch._foreach_norm([" + String.join(", ", ofNetwork) + "])");
    lines.add("length = torch.norm(torch.stack(parts))");
  }

  /** Clips and updates, unless the loss or the gradient is not finite. */
  private List<String> update() {
    List<String> lines = new ArrayList<>();
    if (plan.clipNorm() > 0) {
      lines.add(
          "room = torch.mul(torch.reciprocal(torch.add(length, 1e-06)), " + plan.clipNorm() + ")");
      lines.add("shrink = torch.clamp_max(room, 1.)");
    }
    for (int i = 0; i < trained.size(); i++) {
      Trained it = trained.get(i);
      if (plan.clipNorm() > 0 && it.inNetwork()) {
        lines.add("g" + i + " = torch.mul(g" + i + ", shrink)");
      }
      boolean decayed = plan.optimiser().decaysVectors() || it.dims().rank() > 1;
      List<String> moments = optimiser.remember(it.name(), it.dims());
      boolean rows = plan.sampled() && it.name().equals(CENTRES);
      lines.add("p = torch.detach(" + it.attribute() + ")");
      lines.addAll(
          rows ? sampledRows(moments, i, decayed) : optimiser.step("p", "g" + i, moments, decayed));
    }
    List<String> guarded = new ArrayList<>();
    guarded.add("if bool(torch.isfinite(torch.add(length, torch.detach(loss)))):");
    lines.forEach(line -> guarded.add("  " + line));
    return guarded;
  }

  /** Only the rows that took part move, with their own part of the optimiser's state. */
  private List<String> sampledRows(List<String> moments, int i, boolean decayed) {
    List<String> lines = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (String moment : moments) {
      String part = "m" + parts.size();
      lines.add(part + " = torch.index_select(" + moment + ", 0, classes)");
      parts.add(part);
    }
    lines.addAll(optimiser.step("p", "g" + i, parts, decayed));
    for (int m = 0; m < parts.size(); m++) {
      lines.add("_ = torch.index_copy_(" + moments.get(m) + ", 0, classes, " + parts.get(m) + ")");
    }
    lines.add("_ = torch.index_copy_(" + centres + ", 0, classes, p)");
    return lines;
  }
}
