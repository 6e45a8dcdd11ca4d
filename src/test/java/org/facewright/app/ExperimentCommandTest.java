package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.facewright.leakage.PlantedPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The three questions on the command line. */
class ExperimentCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  private static JsonNode last(CommandRun run) {
    return JSON.readTree(run.said().lines().toList().getLast());
  }

  private static String refusal(Object... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.code()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.complaint()).doesNotContain("\tat ");
    return run.complaint();
  }

  /** Takes a setting out of a file, also where the file holds it as a text of JSON. */
  private static void forget(String setting, Path file) throws IOException {
    String text = Files.readString(file);
    String less = text.replaceAll("\\\\?\"" + setting + "\\\\?\" ?: ?\\d+,(\\\\n|\\n)?\\s*", "");
    assertThat(less).isNotEqualTo(text);
    Files.writeString(file, less);
  }

  @Test
  void cleaningTrainsEveryArmByEverySeedAndASecondRunTrainsNothing() throws Exception {
    Path project = folder.resolve("project");
    DrawnProject.make(project);
    Path settings =
        Files.writeString(
            folder.resolve("tiny.json"), "{\"embedding\": 16, \"saveEverySteps\": 0}");
    Object[] line = {
      "experiment",
      "cleaning",
      "-p",
      project,
      "--seeds",
      "3",
      "--epochs",
      "1",
      "--batch",
      "8",
      "--threads",
      "1",
      "--settings",
      settings,
      "--json"
    };
    CommandRun first = CommandRun.of(line);
    assertThat(first.code()).as(first.complaint()).isZero();
    JsonNode figures = last(first);
    assertThat(figures.get("done").intValue()).isEqualTo(3);
    int raw = DrawnProject.IDENTITIES * (DrawnProject.KEPT + 1);
    int kept = DrawnProject.IDENTITIES * DrawnProject.KEPT;
    assertThat(figures.at("/arms/raw/pictures").intValue()).isEqualTo(raw);
    assertThat(figures.at("/arms/cleaned/pictures").intValue()).isEqualTo(kept);
    assertThat(figures.at("/arms/random/pictures").intValue()).isEqualTo(kept);
    assertThat(figures.at("/arms/raw/steps").intValue()).isEqualTo(raw / 8);
    double accuracy =
        figures.at("/arms/cleaned").get("accuracy on pairs").at("/mean").doubleValue();
    assertThat(accuracy).isBetween(.4, 1.0);
    assertThat(figures.get("shown").size()).isZero();
    assertThat(figures.get("notShown").toString()).contains("by one seed, which shows nothing");
    Path report = project.resolve("runs/experiments/cleaning/report.html");
    assertThat(Files.readString(report))
        .contains("Does cleaning help?", "<svg", "Not shown")
        .doesNotContain("<script", "href=");

    FileTimes before = FileTimes.of(project.resolve("runs/cleaning-raw-3/weights.safetensors"));
    // As a version wrote them that knew one device only.
    forget("devices", project.resolve("runs/experiments/cleaning/experiment.json"));
    forget("devices", project.resolve("runs/cleaning-raw-3/settings.json"));
    CommandRun second = CommandRun.of(line);
    assertThat(last(second)).isEqualTo(figures);
    assertThat(FileTimes.of(project.resolve("runs/cleaning-raw-3/weights.safetensors")))
        .isEqualTo(before);

    assertThat(refusal("experiment", "cleaning", "-p", project, "--seeds", "4", "--threads", "1"))
        .contains("another experiment cleaning", "another name");
    // The runs of an experiment that was removed are not taken for those of another plan.
    Path experiment = project.resolve("runs/experiments/cleaning");
    Files.move(experiment, folder.resolve("removed"));
    assertThat(refusal("experiment", "cleaning", "-p", project, "--seeds", "3", "--threads", "1"))
        .contains("cleaning-raw-3 that learnt otherwise", "another name");
    assertThat(experiment.resolve("report.html")).doesNotExist();
    assertThat(refusal("experiment", "generation", "-p", project))
        .contains("only source", "Generate some first");
    assertThat(refusal("experiment", "curriculum", "-p", project)).contains("no embeddings yet");
    assertThat(refusal("experiment", "curriculum", "-p", project, "--release", "none"))
        .contains("no release none");
    assertThat(
            refusal(
                "experiment", "cleaning", "-p", project, "--name", "b", "--sets", "nowhere.bin"))
        .contains("nowhere.bin is not there");
  }

  private record FileTimes(long modified) {
    static FileTimes of(Path file) throws IOException {
      return new FileTimes(Files.getLastModifiedTime(file).toMillis());
    }
  }

  @Test
  void newPeopleAreMeasuredBesideTheSource() throws Exception {
    Path project = folder.resolve("planted");
    PlantedPeople.create(project, 8, 6).close();
    CommandRun run =
        CommandRun.of("experiment", "generation", "-p", project, "--seeds", "1,2,3", "--json");
    assertThat(run.code()).as(run.complaint()).isZero();
    JsonNode figures = last(run);
    assertThat(figures.at("/arms/source/identities").intValue()).isEqualTo(4);
    assertThat(figures.at("/arms/vec2face/identities").intValue()).isEqualTo(3);
    JsonNode within = figures.at("/arms/source/within");
    assertThat(within.get("values")).hasSize(3);
    assertThat(within.get("low").doubleValue()).isLessThan(within.get("mean").doubleValue());
    assertThat(within.get("mean").doubleValue())
        .isGreaterThan(figures.at("/arms/source/between/mean").doubleValue());
    // The new people have one picture each: nothing is said of what they have not.
    assertThat(figures.at("/arms/vec2face/within/values").size()).isZero();
    assertThat(figures.get("notShown").toString()).contains("or there is nothing to measure");
    assertThat(figures.get("limits").toString()).contains("embeddings of planted");
    CommandRun text = CommandRun.of("experiment", "generation", "-p", project, "--seeds", "1,2,3");
    assertThat(text.said()).contains("cosine within an identity", "report.html");
    List<String> files;
    try (Stream<Path> all = Files.list(project.resolve("runs/experiments/generation"))) {
      files = all.map(file -> file.getFileName().toString()).sorted().toList();
    }
    assertThat(files)
        .contains("experiment.json", "vec2face-1.json", "report.html", "source-3.json");
  }
}
