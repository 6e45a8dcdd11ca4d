package org.facewright.generation.vec2face.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facewright.network.Dims;
import org.facewright.network.Network;
import org.facewright.network.architecture.Vgg16;
import org.facewright.network.script.NetworkScript;
import org.facewright.network.script.ScriptModule;
import org.facewright.network.weights.Tensor;
import org.facewright.network.weights.WeightMismatchException;
import org.facewright.network.weights.Weights;

/**
 * The losses that look at a drawn picture, as methods of a script. Statements read {@code out}
 * (drawn), {@code target} (true), both -1 to 1, and {@code rep} (the vectors).
 */
final class LossScript {
  /** A zero that lies where the settings lie: tensors of two devices cannot be stacked. */
  static final String NOTHING = "torch.zeros_like(torch.select(settings, 0, 0), dtype=6)";

  private static final int WINDOW = 11;
  private static final double SPREAD = 1.5;
  private static final double C1 = 0.01 * 0.01;
  private static final double C2 = 0.03 * 0.03;

  /** LPIPS's own input norm, for pictures -1 to 1. */
  private static final List<Float> SHIFT = List.of(-.030f, -.088f, -.188f);

  private static final List<Float> SCALE = List.of(.458f, .448f, .450f);

  private final ScriptModule module;
  private final GeneratorPlan plan;

  /** Each loss's variable and how much it counts, in the order of the step's report. */
  private final Map<String, Double> terms = new LinkedHashMap<>();

  private final List<String> lines = new ArrayList<>();

  LossScript(ScriptModule module, GeneratorPlan plan) {
    this.module = module;
    this.plan = plan;
    LossWeights w = plan.losses();
    add("picture", w.picture(), "torch.mean(torch.square(torch.sub(out, target)))");
    if (w.structure() > 0) {
      structure();
    }
    add("structure", w.structure(), "self.structure(out, target)");
    if (plan.judge() != null) {
      judge(plan.judge());
    }
    add("identity", w.identity(), "self.identity(out, target, rep)");
    add("token", w.token(), "torch.mean(torch.square(torch.sub(tokens, torch.detach(told))))");
    if (w.perceptual() > 0 && plan.vgg() != null) {
      perceptual(plan.vgg());
    }
    add("perceptual", w.perceptual(), "self.perceptual(out, target)");
  }

  private void add(String name, double weight, String expression) {
    if (weight > 0) {
      terms.put(name, weight);
      lines.add(name + " = " + expression);
    } else {
      terms.put(name, 0.0);
      lines.add(name + " = " + NOTHING);
    }
  }

  /** Statements that compute every loss and {@code total}. */
  List<String> statements() {
    List<String> all = new ArrayList<>(lines);
    String total = "";
    for (Map.Entry<String, Double> term : terms.entrySet()) {
      if (term.getValue() > 0) {
        String part = "torch.mul(%s, %s)".formatted(term.getKey(), term.getValue());
        total = total.isEmpty() ? part : "torch.add(%s, %s)".formatted(total, part);
      }
    }
    all.add("total = " + total);
    return all;
  }

  /** The losses' variables. */
  List<String> names() {
    return List.copyOf(terms.keySet());
  }

  /** 1 - SSIM over Gaussian windows of 11 pixels, on pictures from 0 to 1. */
  private void structure() {
    float[] bell = new float[WINDOW];
    double sum = 0;
    for (int i = 0; i < WINDOW; i++) {
      double d = i - WINDOW / 2;
      bell[i] = (float) Math.exp(-d * d / (2 * SPREAD * SPREAD));
      sum += bell[i];
    }
    float[] three = new float[3 * WINDOW];
    for (int i = 0; i < three.length; i++) {
      three[i] = (float) (bell[i % WINDOW] / sum);
    }
    String down = module.buffer("ssim.down", new Tensor(Dims.of(3, 1, WINDOW, 1), three));
    String across = module.buffer("ssim.across", new Tensor(Dims.of(3, 1, 1, WINDOW), three));
    String flat = "None, [1, 1], [0, 0], [1, 1], 3";
    module.method(
        "blur",
        List.of("x"),
        "Tensor",
        List.of(
            text("y = torch.conv2d(x, %s, %s)", down, flat),
            text("return torch.conv2d(y, %s, %s)", across, flat)));
    module.method(
        "structure",
        List.of("x", "y"),
        "Tensor",
        List.of(
            "a = torch.mul(torch.add(x, 1.), 0.5)",
            "b = torch.mul(torch.add(y, 1.), 0.5)",
            "ma = self.blur(a)",
            "mb = self.blur(b)",
            "va = torch.sub(self.blur(torch.square(a)), torch.square(ma))",
            "vb = torch.sub(self.blur(torch.square(b)), torch.square(mb))",
            "ab = torch.sub(self.blur(torch.mul(a, b)), torch.mul(ma, mb))",
            text("light = torch.add(torch.mul(torch.mul(ma, mb), 2.), %s)", C1),
            text("form = torch.add(torch.mul(ab, 2.), %s)", C2),
            text("below = torch.add(torch.add(torch.square(ma), torch.square(mb)), %s)", C1),
            text("under = torch.add(torch.add(va, vb), %s)", C2),
            "s = torch.div(torch.mul(light, form), torch.mul(below, under))",
            "return torch.add(torch.neg(torch.mean(s)), 1.)"));
  }

