package org.facewright.training.head;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.network.Dims;
import org.facewright.network.script.ScriptModule;
import org.facewright.network.weights.Tensor;
import org.facewright.network.weights.Weights;

/**
 * A head as a method {@code head(embeddings [B, D], centres [C, D], labels [B]) -> [loss, cosines
 * [B, C], logits [B, C]]} of a script module.
 */
public final class HeadScript {
  /** Keeps arc cosines and their slopes finite. */
  private static final double INSIDE = 1e-7;

  private static final double ADAFACE_INSIDE = 1e-3;

  private final Head head;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final Map<String, String> buffers = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();

  private HeadScript(Head head) {
    this.head = head;
  }

  /**
   * Adds the head's method and its few own numbers.
   *
   * @param state numbers to go on from, under the names of {@link #buffers} and {@link
   *     #parameters}; what is missing starts as published
   */
  public static HeadScript add(ScriptModule module, Head head, Weights state) {
    HeadScript script = new HeadScript(head);
    script.write(module, state);
    return script;
  }

  /** Learnt numbers beside the centres: name and how scripts call it. */
  public Map<String, String> parameters() {
    return parameters;
  }

  /** Running numbers: name and how scripts call it. */
  public Map<String, String> buffers() {
    return buffers;
  }

  private void write(ScriptModule module, Weights state) {
    line("lengths = torch.norm(e, 2, [1], True)");
    line("unit = torch.div(e, torch.clamp_min(lengths, 1e-12))");
    line("centre = torch.div(w, torch.clamp_min(torch.norm(w, 2, [1], True), 1e-12))");
    line("cosine = torch.clamp(torch.linear(unit, centre), -1., 1.)");
    line("own = torch.unsqueeze(labels, 1)");
    switch (head) {
      case Head.ArcFace it ->
          moved(it.scale(), "torch.cos(torch.add(torch.acos(t), %s))", it.margin());
      case Head.CosFace it -> moved(it.scale(), "torch.sub(t, %s)", it.margin());
      case Head.SphereFace it ->
          moved(it.scale(), "torch.cos(torch.mul(torch.acos(t), %s))", it.margin());
      case Head.CombinedMargin it ->
          moved(
              it.scale(),
              "torch.sub(torch.cos(torch.add(torch.mul(torch.acos(t), %s), %s)), %s)",
              it.times(),
              it.plus(),
              it.minus());
      case Head.CurricularFace it -> curricular(module, state, it);
      case Head.MagFace it -> magnitude(it);
      case Head.AdaFace it -> adaptive(module, state, it);
      case Head.UniFace it -> unified(module, state, it);
    }
    line("return [loss, cosine, logits]");
    module.method("head", List.of("e", "w", "labels"), "List[Tensor]", lines);
  }

  /** The margin moves the value; the slope stays that of the plain cosine, as published. */
  private void moved(double scale, String formula, Object... margins) {
    line("c = torch.clamp(cosine, %s, %s)", -1 + INSIDE, 1 - INSIDE);
    line("t = torch.detach(torch.gather(c, 1, own))");
    line("moved = " + formula, margins);
    line("logits = torch.mul(torch.scatter_add(c, 1, own, torch.sub(moved, t)), %s)", scale);
    crossEntropy();
  }

  private void curricular(ScriptModule module, Weights state, Head.CurricularFace it) {
    String level = buffer(module, state, "curricularface.t", 0);
    line("t = torch.gather(cosine, 1, own)");
    addMargin(Double.toString(Math.cos(it.margin())), Double.toString(Math.sin(it.margin())));
    line("easy = torch.gt(t, %s)", Math.cos(Math.PI - it.margin()));
    line("far = torch.sub(t, %s)", Math.sin(Math.PI - it.margin()) * it.margin());
    line(
        "level = torch.add(torch.mul(torch.mean(torch.detach(cosine)), 0.01), torch.mul(%s, 0.99))",
        level);
    line("_level = torch.copy_(%s, level)", level);
    line("harder = torch.mul(cosine, torch.add(cosine, level))");
    line("others = torch.where(torch.gt(cosine, turned), harder, cosine)");
    line("z = torch.scatter(others, 1, own, torch.where(easy, turned, far))");
    line("logits = torch.mul(z, %s)", it.scale());
    crossEntropy();
  }

