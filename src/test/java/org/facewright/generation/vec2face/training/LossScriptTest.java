package org.facewright.generation.vec2face.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.facewright.generation.vec2face.MaskDraw;
import org.facewright.generation.vec2face.TinyGenerator;
import org.facewright.inference.torch.HostTensor;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.inference.torch.TorchModule;
import org.facewright.network.Precision;
import org.facewright.network.architecture.Vgg16;
import org.facewright.network.script.ScriptModule;
import org.facewright.network.weights.WeightStart;
import org.junit.jupiter.api.Test;

class LossScriptTest {
  private static final int SIDE = 112;
  private static final int PIXELS = 3 * SIDE * SIDE;

  private static float[] picture(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] pixels = new float[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      pixels[i] = (float) (random.nextDouble() * 2 - 1);
    }
    return pixels;
  }

  private static ScriptModule script(boolean perceptual) {
    GeneratorPlan plan =
        new GeneratorPlan(
            TinyGenerator.config(),
            MaskDraw.training(),
            new LossWeights(1, 0.1, 0, 0, perceptual ? 0.2 : 0, 0),
            null,
            perceptual ? WeightStart.of(new Vgg16(SIDE).network(), 1) : null,
            0,
            GeneratorPlan.publishedOptimiser(),
            Precision.FP32,
            2,
            0.9);
    ScriptModule module = new ScriptModule();
    LossScript losses = new LossScript(module, plan);
    assertThat(losses.names()).contains("structure", "perceptual");
    return module;
  }

  private static double call(ScriptModule script, String method, float[] a, float[] b)
      throws Exception {
    script.method(
        "asked",
        java.util.List.of("x", "y"),
        "List[Tensor]",
        java.util.List.of("return [torch.reshape(self." + method + "(x, y), [1])]"));
    try (TorchEngine engine = new TorchEngine(1);
        TorchModule module = engine.load(script)) {
      HostTensor answer =
          module
              .call(
                  "asked",
                  HostTensor.floats(a, 1, 3, SIDE, SIDE),
                  HostTensor.floats(b, 1, 3, SIDE, SIDE))
              .getFirst();
      return ((HostTensor.Floats) answer).values()[0];
    }
  }

  @Test
  void structureIsOneMinusTheMeanOfSsim() throws Exception {
    float[] a = picture(1);
    float[] b = a.clone();
    for (int i = 0; i < PIXELS; i += 3) {
      b[i] *= 0.5f;
    }
    assertThat(call(script(false), "structure", a, a)).isCloseTo(0, Offset.offset(1e-4));
    assertThat(call(script(false), "structure", a, b))
        .isCloseTo(1 - ssim(a, b), Offset.offset(1e-4));
  }

  /** The definition, window by window. */
  private static double ssim(float[] a, float[] b) {
    double[] bell = new double[11];
    double total = 0;
    for (int i = 0; i < 11; i++) {
      bell[i] = Math.exp(-(i - 5) * (i - 5) / (2 * 1.5 * 1.5));
      total += bell[i];
    }
    double sum = 0;
    int count = 0;
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y + 11 <= SIDE; y++) {
        for (int x = 0; x + 11 <= SIDE; x++) {
          double ma = 0, mb = 0, aa = 0, bb = 0, ab = 0;
          for (int v = 0; v < 11; v++) {
            for (int u = 0; u < 11; u++) {
              double w = bell[u] * bell[v] / (total * total);
              int at = (c * SIDE + y + v) * SIDE + x + u;
              double p = (a[at] + 1) / 2;
              double q = (b[at] + 1) / 2;
              ma += w * p;
              mb += w * q;
              aa += w * p * p;
              bb += w * q * q;
              ab += w * p * q;
            }
          }
          double light = (2 * ma * mb + 1e-4) / (ma * ma + mb * mb + 1e-4);
          double form = (2 * (ab - ma * mb) + 9e-4) / (aa - ma * ma + bb - mb * mb + 9e-4);
          sum += light * form;
          count++;
        }
      }
    }
    return sum / count;
  }

  @Test
  void perceptualDistanceIsNoneToItselfAndGrows() throws Exception {
    float[] a = picture(1);
    float[] near = a.clone();
    for (int i = 0; i < PIXELS; i++) {
      near[i] *= 0.95f;
    }
    assertThat(call(script(true), "perceptual", a, a)).isZero();
    double small = call(script(true), "perceptual", a, near);
    double large = call(script(true), "perceptual", a, picture(2));
    assertThat(small).isGreaterThan(0).isLessThan(large);
  }
}