  private void judge(IdentityJudge judge) {
    NetworkScript.frozen(module, judge.network(), judge.weights(), plan.precision())
        .forward("judge", false, plan.precision());
    boolean vector = judge.target() == IdentityJudge.Target.VECTOR;
    module.method(
        "identity",
        List.of("x", "y", "wanted"),
        "Tensor",
        List.of(
            "drawn = self.judge(x)",
            vector ? "true = wanted" : "true = torch.detach(self.judge(y))",
            "alike = torch.cosine_similarity(drawn, true, 1, 1e-08)",
            "return torch.add(torch.neg(torch.mean(alike)), 1.)"));
  }

  private void perceptual(Weights weights) {
    Network vgg = new Vgg16(112).network();
    NetworkScript.frozen(module, vgg, only(weights, vgg), plan.precision())
        .forward("maps", false, plan.precision());
    String shift = module.buffer("lpips.shift", channels(SHIFT));
    String scale = module.buffer("lpips.scale", channels(SCALE));
    List<String> body = new ArrayList<>();
    body.add(text("a = self.maps(torch.div(torch.sub(x, %s), %s))", shift, scale));
    body.add(text("b = self.maps(torch.div(torch.sub(y, %s), %s))", shift, scale));
    String sum = "";
    for (int map = 0; map < Vgg16.CHANNELS.size(); map++) {
      String lin = module.buffer("lpips.lin" + map, lin(weights, map));
      for (String side : List.of("a", "b")) {
        body.add(text("%s%d = %s[%d]", side, map, side, map));
        body.add(
            text(
                "n%s%d = torch.div(%s%d, torch.add(torch.norm(%s%d, 2, [1], True), 1e-10))",
                side, map, side, map, side, map));
      }
      body.add(text("d%d = torch.square(torch.sub(na%d, nb%d))", map, map, map));
      body.add(text("l%d = torch.mean(torch.sum(torch.mul(d%d, %s), [1]))", map, map, lin));
      sum = sum.isEmpty() ? "l0" : "torch.add(" + sum + ", l" + map + ")";
    }
    body.add("return " + sum);
    module.method("perceptual", List.of("x", "y"), "Tensor", body);
  }

  private static Weights only(Weights weights, Network network) {
    Map<String, Tensor> found = new LinkedHashMap<>();
    network.parameters().stream()
        .filter(parameter -> weights.find(parameter.name()) != null)
        .forEach(parameter -> found.put(parameter.name(), weights.get(parameter.name())));
    try {
      return new Weights(found).strictFor(network);
    } catch (WeightMismatchException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
  }

  /** LPIPS's learnt weights of a map's channels; without them every channel counts the same. */
  private static Tensor lin(Weights weights, int map) {
    int channels = Vgg16.CHANNELS.get(map);
    Tensor learnt = weights.find("lin" + map + ".model.1.weight");
    if (learnt != null && learnt.values().length == channels) {
      return new Tensor(Dims.of(1, channels, 1, 1), learnt.values());
    }
    Tensor same = Tensor.zeros(Dims.of(1, channels, 1, 1));
    java.util.Arrays.fill(same.values(), 1f / channels);
    return same;
  }

  private static Tensor channels(List<Float> values) {
    float[] three = new float[3];
    for (int i = 0; i < 3; i++) {
      three[i] = values.get(i);
    }
    return new Tensor(Dims.of(1, 3, 1, 1), three);
  }

  private static String text(String format, Object... arguments) {
    Object[] texts = new Object[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i] instanceof Double d ? (Object) String.valueOf(d) : arguments[i];
    }
    return String.format(Locale.ROOT, format, texts);
  }
}
