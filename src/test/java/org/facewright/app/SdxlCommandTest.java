package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.facewright.generation.diffusion.LightModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SdxlCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new SdxlCommand())
        .setOverwrittenOptionsAllowed(true)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private int draw(Path model, Path output, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--model", model.toString(),
                "--prompt", "a face",
                "--output", output.toString(),
                "--steps", "3",
                "--width", "64",
                "--height", "72",
                "--device", "cpu",
                "--threads", "1"));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  @Test
  void aSeedIsDrawnAndReportedAsJson() throws Exception {
    Path model = LightModel.write(folder);
    Path output = folder.resolve("new/out.png");
    assertThat(draw(model, output, "--seed", "5", "--json", "--scheduler", "dpmpp_2m_karras"))
        .as(err.toString())
        .isZero();
    JsonNode result = JsonMapper.builder().build().readTree(out.toString());
    assertThat(result.get("seed").asLong()).isEqualTo(5);
    assertThat(result.get("scheduler").asString()).isEqualTo("dpmpp_2m_karras");
    assertThat(result.get("modelHash").asString()).hasSize(64);
    assertThat(result.get("negative").isNull()).isTrue();
    assertThat(ImageIO.read(output.toFile()).getHeight()).isEqualTo(72);
    assertThat(err.toString()).contains("step 3 of 3");
    byte[] first = Files.readAllBytes(output);
    assertThat(draw(model, output, "--seed", "5", "--scheduler", "dpmpp_2m_karras")).isZero();
    assertThat(Files.readAllBytes(output)).isEqualTo(first);
    assertThat(draw(model, output, "--seed", "6", "--scheduler", "dpmpp_2m_karras")).isZero();
    assertThat(Files.readAllBytes(output)).isNotEqualTo(first);
    try (var files = Files.list(output.getParent())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void whatCannotBeDoneIsSaidInOneSentence() throws Exception {
    Path model = LightModel.write(folder);
    Path output = folder.resolve("out.png");
    assertThat(draw(model, output, "--scheduler", "ddim")).isEqualTo(2);
    assertThat(err.toString()).contains("no scheduler \"ddim\"", "euler_karras");
    assertThat(draw(model, output, "--width", "65")).isEqualTo(2);
    assertThat(err.toString()).contains("64 or 72");
    assertThat(draw(folder.resolve("none"), output)).isEqualTo(1);
    assertThat(err.toString()).contains("no model folder");
    assertThat(draw(model, output, "--guidance", "-3")).isEqualTo(2);
    assertThat(draw(model, output, "--memory", "0.0000001")).isEqualTo(1);
    assertThat(err.toString()).contains("are allowed");
    Path noise = Files.writeString(folder.resolve("noise.json"), "{\"unit_noise\": [1, 2]}");
    assertThat(draw(model, output, "--noise", noise.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("noise.json has 2 numbers");
    Files.writeString(
        noise,
        "{\"unit_noise\": %s}".formatted(new ArrayList<>(java.util.Collections.nCopies(288, 0.5))));
    assertThat(draw(model, output, "--noise", noise.toString(), "--scheduler", "lcm")).isEqualTo(1);
    assertThat(err.toString()).contains("holds 1 draws");
    assertThat(output).doesNotExist();
  }
}
