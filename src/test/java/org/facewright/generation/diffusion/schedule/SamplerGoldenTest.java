package org.facewright.generation.diffusion.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.facewright.generation.diffusion.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every trajectory that the diffusers library took. */
class SamplerGoldenTest {
  private static final double TOLERANCE = 1e-4;

  static Stream<String> trajectories() {
    return Golden.names("schedulers", ".json").stream()
        .filter(name -> !name.equals("index.json") && !name.equals("alphas_cumprod.json"));
  }

  private static Sampler start(JsonNode golden) {
    String name = golden.get("name").asString();
    Scheduler scheduler =
        switch (name) {
          case "euler_sdxl_base" -> Scheduler.EULER;
          case "euler_trailing_lightning" -> Scheduler.EULER_TRAILING;
          case "euler_ancestral_turbo_trailing" -> Scheduler.EULER_ANCESTRAL_TRAILING;
          default -> Scheduler.of(name).orElseThrow();
        };
    return scheduler.start(ScheduleConfig.sdxl(), golden.get("num_inference_steps").asInt());
  }

  @ParameterizedTest
  @MethodSource("trajectories")
  void levelsAreThoseOfDiffusers(String file) {
    JsonNode golden = Golden.json("schedulers/" + file);
    Sampler sampler = start(golden);
    JsonNode timesteps = golden.get("timesteps");
    assertThat(sampler.steps()).isEqualTo(timesteps.size());
    for (int k = 0; k < sampler.steps(); k++) {
      double wanted = timesteps.get(k).asDouble();
      assertThat((double) sampler.timestep(k)).isCloseTo(wanted, within(1e-4 * (1 + wanted)));
      if (!golden.get("sigmas").isNull()) {
        double sigma = golden.get("sigmas").get(k).asDouble();
        assertThat((double) sampler.sigma(k)).isCloseTo(sigma, within(TOLERANCE * (1 + sigma)));
      }
    }
    double scale = golden.get("init_noise_sigma").asDouble();
    assertThat((double) sampler.initialScale()).isCloseTo(scale, within(TOLERANCE * scale));
  }

  @ParameterizedTest
  @MethodSource("trajectories")
  void everyStepFollowsTheRecordedOne(String file) {
    JsonNode golden = Golden.json("schedulers/" + file);
    Sampler sampler = start(golden);
    float[] latent = Golden.floats(golden.get("initial_latents"));
    float[] input = new float[latent.length];
    float[] clean = new float[latent.length];
    for (int k = 0; k < sampler.steps(); k++) {
      JsonNode step = golden.get("steps").get(k);
      sampler.scaleInput(latent, k, input);
      requireClose(input, step.get("scaled_input"), file + " input " + k);
      float[] noise = step.hasNonNull("noise") ? Golden.floats(step.get("noise")) : null;
      assertThat(sampler.wantsNoise(k)).isEqualTo(noise != null);
      sampler.step(latent, Golden.floats(step.get("model_output")), k, noise, clean);
      requireClose(latent, step.get("prev_sample"), file + " sample " + k);
      if (step.hasNonNull("pred_x0_or_denoised")) {
        requireClose(clean, step.get("pred_x0_or_denoised"), file + " estimate " + k);
      }
      if (sampler instanceof ConsistencySampler consistency) {
        assertThat(consistency.skip(k)).isCloseTo(step.get("c_skip").asDouble(), within(1e-6));
        assertThat(consistency.out(k)).isCloseTo(step.get("c_out").asDouble(), within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("trajectories")
  void aModelInTheLoopEndsAtTheSameSample(String file) {
    JsonNode golden = Golden.json("schedulers/" + file);
    Sampler sampler = start(golden);
    float[] latent = Golden.floats(golden.get("unit_noise"));
    for (int i = 0; i < latent.length; i++) {
      latent[i] *= sampler.initialScale();
    }
    List<float[]> noises = new ArrayList<>();
    golden
        .get("steps")
        .forEach(
            step -> {
              if (step.hasNonNull("noise")) {
                noises.add(Golden.floats(step.get("noise")));
              }
            });
    float[] input = new float[latent.length];
    float[] clean = new float[latent.length];
    for (int k = 0; k < sampler.steps(); k++) {
      sampler.scaleInput(latent, k, input);
      float[] output = new float[latent.length];
      for (int i = 0; i < output.length; i++) {
        output[i] = 0.5f * input[i] + 0.01f * i;
      }
      sampler.step(latent, output, k, sampler.wantsNoise(k) ? noises.removeFirst() : null, clean);
    }
    requireClose(latent, golden.get("closed_loop").get("final_sample"), file);
  }

  private static void requireClose(float[] ours, JsonNode theirs, String what) {
    assertThat(ours.length).isEqualTo(theirs.size());
    for (int i = 0; i < ours.length; i++) {
      double wanted = theirs.get(i).asDouble();
      assertThat((double) ours[i])
          .as(what)
          .isCloseTo(wanted, within(TOLERANCE * (1 + Math.abs(wanted))));
    }
  }

  @Test
  void signalPowerIsThatOfDiffusers() {
    JsonNode golden = Golden.json("schedulers/alphas_cumprod.json");
    JsonNode values = golden.isArray() ? golden : golden.iterator().next();
    NoiseSchedule schedule = new NoiseSchedule(ScheduleConfig.sdxl());
    assertThat(values.size()).isEqualTo(schedule.levels());
    for (int i = 0; i < schedule.levels(); i++) {
      assertThat((double) schedule.signalPower(i))
          .isCloseTo(values.get(i).asDouble(), within(2e-7));
    }
  }
}
