package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.facewright.app.pipeline.Pipeline;
import org.facewright.project.DecisionKind;
import org.facewright.project.Origin;
import org.facewright.project.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole way on the command line, on a few people of the sample set. */
class PipelineCommandTest {
  private static final Path SAMPLE = Path.of("assets/sample");
  private static final int PEOPLE = 8;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;
  private Path config;

  @BeforeEach
  void takeSomePeople() throws IOException {
    Path set = Files.createDirectories(folder.resolve("set"));
    List<Path> people;
    try (Stream<Path> all = Files.list(SAMPLE.resolve("images"))) {
      people = all.sorted().limit(PEOPLE).toList();
    }
    for (Path person : people) {
      Files.createSymbolicLink(
          set.resolve(person.getFileName()), person.toAbsolutePath().normalize());
    }
    Files.copy(SAMPLE.resolve("truth.csv"), folder.resolve("truth.csv"));
    config = folder.resolve("pipeline.json");
  }

  private void write(String more) throws IOException {
    Files.writeString(
        config,
        """
        {
          "source": "set",
          "model": "builtin",
          "truth": "truth.csv",
          "grow": {"identities": 2, "variants": 6, "seed": 5},
          "assemble": {"images": 10, "least": 4},
          "train": {"orders": ["measured"],
            "settings": {"architecture": "compact", "epochs": 1, "batch": 16, "threads": 1,
              "heldOut": 0}
          },
          "evaluate": {"sets": ["pairs.bin"]}%s
        }
        """
            .formatted(more));
  }

  private CommandRun run(Path output) {
    return CommandRun.of("pipeline", "--config", config, "--output", output, "--json");
  }

  private static JsonNode last(CommandRun run) {
    return JSON.readTree(run.said().lines().toList().getLast());
  }

  @Test
  void whatWasStoppedGoesOnAndTheReportHoldsEverything() throws Exception {
    write("");
    Path output = folder.resolve("out");
    CommandRun first = run(output);
    assertThat(first.code()).isEqualTo(ExitCodes.FAILED);
    assertThat(first.complaint()).contains("pairs.bin");
    assertThat(output.resolve("report.html")).doesNotExist();

    Files.createSymbolicLink(
        folder.resolve("pairs.bin"), SAMPLE.resolve("pairs.bin").toAbsolutePath().normalize());
    CommandRun second = run(output);
    assertThat(second.code()).as(second.complaint()).isZero();
    assertThat(second.complaint())
        .contains("Import: done before", "Train: done before", "Evaluate: ");

    JsonNode figures = last(second);
    assertThat(figures.at("/import/identities").intValue()).isEqualTo(PEOPLE);
    assertThat(figures.at("/embed/embedded").intValue())
        .isEqualTo(figures.at("/import/images").intValue());
    assertThat(figures.at("/verdicts/recall").doubleValue()).isBetween(.9, 1.0);
    assertThat(figures.at("/grow/images").intValue()).isEqualTo(12);
    assertThat(figures.at("/leak/pairs").intValue()).isEqualTo(2 * PEOPLE);
    assertThat(figures.at("/assemble/images").intValue()).isEqualTo(10 * (PEOPLE + 2));
    assertThat(figures.at("/train/measured-1/epochs").intValue()).isEqualTo(1);
    assertThat(figures.at("/evaluate/measured-1 on pairs/pairs").intValue()).isEqualTo(300);
    assertThat(JSON.readTree(Files.readString(output.resolve("result.json")))).isEqualTo(figures);

    String report = Files.readString(output.resolve("report.html"));
    assertThat(report)
        .contains("New people", "rendered-000000", "reaches no further", "measured-1", "<svg")
        .doesNotContain("<script", "src=\"http", "href=");
    CommandRun third = run(output);
    assertThat(last(third)).isEqualTo(figures);
  }

