package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.facewright.generation.diffusion.LightModel;
import org.facewright.generation.prompt.PromptPreset;
import org.facewright.generation.prompt.PromptSpaceFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImagineCommandTest {
  @TempDir Path folder;
  private final StringWriter err = new StringWriter();
  private Path model;
  private Path output;

  @BeforeEach
  void writeModel() throws Exception {
    model = LightModel.write(folder);
    output = folder.resolve("people");
  }

  private int run(String... arguments) {
    err.getBuffer().setLength(0);
    return new CommandLine(new ImagineCommand())
        .setOverwrittenOptionsAllowed(true)
        .setExecutionExceptionHandler(
            (e, line, parsed) -> {
              line.getErr().println(e.getMessage());
              return 1;
            })
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private int draw(String... more) {
    Stream<String> usual =
        Stream.of(
            "--model",
            model.toString(),
            "--count",
            "3",
            "--output",
            output.toString(),
            "--unseen",
            "--size",
            "64",
            "--steps",
            "2",
            "--threads",
            "1",
            "--quiet");
    return run(Stream.concat(usual, Arrays.stream(more)).toArray(String[]::new));
  }

  private JsonNode facts(int person) throws Exception {
    return JsonMapper.builder()
        .build()
        .readTree(Files.readString(output.resolve("%06d.json".formatted(person))));
  }

  @Test
  void peopleOfAPlanBecomeFilesThatKnowWhereTheyComeFrom() throws Exception {
    Path plan = folder.resolve("plan.json");
    PromptSpaceFile.write(PromptPreset.PAPER.space(), plan);
    assertThat(draw("--plan", plan.toString(), "--seed", "9", "--text", "in rain"))
        .as(err.toString())
        .isZero();
    for (int person = 0; person < 3; person++) {
      assertThat(output.resolve("%06d.png".formatted(person))).exists();
      assertThat(facts(person).get("prompt").asString()).endsWith(", in rain");
      assertThat(facts(person).get("steps").asInt()).isEqualTo(2);
      assertThat(facts(person).get("scheduler").asString()).isEqualTo("euler");
      assertThat(facts(person).get("modelHash").asString()).hasSize(64);
      assertThat(facts(person).get("choices").size())
          .isEqualTo(PromptPreset.PAPER.space().axes().size());
    }
    assertThat(facts(0).get("seed").asLong()).isNotEqualTo(facts(1).get("seed").asLong());
  }

  @Test
  void theSameLineGoesOnAndAnotherOneIsRefused() throws Exception {
    assertThat(draw()).as(err.toString()).isZero();
    byte[] lost = Files.readAllBytes(output.resolve("000001.png"));
    var before = Files.getLastModifiedTime(output.resolve("000000.png"));
    Files.delete(output.resolve("000001.png"));
    Files.delete(output.resolve("000001.json"));
    assertThat(draw()).as(err.toString()).isZero();
    assertThat(output.resolve("000001.png")).hasBinaryContent(lost);
    assertThat(Files.getLastModifiedTime(output.resolve("000000.png"))).isEqualTo(before);
    assertThat(draw("--seed", "2")).isEqualTo(1);
    assertThat(err.toString()).contains("another order");
    Path diary = Files.createDirectories(folder.resolve("diary"));
    Files.writeString(diary.resolve("mine.txt"), "mine");
    assertThat(draw("--output", diary.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("not empty");
    assertThat(diary.resolve("mine.txt")).hasContent("mine");
  }

  @Test
  void presetsAreTakenAndOverridden() throws Exception {
    assertThat(draw("--preset", "TURBO", "--count", "1")).as(err.toString()).isZero();
    assertThat(facts(0).get("scheduler").asString()).isEqualTo("euler_ancestral_trailing");
    assertThat(facts(0).get("guidance").asDouble()).isZero();
  }

  @Test
  void wrongLinesSaySo() throws Exception {
    assertThat(run("--model", model.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--project FOLDER or --output DIR");
    assertThat(draw("--pictures", folder.toString())).isEqualTo(2);
    assertThat(draw("--scheduler", "ddim")).isEqualTo(2);
    assertThat(err.toString()).contains("no scheduler \"ddim\"");
    assertThat(draw("--grow", "49")).isEqualTo(2);
    assertThat(err.toString()).contains("--grow needs --project");
    assertThat(draw("--pose", "200", "0", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("yaw is 200.0");
    assertThat(draw("--tries", "0")).isEqualTo(2);
    assertThat(draw("--model", folder.resolve("none").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("no model folder");
    assertThat(draw("--model", "sdxl-base")).isEqualTo(1);
    assertThat(err.toString()).contains("models install sdxl-base");
    assertThat(draw("--output", folder.resolve("odd").toString(), "--size", "65")).isEqualTo(1);
    assertThat(err.toString()).contains("64 or 72");
    Path broken = Files.writeString(folder.resolve("broken.json"), "{");
    assertThat(draw("--plan", broken.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("broken.json");
  }
}
