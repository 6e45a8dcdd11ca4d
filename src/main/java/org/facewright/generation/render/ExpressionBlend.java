package org.facewright.generation.render;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns the sliders of an expression into weights of the model's blend shapes. */
final class ExpressionBlend {
  private static final List<String> NAMES =
      List.of(
          "browDown_L",
          "browDown_R",
          "browInnerUp_L",
          "browInnerUp_R",
          "browOuterUp_L",
          "browOuterUp_R",
          "cheekPuff_L",
          "cheekPuff_R",
          "cheekSquint_L",
          "cheekSquint_R",
          "eyeBlink_L",
          "eyeBlink_R",
          "eyeLookDown_L",
          "eyeLookDown_R",
          "eyeLookIn_L",
          "eyeLookIn_R",
          "eyeLookOut_L",
          "eyeLookOut_R",
          "eyeLookUp_L",
          "eyeLookUp_R",
          "eyeSquint_L",
          "eyeSquint_R",
          "eyeWide_L",
          "eyeWide_R",
          "jawLeft",
          "jawOpen",
          "jawRight",
          "mouthDimple_L",
          "mouthDimple_R",
          "mouthFrown_L",
          "mouthFrown_R",
          "mouthFunnel",
          "mouthLeft",
          "mouthLowerDown_L",
          "mouthLowerDown_R",
          "mouthPress_L",
          "mouthPress_R",
          "mouthPucker",
          "mouthRight",
          "mouthRollLower",
          "mouthRollUpper",
          "mouthSmile_L",
          "mouthSmile_R",
          "mouthUpperUp_L",
          "mouthUpperUp_R",
          "noseSneer_L",
          "noseSneer_R");

  private final Map<String, Float> weights = new TreeMap<>();

  private ExpressionBlend() {}

  /** The blend shapes that are used; a model without one of them is refused. */
  static List<String> names() {
    return NAMES;
  }

  /** Weights by blend shape, in a fixed order, zeros left out. */
  static Map<String, Float> weights(Identity.Shape rest, Shot.Expression shot) {
    ExpressionBlend blend = new ExpressionBlend();
    blend.mouth(rest, shot);
    blend.eyes(rest, shot);
    blend.brows(rest, shot);
    blend.weights.values().removeIf(w -> Math.abs(w) < 1e-4f);
    return blend.weights;
  }

  private void mouth(Identity.Shape rest, Shot.Expression shot) {
    float smile = Math.max(0, shot.smile()) + Math.max(0, rest.restMouth()) * 0.06f;
    float frown = Math.max(0, -shot.smile()) + Math.max(0, -rest.restMouth()) * 0.10f;
    float left = 1 - Math.max(0, shot.lopsided()) * 0.7f;
    float right = 1 - Math.max(0, -shot.lopsided()) * 0.7f;
    both("mouthSmile", smile * left * 0.9f, smile * right * 0.9f);
    both("mouthDimple", smile * left * 0.2f, smile * right * 0.2f);
    both("cheekSquint", smile * left * 0.7f, smile * right * 0.7f);
    both("mouthFrown", frown * 0.9f, frown * 0.9f);
    float teeth = Math.max(0, smile - 0.35f);
    both("mouthUpperUp", teeth * left * 0.7f, teeth * right * 0.7f);
    both("mouthLowerDown", teeth * 0.5f + shot.open() * 0.2f, teeth * 0.5f + shot.open() * 0.2f);
    add("jawOpen", shot.open() * 0.75f + teeth * 0.08f);
    add("mouthPucker", shot.pucker());
    add("mouthFunnel", shot.pucker() * shot.open());
    both("mouthPress", shot.press(), shot.press());
    add("mouthRollLower", shot.press() * 0.4f + rest.lipRoll() * 0.14f);
    add("mouthRollUpper", shot.press() * 0.4f + rest.lipRoll() * 0.14f);
    both("noseSneer", shot.sneer() * left, shot.sneer() * right);
    both("cheekPuff", shot.puff(), shot.puff());
    add(shot.mouthSide() > 0 ? "mouthLeft" : "mouthRight", Math.abs(shot.mouthSide()));
    add(shot.mouthSide() > 0 ? "jawLeft" : "jawRight", Math.abs(shot.mouthSide()) * 0.3f);
  }

  private void eyes(Identity.Shape rest, Shot.Expression shot) {
    float smile = Math.max(0, shot.smile());
    float squint = Math.max(0, shot.squint()) + smile * 0.25f;
    float wide = Math.max(0, -shot.squint());
    float lids = rest.restLids();
    both("eyeSquint", squint, squint);
    both("eyeWide", wide + Math.max(0, lids) * 0.22f, wide + Math.max(0, lids) * 0.22f);
    float blink =
        shot.blink() + (1 - shot.blink()) * (0.04f + Math.max(0, -lids) * 0.06f + smile * 0.04f);
    both("eyeBlink", blink, blink);
    add(shot.gazeX() > 0 ? "eyeLookOut_L" : "eyeLookIn_L", Math.abs(shot.gazeX()));
    add(shot.gazeX() > 0 ? "eyeLookIn_R" : "eyeLookOut_R", Math.abs(shot.gazeX()));
    float up = Math.abs(shot.gazeY());
    both(shot.gazeY() > 0 ? "eyeLookUp" : "eyeLookDown", up, up);
  }

  private void brows(Identity.Shape rest, Shot.Expression shot) {
    float level = shot.brows() + rest.restBrows() * 0.2f;
    float up = Math.max(0, level);
    float down = Math.max(0, -level);
    float left = 1 - Math.max(0, -shot.lopsided()) * 0.6f;
    float right = 1 - Math.max(0, shot.lopsided()) * 0.6f;
    both("browOuterUp", up * 0.7f * left, up * 0.7f * right);
    both("browInnerUp", up * 0.6f * left, up * 0.6f * right);
    both("browDown", down, down);
  }

  private void both(String name, float left, float right) {
    add(name + "_L", left);
    add(name + "_R", right);
  }

  private void add(String name, float weight) {
    weights.merge(name, weight, Float::sum);
  }
}