  @Test
  void stagesCanBeSkippedAndWhoIsTooMuchAlikeIsLeftOutByOneDecision() throws Exception {
    write(
        ", \"skip\": [\"verdicts\", \"assemble\", \"train\", \"evaluate\"], \"leak\": {\"limit\": -1}");
    Path output = folder.resolve("out");
    CommandRun run = run(output);
    assertThat(run.code()).as(run.complaint()).isZero();
    assertThat(last(run).has("verdicts")).isFalse();
    assertThat(last(run).at("/leak/leftOut").intValue()).isEqualTo(2);
    assertThat(Files.readString(output.resolve("report.html"))).doesNotContain("Evaluation");
    try (Project project = Project.open(Pipeline.project(output), "test")) {
      assertThat(project.identities().all())
          .filteredOn(one -> one.origin() == Origin.RENDERED)
          .hasSize(2)
          .allMatch(one -> one.kept() == 0);
      assertThat(project.decisions().history(1).getFirst().kind()).isEqualTo(DecisionKind.ACCEPT);
      assertThat(project.decisions().undo("somebody")).isPresent();
      assertThat(project.identities().all())
          .filteredOn(one -> one.origin() == Origin.RENDERED)
          .allMatch(one -> one.kept() == 6);
    }
  }

  @Test
  void anotherPipelineIsNotMixedIntoTheFolderOfOne() throws Exception {
    String skip =
        ", \"skip\": [\"embed\", \"clean\", \"verdicts\", \"grow\", \"leak\", \"assemble\","
            + " \"train\", \"evaluate\"]";
    write(skip);
    Path output = folder.resolve("out");
    assertThat(run(output).code()).isZero();
    write(skip + ", \"format\": \"folders\"");
    CommandRun other = run(output);
    assertThat(other.code()).isEqualTo(ExitCodes.FAILED);
    assertThat(other.complaint()).contains("holds another pipeline", "--output");
  }

  @Test
  void aGeneratorOfVec2FaceGrowsInsteadOfTheRenderer() throws Exception {
    Path output = folder.resolve("out");
    TinyFaces.recogniser(folder);
    Files.createDirectories(output);
    Files.move(folder.resolve("my-models"), output.resolve("models"));
    TinyFaces.generator(folder.resolve("generator"));
    write(", \"skip\": [\"clean\", \"verdicts\", \"leak\", \"assemble\", \"train\", \"evaluate\"]");
    Files.writeString(
        config,
        Files.readString(config)
            .replace("\"model\": \"builtin\"", "\"model\": \"tiny\"")
            .replace(
                "\"grow\": {",
                "\"grow\": {\"by\": \"vec2face\", \"generator\": \"generator\", \"separation\": 0.999, "));
    CommandRun run = run(output);
    assertThat(run.code()).as(run.complaint()).isZero();
    assertThat(last(run).at("/grow/identities").intValue()).isEqualTo(2);
    try (Project project = Project.open(Pipeline.project(output), "test")) {
      assertThat(project.identities().all())
          .filteredOn(one -> one.origin() == Origin.VEC2FACE)
          .hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"model\": \"builtin\"}|say what to start from",
        "{\"source\": \"set\", \"sauce\": 1}|sauce",
        "{\"source\": \"set\", \"skip\": [\"sleep\"]}|no stage sleep",
        "{\"source\": \"set\", \"train\": {\"orders\": [\"random\"]}}|orders are measured",
        "{\"source\": \"set\", \"grow\": {\"by\": \"magic\"}}|rendered or vec2face",
        "{\"source\": \"set\", \"verdicts\": {\"errorRate\": 2}}|between 0 and 1",
        "{\"source\": \"set\"|pipeline.json",
        "{\"source\": \"nowhere\", \"model\": \"builtin\"}|nowhere does not exist",
        "{\"source\": \"set\", \"model\": \"nobody\"}|nobody",
      })
  void aSlipOfThePenIsRefusedInOnePlainSentence(String text, String sentence) throws Exception {
    Files.writeString(config, text);
    CommandRun run = run(folder.resolve("out"));
    assertThat(run.code()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.complaint()).contains(sentence).doesNotContain("\tat ");
  }

  @Test
  void withoutATruthNothingIsSimulatedAndNoPictureLeavesUnasked() throws Exception {
    write(", \"skip\": []");
    Files.writeString(config, Files.readString(config).replace("\"truth\": \"truth.csv\",", ""));
    assertThat(run(folder.resolve("a")).complaint()).contains("Simulated verdicts answer from");
    Files.writeString(
        config,
        Files.readString(config)
            .replace("\"skip\": []", "\"verdicts\": {\"by\": \"http://127.0.0.1:9\"}"));
    assertThat(run(folder.resolve("b")).complaint()).contains("Nothing was sent");
  }
}
