package org.facewright.generation.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.facewright.generation.diffusion.latent.GivenNoise;
import org.facewright.generation.diffusion.latent.Guidance;
import org.facewright.generation.diffusion.latent.NoiseSource;
import org.facewright.generation.diffusion.latent.NoiseType;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.schedule.Scheduler;
import org.facewright.image.RgbImage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A whole SDXL with random weights, against what the diffusers library draws with it. */
class TinyModelGoldenTest {
  private static final Map<String, DiffusionPipeline> OPEN = new HashMap<>();

  private static DiffusionPipeline pipeline(String precision) throws DiffusionException {
    DiffusionPipeline open = OPEN.get(precision);
    if (open == null) {
      open = TestEngine.pipeline(Golden.path("tiny-sdxl/" + precision));
      OPEN.put(precision, open);
    }
    return open;
  }

  @AfterAll
  static void everythingCloses() throws DiffusionException {
    for (DiffusionPipeline each : OPEN.values()) {
      each.close();
      assertThat(each.ledger().openSessions()).isZero();
    }
  }

  static Stream<Arguments> cases() {
    return Golden.names("tiny-sdxl/golden", ".json").stream()
        .flatMap(name -> Stream.of(Arguments.of("fp32", name), Arguments.of("fp16", name)));
  }

  /** The request that a recorded case answers. */
  static PictureRequest request(JsonNode golden) {
    Scheduler scheduler =
        switch (golden.get("scheduler").asString()) {
          case "EulerDiscreteScheduler" -> Scheduler.EULER;
          case "DPMSolverMultistepScheduler" -> Scheduler.DPMPP_2M_KARRAS;
          case "LCMScheduler" -> Scheduler.LCM;
          default -> throw new AssertionError(golden.get("scheduler"));
        };
    JsonNode negative = golden.get("negative_prompt");
    return new PictureRequest(
        golden.get("prompt").asString(),
        negative.isNull() ? null : negative.asString(),
        0,
        golden.get("batch").asInt(),
        new SamplingSettings(
            scheduler,
            golden.get("steps").asInt(),
            new Guidance((float) golden.get("guidance_scale").asDouble(), 0),
            golden.get("width").asInt(),
            golden.get("height").asInt(),
            NoiseType.FLOAT32,
            false));
  }

  static NoiseSource noise(JsonNode golden) {
    List<float[]> draws = new ArrayList<>();
    draws.add(Golden.floats(golden.get("unit_noise")));
    if (!golden.get("lcm_noises").isNull()) {
      golden.get("lcm_noises").forEach(draw -> draws.add(Golden.floats(draw)));
    }
    return GivenNoise.of(draws);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void drawsThePictureThatDiffusersDraws(String precision, String name) throws Exception {
    JsonNode golden = Golden.json("tiny-sdxl/golden/" + name);
    boolean full = precision.equals("fp32");
    PictureRequest request = request(golden);
    List<float[]> estimates = new ArrayList<>();
    DiffusionListener watching =
        new DiffusionListener() {
          @Override
          public void step(StepReport report) {
            estimates.add(report.estimate().clone());
          }
        };
    DiffusionPipeline pipeline = pipeline(precision);
    Optional<List<GeneratedPicture>> pictures = pipeline.generate(request, noise(golden), watching);
    // The last estimate is the final latent wherever the schedule ends at no noise.
    assertThat(Golden.distance(estimates.getLast(), golden.get("final_latents")))
        .as("latents")
        .isLessThan(full ? 1e-4 : 0.08);
    BufferedImage wanted =
        ImageIO.read(Golden.path("tiny-sdxl/golden/" + name.replace(".json", ".png")).toFile());
    RgbImage picture = pictures.orElseThrow().getFirst().picture();
    assertThat(worst(picture, wanted)).as("pixels").isLessThanOrEqualTo(1);
    if (full) {
      // A value on the edge between two bytes falls to either side, by processor and build.
      assertThat(differing(picture, wanted)).as("differing values").isLessThanOrEqualTo(2);
    }
    assertThat(pipeline.ledger().openTensors()).isZero();
  }

  @Test
  void mixedPrecisionsAreConvertedPartByPart(@TempDir Path folder) throws Exception {
    Path mixed = ModelCopy.of("fp32", folder);
    Files.write(
        mixed.resolve("unet/model.onnx"),
        Files.readAllBytes(Golden.path("tiny-sdxl/fp16/unet/model.onnx")));
    String name = "euler5_cfg7.5_neg";
    JsonNode golden = Golden.json("tiny-sdxl/golden/" + name + ".json");
    BufferedImage wanted = ImageIO.read(Golden.path("tiny-sdxl/golden/" + name + ".png").toFile());
    try (DiffusionPipeline pipeline = TestEngine.pipeline(mixed)) {
      RgbImage half =
          pipeline
              .generate(request(golden), noise(golden), DiffusionListener.NONE)
              .orElseThrow()
              .getFirst()
              .picture();
      assertThat(worst(half, wanted)).isLessThanOrEqualTo(1);
    }
  }

  static int worst(RgbImage ours, BufferedImage theirs) {
    return differences(ours, theirs).max().orElseThrow();
  }

  private static long differing(RgbImage ours, BufferedImage theirs) {
    return differences(ours, theirs).filter(each -> each > 0).count();
  }

  private static IntStream differences(RgbImage ours, BufferedImage theirs) {
    assertThat(ours.width()).isEqualTo(theirs.getWidth());
    assertThat(ours.height()).isEqualTo(theirs.getHeight());
    return IntStream.range(0, ours.rgb().length)
        .map(
            i -> {
              int pixel = i / 3;
              int rgb = theirs.getRGB(pixel % ours.width(), pixel / ours.width());
              int wanted = rgb >> 16 - 8 * (i % 3) & 0xff;
              return Math.abs((ours.rgb()[i] & 0xff) - wanted);
            });
  }
}
