package org.facewright.generation.diffusion.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.facewright.generation.diffusion.Golden;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TorchRandomTest {
  @Test
  void drawsAreThoseOfTorch() {
    for (JsonNode each : Golden.json("misc/torch_randn.json").get("cases")) {
      int count = 1;
      for (JsonNode side : each.get("shape")) {
        count *= side.asInt();
      }
      TorchRandom random = new TorchRandom(each.get("seed").asLong());
      float[] drawn = random.normal(count);
      requireClose(Arrays.copyOf(drawn, 32), each.get("first32_f32"));
      requireClose(Arrays.copyOfRange(drawn, count - 8, count), each.get("last8_f32"));
      double sum = 0;
      for (float value : drawn) {
        sum += value;
      }
      assertThat(sum).isCloseTo(each.get("sum").asDouble(), within(0.01));
      requireClose(Arrays.copyOf(random.normal(count), 8), each.get("second_draw_first8_f32"));
    }
  }

  @Test
  void halvesAreTheSameDrawRounded() {
    for (JsonNode each : Golden.json("misc/torch_randn.json").get("cases")) {
      float[] drawn = new TorchRandom(each.get("seed").asLong()).normalHalf(256);
      JsonNode theirs = each.get("first16_f16");
      for (int i = 0; i < theirs.size(); i++) {
        double wanted = theirs.get(i).asDouble();
        assertThat((double) drawn[i]).isCloseTo(wanted, within(Math.abs(wanted) * 0x1p-10));
        assertThat(drawn[i]).isEqualTo(Float.float16ToFloat(Float.floatToFloat16(drawn[i])));
      }
    }
  }

  @Test
  void fewNumbersAreRefused() {
    assertThatThrownBy(() -> new TorchRandom(1).normal(15))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void requireClose(float[] ours, JsonNode theirs) {
    assertThat(Golden.distance(ours, theirs)).isLessThan(5e-6);
  }
}
