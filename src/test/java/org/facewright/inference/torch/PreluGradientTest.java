package org.facewright.inference.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.facewright.network.Dims;
import org.facewright.network.Network;
import org.facewright.network.NetworkBuilder;
import org.facewright.network.Precision;
import org.facewright.network.Value;
import org.facewright.network.script.NetworkScript;
import org.facewright.network.script.ScriptModule;
import org.facewright.network.weights.Tensor;
import org.facewright.network.weights.Weights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In training 16 bits take another way to the same function: values and both gradients. */
class PreluGradientTest {
  private static final int CHANNELS = 8;
  private static final int ROWS = 4;

  private static float[] gaussian(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      // Numbers that 16 bits hold exactly, so that only what is computed is rounded.
      values[i] =
          Float.intBitsToFloat(Float.floatToIntBits((float) random.nextGaussian()) & ~0xffff);
    }
    return values;
  }

  /** Values, gradient of the picture, gradient of the slopes. */
  private static List<HostTensor> learn(TorchEngine engine, int[] rest, Precision precision)
      throws Exception {
    int[] sizes = new int[2 + rest.length];
    sizes[0] = Dims.BATCH;
    sizes[1] = CHANNELS;
    System.arraycopy(rest, 0, sizes, 2, rest.length);
    NetworkBuilder builder = new NetworkBuilder("slopes");
    Value x = builder.input(sizes);
    Network network = builder.build(builder.prelu(x, "p"));
    String slopes = network.parameters().getFirst().name();
    // Below and above a half, negative, 0 and 1.
    float[] values = {.25f, .75f, -.5f, 0, 1, .5f, 2, .125f};
    Weights weights = new Weights(Map.of(slopes, new Tensor(Dims.of(CHANNELS), values)));
    ScriptModule module = new ScriptModule();
    NetworkScript script = NetworkScript.trainable(module, network, weights);
    script.forward("forward", true, precision);
    module.method(
        "learn",
        List.of("picture", "wanted"),
        "List[Tensor]",
        List.of(
            "x = torch.requires_grad_(torch.detach(picture), True)",
            "y = self.forward(x)",
            "grads = torch.grad([torch.sum(torch.mul(y, wanted))], [x, "
                + script.attribute(slopes)
                + "])",
            "gx = unchecked_cast(Tensor, grads[0])",
            "gs = unchecked_cast(Tensor, grads[1])",
            "return [torch.contiguous(torch.detach(y)), torch.contiguous(gx), gs]"));
    long[] shape = new long[sizes.length];
    int count = 1;
    for (int i = 0; i < sizes.length; i++) {
      shape[i] = i == 0 ? ROWS : sizes[i];
      count *= (int) shape[i];
    }
    try (TorchModule loaded = engine.load(module)) {
      return loaded.differentiate(
          "learn",
          HostTensor.floats(gaussian(count, 1), shape),
          HostTensor.floats(gaussian(count, 2), shape));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5})
  void sixteenBitsLearnWhatThirtyTwoLearn(int side) throws Exception {
    int[] rest = side == 0 ? new int[0] : new int[] {side, side};
    try (TorchEngine engine = new TorchEngine(1)) {
      List<HostTensor> full = learn(engine, rest, Precision.FP32);
      List<HostTensor> half = learn(engine, rest, Precision.BF16);
      for (int i = 0; i < full.size(); i++) {
        float[] expected = ((HostTensor.Floats) full.get(i)).values();
        float[] got = ((HostTensor.Floats) half.get(i)).values();
        assertThat(got).hasSameSizeAs(expected);
        float largest = 0;
        for (float value : expected) {
          largest = Math.max(largest, Math.abs(value));
        }
        for (int j = 0; j < got.length; j++) {
          // A rounding or two of 2^-8; the slopes' gradient is a sum of many.
          float allowed = i == 2 ? .02f * largest : .012f * Math.abs(expected[j]) + 1e-6f;
          assertThat(Math.abs(got[j] - expected[j]))
              .as("%d: %d", i, j)
              .isLessThanOrEqualTo(allowed);
        }
      }
    }
  }
}
