package org.facewright.generation.vec2face.attribute;

import java.util.ArrayList;
import java.util.List;
import org.facewright.generation.vec2face.GeneratorWeights;
import org.facewright.network.Precision;
import org.facewright.network.optimiser.Optimiser;
import org.facewright.network.optimiser.OptimiserScript;
import org.facewright.network.script.NetworkScript;
import org.facewright.network.script.ScriptModule;
import org.facewright.network.weights.Weights;

/**
 * A step of the search as one script method: vectors to pictures, pictures through the estimators,
 * the loss's gradient back to the vectors, and Adam on the rows that still move.
 */
final class AttributeScript {
  static final Optimiser ADAM = new Optimiser.AdamW(.9, .999, 1e-8, 0, false);
  private static final double DEGREES = 180 / Math.PI;

  private final ScriptModule module = new ScriptModule();

  AttributeScript(GeneratorWeights generator, Estimators estimators, Precision precision) {
    frozen(
        "draw",
        new Estimators.Estimator(generator.config().generator().network(), generator.weights()),
        precision);
    frozen("recognise", estimators.identity(), precision);
    if (estimators.quality() != null) {
      frozen("judge", estimators.quality(), precision);
    }
    if (estimators.pose() != null) {
      frozen("turn", estimators.pose(), precision);
      yaw();
    }
    step(estimators);
  }

  ScriptModule module() {
    return module;
  }

  private void frozen(String method, Estimators.Estimator it, Precision precision) {
    NetworkScript.frozen(module, it.network(), it.weights(), precision)
        .forward(method, false, precision);
  }

  /** Degrees from rotation matrices. */
  private void yaw() {
    module.method(
        "yaw",
        List.of("picture"),
        "Tensor",
        List.of(
            "bgr = torch.flip(torch.mul(torch.add(picture, 1.), 0.5), [1])",
            "r = self.turn(bgr)",
            "first = torch.select(r, 2, 0)",
            "a = torch.select(first, 1, 0)",
            "b = torch.select(first, 1, 1)",
            "up = torch.sqrt(torch.add(torch.square(a), torch.square(b)))",
            "side = torch.neg(torch.select(first, 1, 2))",
            "return torch.mul(torch.atan2(side, up), " + DEGREES + ")"));
  }

  /**
   * Rows that do not move keep vector and moments. Answers vectors, moments, and for each row the
   * identity, quality and yaw losses and the gradient's length, all before the step.
   */
  private void step(Estimators estimators) {
    List<String> lines = new ArrayList<>(OptimiserScript.readings("settings"));
    lines.add("least = torch.select(settings, 0, 3)");
    lines.add("turned = torch.select(settings, 0, 4)");
    lines.add("x = torch.requires_grad_(torch.detach(rep), True)");
    lines.add("picture = torch.clamp(self.draw(x, staying, masked, refill), -1., 1.)");
    lines.add("features = self.recognise(picture)");
    lines.add("alike = torch.cosine_similarity(features, wanted, 1, 1e-08)");
    lines.add("identity = torch.add(torch.neg(alike), 1.)");
    lines.add(
        estimators.quality() == null
            ? "quality = torch.zeros_like(identity)"
            : "quality = torch.relu(torch.add(torch.neg(torch.norm(self.judge(picture), 2, [1])),"
                + " torch.to(least, 6)))");
    lines.add(
        estimators.pose() == null
            ? "pose = torch.zeros_like(identity)"
            : "pose = torch.mul(torch.abs(torch.sub(torch.abs(self.yaw(picture)),"
                + " torch.to(turned, 6))), torch.to(torch.select(settings, 0, 5), 6))");
    lines.add("each = torch.add(torch.add(torch.mul(identity, 100.), quality), pose)");
    lines.add("loss = torch.mean(torch.mul(each, moving))");
    lines.add("grads = torch.grad([loss], [x])");
    lines.add("g = unchecked_cast(Tensor, grads[0])");
    lines.add("length = torch.norm(g, 2, [1])");
    lines.add("p = torch.clone(torch.detach(rep))");
    lines.add("first = torch.clone(m)");
    lines.add("second = torch.clone(v)");
    OptimiserScript adam = new OptimiserScript(module, ADAM, new Weights(java.util.Map.of()));
    lines.addAll(adam.step("p", "g", List.of("first", "second"), false));
    lines.add("on = torch.gt(torch.unsqueeze(moving, 1), 0.5)");
    lines.add(
        "return [torch.where(on, p, rep), torch.where(on, first, m), torch.where(on, second, v),"
            + " torch.detach(identity), torch.detach(quality), torch.detach(pose), length]");
    module.method(
        "step",
        List.of("rep", "m", "v", "staying", "masked", "refill", "wanted", "moving", "settings"),
        "List[Tensor]",
        lines);
  }
}
