package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.facewright.generation.diffusion.Golden;
import org.facewright.generation.diffusion.latent.TorchRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** Every recorded case of the reference pipeline, drawn by the line that users type. */
class SdxlGoldenCommandTest {
  @TempDir Path folder;
  private final StringWriter err = new StringWriter();

  static Stream<Arguments> cases() {
    return Golden.names("tiny-sdxl/golden", ".json").stream()
        .flatMap(name -> Stream.of(Arguments.of("fp32", name), Arguments.of("fp16", name)));
  }

  private int run(List<String> arguments) {
    return new CommandLine(new SdxlCommand())
        .setErr(new PrintWriter(err, true))
        .setOut(new PrintWriter(new StringWriter()))
        .execute(arguments.toArray(String[]::new));
  }

  private static List<String> line(JsonNode golden, String precision, Path output) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "--model", Golden.path("tiny-sdxl/" + precision).toString(),
                "--prompt", golden.get("prompt").asString(),
                "--scheduler", scheduler(golden),
                "--steps", golden.get("steps").asString(),
                "--guidance", golden.get("guidance_scale").asString(),
                "--width", golden.get("width").asString(),
                "--height", golden.get("height").asString(),
                "--batch", golden.get("batch").asString(),
                "--device", "cpu",
                "--threads", "1",
                "--output", output.toString()));
    if (!golden.get("negative_prompt").isNull()) {
      line.addAll(List.of("--negative", golden.get("negative_prompt").asString()));
    }
    return line;
  }

  private static String scheduler(JsonNode golden) {
    return switch (golden.get("scheduler").asString()) {
      case "EulerDiscreteScheduler" -> "euler";
      case "DPMSolverMultistepScheduler" -> "dpmpp_2m_karras";
      case "LCMScheduler" -> "lcm";
      default -> throw new AssertionError(golden.get("scheduler"));
    };
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theLineDrawsWhatTheReferenceDraws(String precision, String name) throws Exception {
    JsonNode golden = Golden.json("tiny-sdxl/golden/" + name);
    Path output = folder.resolve("out.png");
    List<String> line = line(golden, precision, output);
    line.addAll(List.of("--noise", Golden.path("tiny-sdxl/golden/" + name).toString()));
    assertThat(run(line)).as(err.toString()).isZero();
    BufferedImage wanted =
        ImageIO.read(Golden.path("tiny-sdxl/golden/" + name.replace(".json", ".png")).toFile());
    int[] differences = differences(ImageIO.read(output.toFile()), wanted);
    assertThat(IntStream.of(differences).max().orElseThrow()).isLessThanOrEqualTo(1);
    if (precision.equals("fp32")) {
      // A value on the edge between two bytes falls to either side, by processor and build.
      assertThat(IntStream.of(differences).filter(each -> each > 0).count()).isLessThanOrEqualTo(2);
    }
    boolean two = golden.get("batch").asInt() == 2;
    assertThat(Files.exists(folder.resolve("out-2.png"))).isEqualTo(two);
  }

  /** A seed stands for the noise that torch draws from it: both lines give the same bytes. */
  @Test
  void aSeedIsTheNoiseThatTorchDraws() throws Exception {
    JsonNode golden = Golden.json("tiny-sdxl/golden/euler5_cfg7.5_neg.json");
    float[] drawn = new TorchRandom(1234).normal(4 * 8 * 8);
    Path noise = folder.resolve("noise.json");
    Files.writeString(noise, "{\"unit_noise\": %s}".formatted(java.util.Arrays.toString(drawn)));
    Path given = folder.resolve("given.png");
    List<String> line = line(golden, "fp32", given);
    line.addAll(List.of("--noise", noise.toString()));
    assertThat(run(line)).as(err.toString()).isZero();
    Path seeded = folder.resolve("seeded.png");
    line = line(golden, "fp32", seeded);
    line.addAll(List.of("--seed", "1234"));
    assertThat(run(line)).as(err.toString()).isZero();
    assertThat(Files.readAllBytes(seeded)).isEqualTo(Files.readAllBytes(given));
  }

  private static int[] differences(BufferedImage ours, BufferedImage theirs) {
    assertThat(ours.getWidth()).isEqualTo(theirs.getWidth());
    assertThat(ours.getHeight()).isEqualTo(theirs.getHeight());
    int width = ours.getWidth();
    return IntStream.range(0, width * ours.getHeight() * 3)
        .map(
            i -> {
              int x = i / 3 % width;
              int y = i / 3 / width;
              int shift = 8 * (i % 3);
              return Math.abs(
                  (ours.getRGB(x, y) >> shift & 0xff) - (theirs.getRGB(x, y) >> shift & 0xff));
            })
        .toArray();
  }
}
