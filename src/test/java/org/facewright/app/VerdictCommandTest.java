package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facewright.project.DrawnImages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Verdict and review on the command line, as the manual says them. */
class VerdictCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;
  private String project;
  private String truth;
  private String said = "";
  private String complaint = "";

  @BeforeEach
  void make() throws Exception {
    project = folder.resolve("project").toString();
    DrawnImages.make(Path.of(project), 3);
    StringBuilder lines = new StringBuilder("identity,image,mislabeled\n");
    for (int identity = 0; identity < 3; identity++) {
      for (int image = 0; image < DrawnImages.IMAGES; image++) {
        String name = "%03d.jpg".formatted(image);
        lines.append("%06d,%s,%d%n".formatted(identity, name, DrawnImages.stranger(name) ? 1 : 0));
      }
    }
    truth = Files.writeString(folder.resolve("truth.csv"), lines).toString();
  }

  private int run(String... args) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      CommandLine tree = CommandTree.create();
      return tree.setErr(new PrintWriter(err, true)).execute(args);
    } finally {
      System.setOut(before);
      said = out.toString(StandardCharsets.UTF_8).strip();
      complaint = err.toString();
    }
  }

  private JsonNode json() {
    return JSON.readTree(said);
  }

  @Test
  void aSimulatedRunFillsTheFunnelAndSaysThatItIsSimulated() {
    assertThat(run("verdict", "estimate", "-p", project, "--simulate", truth, "--json")).isZero();
    assertThat(json().path("simulated").booleanValue()).isTrue();
    assertThat(json().path("questioned").intValue()).isEqualTo(6);
    assertThat(run("verdict", "-p", project, "--simulate", truth, "--error-rate", "0.05", "--json"))
        .isZero();
    assertThat(json().path("simulated").booleanValue()).isTrue();
    assertThat(json().path("answered").intValue()).isEqualTo(3);
    assertThat(run("review", "simulate", "-p", project, "--truth", truth, "--json")).isZero();
    assertThat(json().path("recall").doubleValue()).isEqualTo(1);
    assertThat(json().path("goodLost").doubleValue()).isZero();
    assertThat(run("verdict", "status", "-p", project)).isZero();
    assertThat(said).contains("simulated (error rate 0.05, seed 1)");
    assertThat(run("review", "audit", "-p", project, folder.resolve("audit.csv").toString()))
        .isZero();
    assertThat(run("review", "stats", "-p", project)).isZero();
    assertThat(said).contains("simulated: ");
  }

  @Test
  void nothingIsSentWithoutAgreement() {
    int code =
        run("verdict", "run", "-p", project, "--server", "http://127.0.0.1:9", "--key", "none");
    assertThat(code).isEqualTo(ExitCodes.FAILED);
    assertThat(complaint).contains("127.0.0.1:9").contains("--agree").contains("Nothing was sent");
  }

  @Test
  void wrongWordsAreExplained() {
    assertThat(run("verdict", "--simulate", truth)).isEqualTo(2);
    assertThat(run("verdict", "run", "-p", project, "--model", "no-such-model")).isEqualTo(1);
    assertThat(complaint).contains("no-such-model").contains("price");
    assertThat(run("verdict", "run", "-p", project, "--key", "sk-0123456789abcdef")).isEqualTo(1);
    assertThat(complaint).doesNotContain("sk-0123456789abcdef");
  }
}
