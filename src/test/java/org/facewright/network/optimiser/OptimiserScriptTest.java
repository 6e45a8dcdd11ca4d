package org.facewright.network.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facewright.inference.torch.HostTensor;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.inference.torch.TorchModule;
import org.facewright.network.Dims;
import org.facewright.network.script.ScriptModule;
import org.facewright.network.weights.Tensor;
import org.facewright.network.weights.Weights;
import org.junit.jupiter.api.Test;

/** Steps on f(p) = sum(p^3) with a rate that changes, against PyTorch's formulas in doubles. */
class OptimiserScriptTest {
  private static final float[] START = {1f, -0.5f, 2f};
  private static final double[] RATES = {0.1, 0.1, 0.01, 0.05};

  @Test
  void sgdKeepsTheRateOutOfItsMomentum() throws Exception {
    for (boolean nesterov : new boolean[] {false, true}) {
      double[] p = {1, -0.5, 2};
      double[] v = new double[3];
      for (double rate : RATES) {
        for (int i = 0; i < 3; i++) {
          double g = 3 * p[i] * p[i] + 0.01 * p[i];
          v[i] = 0.9 * v[i] + g;
          p[i] -= rate * (nesterov ? g + 0.9 * v[i] : v[i]);
        }
      }
      compare(run(new Optimiser.Sgd(0.9, nesterov, 0.01, true), true), p);
    }
  }

  @Test
  void sgdWithoutMomentumOrDecayIsPlainDescent() throws Exception {
    double[] p = {1, -0.5, 2};
    for (double rate : RATES) {
      for (int i = 0; i < 3; i++) {
        p[i] -= rate * 3 * p[i] * p[i];
      }
    }
    compare(run(new Optimiser.Sgd(0, false, 0.01, false), false), p);
  }

  @Test
  void adamDecaysApartFromTheGradient() throws Exception {
    double[] p = {1, -0.5, 2};
    double[] m = new double[3];
    double[] s = new double[3];
    for (int step = 1; step <= RATES.length; step++) {
      double rate = RATES[step - 1];
      for (int i = 0; i < 3; i++) {
        double g = 3 * p[i] * p[i];
        p[i] *= 1 - rate * 0.05;
        m[i] = 0.9 * m[i] + 0.1 * g;
        s[i] = 0.999 * s[i] + 0.001 * g * g;
        double deviation = Math.sqrt(s[i]) / Math.sqrt(1 - Math.pow(0.999, step)) + 1e-8;
        p[i] -= rate / (1 - Math.pow(0.9, step)) * m[i] / deviation;
      }
    }
    compare(run(Optimiser.AdamW.withDecay(0.05), true), p);
  }

  private static void compare(float[] got, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) got[i])
          .isCloseTo(expected[i], offset(2e-5 * (1 + Math.abs(expected[i]))));
    }
  }

  private static float[] run(Optimiser optimiser, boolean decayed) throws Exception {
    ScriptModule module = new ScriptModule();
    String parameter = module.parameter("p", new Tensor(Dims.of(3), START.clone()));
    OptimiserScript script = new OptimiserScript(module, optimiser, new Weights(Map.of()));
    List<String> moments = script.remember("p", Dims.of(3));
    List<String> lines = new ArrayList<>(OptimiserScript.readings("settings"));
    lines.add("g = torch.grad([torch.sum(torch.pow(" + parameter + ", 3))], [" + parameter + "])");
    lines.add("g0 = unchecked_cast(Tensor, g[0])");
    lines.add("p = torch.detach(" + parameter + ")");
    lines.addAll(script.step("p", "g0", moments, decayed));
    lines.add("return [torch.detach(" + parameter + ")]");
    module.method("step", List.of("settings"), "List[Tensor]", lines);
    try (TorchEngine engine = new TorchEngine(1);
        TorchModule loaded = engine.load(module)) {
      List<HostTensor> answer = List.of();
      for (int step = 1; step <= RATES.length; step++) {
        HostTensor settings = HostTensor.doubles(optimiser.tellStep(RATES[step - 1], step));
        answer = loaded.differentiate("step", settings);
      }
      return ((HostTensor.Floats) answer.getFirst()).values();
    }
  }
}
