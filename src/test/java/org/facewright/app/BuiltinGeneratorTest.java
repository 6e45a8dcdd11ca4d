package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The generator that comes along, judged on people it has not learnt. */
class BuiltinGeneratorTest {
  private static final Path GENERATOR = Path.of("models/generator/generator.onnx");
  private static final long MOST_BYTES = 15 << 20;

  @TempDir private Path folder;

  @Test
  void drawsThePeopleOfTheirVectorsAndTellsNewOnesApart() throws Exception {
    Path sheet = folder.resolve("sheet.png");
    CommandRun run =
        CommandRun.of(
            "vec2face",
            "measure",
            "--faces",
            "assets/sample/images",
            "--most",
            "60",
            "--identities",
            "60",
            "--sheet",
            sheet,
            "--json");
    assertThat(run.code()).as(run.complaint()).isZero();
    JsonNode figures = JsonMapper.builder().build().readTree(run.said().lines().toList().getLast());
    assertThat(figures.at("/reconstruction/mean").doubleValue()).isGreaterThan(.7);
    // Its recogniser tells no more of the people that it learnt apart: docs/models.md.
    assertThat(figures.get("separable").doubleValue()).isGreaterThan(.5);
    JsonNode variants = figures.get("variants");
    double quiet = variants.get(1).get("toReference").doubleValue();
    double loud = variants.get(variants.size() - 1).get("toReference").doubleValue();
    assertThat(loud).isLessThan(quiet);
    assertThat(Files.size(sheet)).isGreaterThan(50_000);
  }

  @Test
  void isSmallEnoughToComeAlong() throws Exception {
    long bytes = 0;
    try (var files = Files.list(GENERATOR.getParent())) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    assertThat(bytes).isLessThan(MOST_BYTES);
  }
}
