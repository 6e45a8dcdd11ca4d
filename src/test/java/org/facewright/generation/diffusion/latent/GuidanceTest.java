package org.facewright.generation.diffusion.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.facewright.generation.diffusion.Golden;
import org.facewright.generation.diffusion.part.VaeScaling;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GuidanceTest {
  private static float[] both(JsonNode golden) {
    float[] negative = Golden.floats(golden.get("noise_uncond"));
    float[] positive = Golden.floats(golden.get("noise_text"));
    float[] both = new float[2 * negative.length];
    System.arraycopy(negative, 0, both, 0, negative.length);
    System.arraycopy(positive, 0, both, negative.length, positive.length);
    return both;
  }

  @Test
  void predictionsAreCombinedAsInDiffusers() {
    JsonNode golden = Golden.json("misc/cfg_timeids.json");
    float scale = (float) golden.get("guidance_scale").asDouble();
    float rescale = (float) golden.get("guidance_rescale").asDouble();
    float[] both = both(golden);
    assertThat(Golden.distance(new Guidance(scale, 0).combine(both, 16), golden.get("cfg")))
        .isLessThan(1e-5);
    assertThat(
            Golden.distance(
                new Guidance(scale, rescale).combine(both, 16), golden.get("cfg_rescaled")))
        .isLessThan(1e-5);
  }

  @Test
  void eachPictureIsRescaledByItself() {
    float[] both = new float[4 * 16];
    for (int i = 0; i < both.length; i++) {
      both[i] = (float) Math.sin(i * i) * (i % 32 < 16 ? 1 : 9);
    }
    float[] together = new Guidance(5, 0.7f).combine(both, 16);
    float[] second = new float[32];
    System.arraycopy(both, 16, second, 0, 16);
    System.arraycopy(both, 48, second, 16, 16);
    float[] alone = new Guidance(5, 0.7f).combine(second, 16);
    for (int i = 0; i < 16; i++) {
      assertThat(together[16 + i]).isEqualTo(alone[i]);
    }
  }

  @Test
  void oneIsOff() {
    assertThat(new Guidance(1, 0).on()).isFalse();
    assertThat(new Guidance(1.01f, 0).on()).isTrue();
    assertThatThrownBy(() -> new Guidance(Float.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Guidance(7, 1.5f)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theEmbeddingStartsAtZeroStrength() {
    float[] none = new Guidance(1, 0).embedding(256);
    for (int i = 0; i < 128; i++) {
      assertThat(none[i]).isZero();
      assertThat(none[128 + i]).isEqualTo(1);
    }
    assertThat(new Guidance(1.001f, 0).embedding(256)[0])
        .isCloseTo((float) Math.sin(1), org.assertj.core.api.Assertions.within(1e-3f));
  }

  @Test
  void sizesAreToldHeightFirst() {
    for (JsonNode each : Golden.json("misc/cfg_timeids.json").get("time_ids")) {
      float[] ids = SizeConditioning.of(each.get("h").asInt(), each.get("w").asInt()).timeIds();
      assertThat(Golden.distance(ids, each.get("time_ids"))).isZero();
    }
  }

  @Test
  void latentsAndPixelsAreScaledAsInDiffusers() {
    JsonNode golden = Golden.json("misc/cfg_timeids.json");
    JsonNode vae = golden.get("vae");
    VaeScaling scaling = new VaeScaling(vae.get("scaling_factor").asDouble(), null, null);
    for (int i = 0; i < vae.get("latent").size(); i++) {
      float scaled = scaling.toDecoder((float) vae.get("latent").get(i).asDouble(), 0);
      assertThat(Math.abs(scaled - vae.get("vae_input").get(i).asDouble())).isLessThan(1e-6);
    }
    JsonNode pixels = golden.get("pixels");
    for (int i = 0; i < pixels.get("decoded").size(); i++) {
      byte pixel = Pixels.toByte((float) pixels.get("decoded").get(i).asDouble());
      assertThat(pixel & 0xff).isEqualTo(pixels.get("u8").get(i).asInt());
    }
    VaeScaling shifted = new VaeScaling(0.5, new double[] {0, 1, 2, 3}, new double[] {1, 1, 1, 4});
    assertThat(shifted.toDecoder(2, 3)).isEqualTo(2f * 4 / 0.5f + 3);
  }
}
