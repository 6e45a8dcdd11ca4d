package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.facewright.leakage.PlantedPeople;
import org.facewright.project.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The leak check on the command line. */
class LeakCommandTest {
  @TempDir private Path temp;
  private Path project = Path.of("");
  private String said = "";
  private String complaint = "";

  @BeforeEach
  void plant() throws Exception {
    project = temp.resolve("P");
    PlantedPeople.create(project, 20, 9).close();
  }

  private int run(Object... arguments) {
    List<String> all = new ArrayList<>(List.of("leak", "--project", project.toString()));
    Arrays.stream(arguments).map(Object::toString).forEach(all::add);
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      return CommandTree.create()
          .setErr(new PrintWriter(err, true))
          .execute(all.toArray(String[]::new));
    } finally {
      System.setOut(before);
      said = out.toString(StandardCharsets.UTF_8).strip();
      complaint = err.toString();
    }
  }

  private JsonNode figures(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    assertThat(run(all.toArray())).as("%s", complaint).isZero();
    return JsonMapper.builder().build().readTree(said);
  }

  @Test
  void aNpyFileOfRealPeopleGivesTheFiguresOfTheOrder() throws Exception {
    Path gallery = temp.resolve("real.npy");
    PlantedPeople.writeGallery(gallery, 0, 5000);
    JsonNode figures = figures("--gallery", gallery);
    assertThat(figures.get("pairs").asLong()).isEqualTo(9 * 5000);
    assertThat(figures.get("identitiesAbove07").asInt()).isEqualTo(2);
    assertThat(figures.get("pairsAbove05").asInt()).isGreaterThanOrEqualTo(4);
    assertThat(figures.get("pairsAbove07").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(figures.get("maxSimilarity").asDouble()).isBetween(.93, .97);
    assertThat(figures.get("seconds").asDouble()).isPositive();
    assertThat(figures.get("gflops").asDouble()).isPositive();
    assertThat(figures.get("galleries").get(0).get("sha256").asString()).hasSize(64);
    assertThat(Path.of(figures.get("report").asString())).exists();
    // In a worker process, with PyTorch: the same figures.
    JsonNode again = figures("--gallery", gallery, "--way", "bfloat16", "--again");
    assertThat(again.get("way").asString()).isEqualTo("BFLOAT16");
    for (String name : List.of("pairsAbove05", "pairsAbove07", "maxSimilarity", "histogram")) {
      assertThat(again.get(name)).isEqualTo(figures.get(name));
    }
  }

  @Test
  void withoutAGalleryThePeopleOfTheProjectAreCompared() {
    assertThat(run()).as("%s", complaint).isZero();
    assertThat(said).contains("9 new identities", "imported people", "reaches no further");
  }

  @Test
  void theImportsThatHoldTheNewPeopleCanBeNamed() throws Exception {
    long source;
    try (Project opened = Project.open(project, "test")) {
      source = opened.sources().all().getFirst().id();
    }
    Path gallery = temp.resolve("real.npy");
    PlantedPeople.writeGallery(gallery, 0, 50);
    JsonNode figures = figures("--gallery", gallery, "--source", source);
    assertThat(figures.get("identities").asInt()).isEqualTo(20);
    assertThat(figures.get("identitiesAbove07").asInt()).isEqualTo(20);
  }

  @Test
  void whatCannotBeComparedIsOneSentence() throws Exception {
    assertThat(run("--gallery", temp.resolve("nothing.npy"))).isEqualTo(ExitCodes.FAILED);
    assertThat(complaint).contains("There is no file", "nothing.npy");
    Path gallery = temp.resolve("real.npy");
    PlantedPeople.writeGallery(gallery, 0, 5);
    assertThat(run("--gallery", gallery, "--gallery-model", "arcface")).isEqualTo(ExitCodes.FAILED);
    assertThat(complaint).contains("arcface", "same recogniser").doesNotContain("at org.");
    Files.write(gallery, new byte[] {1, 2, 3});
    assertThat(run("--gallery", gallery)).isEqualTo(ExitCodes.FAILED);
    assertThat(complaint).contains("real.npy", "ends within its header");
  }
}