  /** turned = cos(theta + margin), with a slope that stays finite at cosine 1 and -1. */
  private void addMargin(String cos, String sin) {
    line("sine = torch.sqrt(torch.clamp_min(torch.sub(1., torch.mul(t, t)), 1e-12))");
    line("turned = torch.sub(torch.mul(t, %s), torch.mul(sine, %s))", cos, sin);
  }

  private void magnitude(Head.MagFace it) {
    double slope = (it.highMargin() - it.lowMargin()) / (it.longest() - it.shortest());
    line("t = torch.gather(cosine, 1, own)");
    line("size = torch.clamp(lengths, %s, %s)", it.shortest(), it.longest());
    line(
        "margin = torch.add(torch.mul(torch.sub(size, %s), %s), %s)",
        it.shortest(), slope, it.lowMargin());
    addMargin("torch.cos(margin)", "torch.sin(margin)");
    line("logits = torch.mul(torch.scatter(cosine, 1, own, turned), %s)", it.scale());
    line(
        "pull = torch.mean(torch.add(torch.mul(size, %s), torch.reciprocal(size)))",
        1 / (it.longest() * it.longest()));
    crossEntropy();
    line("loss = torch.add(loss, torch.mul(pull, %s))", it.lambda());
  }

  private void adaptive(ScriptModule module, Weights state, Head.AdaFace it) {
    String mean = buffer(module, state, "adaface.mean", 20);
    String deviation = buffer(module, state, "adaface.deviation", 100);
    line("size = torch.detach(torch.clamp(lengths, 0.001, 100.))");
    follow(mean, "torch.mean(size)", it.momentum());
    follow(deviation, "torch.nan_to_num(torch.std(size))", it.momentum());
    line(
        "away = torch.div(torch.sub(size, %s), torch.add(%s, %s))",
        mean, deviation, ADAFACE_INSIDE);
    line("z = torch.clamp(torch.mul(away, %s), -1., 1.)", it.concentration());
    line("c = torch.clamp(cosine, %s, %s)", -1 + ADAFACE_INSIDE, 1 - ADAFACE_INSIDE);
    line("angle = torch.acos(torch.gather(c, 1, own))");
    line("wide = torch.mul(angle, torch.add(torch.mul(z, %s), 1.))", -it.margin());
    line("held = torch.clamp(wide, %s, %s)", ADAFACE_INSIDE, Math.PI - ADAFACE_INSIDE);
    line("less = torch.add(torch.mul(z, %s), %s)", it.margin(), it.margin());
    line(
        "logits = torch.mul(torch.scatter(c, 1, own, torch.sub(torch.cos(held), less)), %s)",
        it.scale());
    crossEntropy();
  }

  private void follow(String buffer, String batch, double momentum) {
    line(
        "_f = torch.copy_(%s, torch.add(torch.mul(%s, %s), torch.mul(%s, %s)))",
        buffer, batch, momentum, buffer, 1 - momentum);
  }

  private void unified(ScriptModule module, Weights state, Head.UniFace it) {
    String threshold = module.parameter("uniface.bias", one(state, "uniface.bias", it.threshold()));
    parameters.put("uniface.bias", threshold);
    double scale = it.scale();
    line("logits = torch.mul(cosine, %s)", scale);
    line(
        "same = torch.sub(torch.mul(torch.sub(torch.gather(cosine, 1, own), %s), %s), %s)",
        it.margin(), scale, threshold);
    line("other = torch.sub(logits, %s)", threshold);
    line(
        "ploss = torch.log(torch.add(torch.exp(torch.neg(torch.clamp(same, %s, %s))), 1.))",
        -scale, scale);
    line("nloss = torch.log(torch.add(torch.exp(torch.clamp(other, %s, %s)), 1.))", -scale, scale);
    line("loss = torch.mean(torch.sum(torch.scatter(nloss, 1, own, ploss), [1]))");
  }

  private void crossEntropy() {
    line("loss = torch.cross_entropy_loss(logits, labels)");
  }

  private String buffer(ScriptModule module, Weights state, String name, double start) {
    String attribute = module.buffer(name, one(state, name, start));
    buffers.put(name, attribute);
    return attribute;
  }

  private static Tensor one(Weights state, String name, double start) {
    Tensor before = state.find(name);
    return before == null ? new Tensor(Dims.of(1), new float[] {(float) start}) : before;
  }

  private void line(String format, Object... arguments) {
    lines.add(
        String.format(
            java.util.Locale.ROOT,
            format,
            Arrays.stream(arguments).map(String::valueOf).toArray()));
  }
}
