package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.facewright.assembly.AssembledPeople;
import org.facewright.exchange.release.ExportedRelease;
import org.facewright.training.run.Curriculum;
import org.facewright.training.run.RunFolder;
import org.facewright.training.run.RunReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Releases on the command line, from the recipe to a run that is trained in its order. */
class ReleaseCommandTest {
  private static final String RECIPE =
      """
      {"parts": [
        {"name": "clean", "origins": ["IMPORTED"], "imports": ["photos"], "synthetic": false, "share": 1},
        {"name": "synthetic", "origins": ["IMPORTED"], "imports": ["made"], "synthetic": true, "share": 1}],
       "images": 4, "minimum": 2}""";
  private static final String[] TINY = {
    "--arch", "compact", "--epochs", "3", "--batch", "4", "--threads", "1", "--held-out", "0",
    "--embedding", "16", "--head", "cosface", "--rate", "0.01", "--json"
  };

  @TempDir private Path folder;
  private Path project;
  private Path recipe;
  private String said = "";
  private String complaint = "";

  @BeforeEach
  void make() throws Exception {
    project = folder.resolve("p");
    recipe = folder.resolve("recipe.json");
    Files.writeString(recipe, RECIPE);
    try (var made = AssembledPeople.make(project, new int[] {6, 1, 3}, new int[] {2, 4, 5})) {
      AssembledPeople.embed(made);
    }
  }

  private int run(Object... words) {
    String[] arguments = Arrays.stream(words).map(Object::toString).toArray(String[]::new);
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      CommandLine tree = CommandTree.create();
      return tree.setErr(new PrintWriter(err, true)).execute(arguments);
    } finally {
      System.setOut(before);
      said = out.toString(StandardCharsets.UTF_8).strip();
      complaint = err.toString();
    }
  }

  private JsonNode done(Object... words) {
    assertThat(run(words)).as(complaint).isZero();
    return JsonMapper.builder().build().readTree(said);
  }

  private JsonNode assemble(Object... more) {
    Object[] first = {"assemble", "-p", project, "--settings", recipe, "--name", "set", "--json"};
    Object[] all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return done(all);
  }

  @Test
  void aReleaseIsFrozenListedShownComparedAndTakenBack() {
    JsonNode dry = assemble("--dry-run");
    assertThat(dry.get("images").asInt()).isEqualTo(20);
    assertThat(done("release", "list", "-p", project, "--json").get("releases")).isEmpty();

    JsonNode made = assemble();
    assertThat(made.get("release").asString()).isEqualTo("set-v1");
    assertThat(made.get("replaced").asInt()).isEqualTo(1);
    assemble("--order", "MEASURED", "--epochs", "9");

    JsonNode shown = done("release", "show", "-p", project, "set", "--verify", "--json");
    assertThat(shown.get("release").asString()).isEqualTo("set-v2");
    assertThat(shown.get("checked").asInt()).isEqualTo(20);
    assertThat(shown.get("info").get("recipe").get("plan").get("stages")).hasSize(3);
    JsonNode diff = done("release", "diff", "-p", project, "set-v1", "set-v2", "--json");
    assertThat(diff.get("same").asInt()).isEqualTo(20);
    assertThat(diff.get("moved").asInt()).isPositive();
    assertThat(diff.get("recipe").asBoolean()).isTrue();
    done("release", "rollback", "-p", project, "set-v1", "--json");
    assertThat(done("release", "show", "-p", project, "set", "--json").get("release").asString())
        .isEqualTo("set-v1");
    done("release", "rollback", "-p", project, "--undo", "set", "--json");
    assertThat(done("release", "list", "-p", project, "--json").get("releases").get(0).get("current").asBoolean())
        .isTrue();
  }

  @Test
  void aRunLearnsInTheOrderOfTheRelease() throws Exception {
    assemble();
    Object[] train = {"train", "-p", project, "--name", "run", "--release", "set"};
    Object[] all = Arrays.copyOf(train, train.length + TINY.length);
    System.arraycopy(TINY, 0, all, train.length, TINY.length);
    done(all);

    RunReader reader = new RunReader(new RunFolder(project.resolve("runs/run")));
    assertThat(reader.settings().curriculum()).isEqualTo(Curriculum.paper());
    assertThat(reader.data().pictures()).isEqualTo(20);
    assertThat(reader.data().sources()).containsEntry("clean", 8).containsEntry("synthetic", 12);
    assertThat(reader.data().origin().told()).contains("release set-v1");
  }

  @Test
  void anExportedReleaseIsTrainedOnWithItsStages() throws Exception {
    assemble("--order", "MEASURED");
    for (String format : new String[] {"webdataset", "recordio"}) {
      Path out = folder.resolve(format);
      done("release", "export", "-p", project, "set", out, "--format", format, "--json");
      assertThat(ExportedRelease.open(out).verify()).isEqualTo(20);
      Path run = folder.resolve("run-" + format);
      Object[] train = {"train", "--data", out, "--output", run};
      Object[] all = Arrays.copyOf(train, train.length + TINY.length);
      System.arraycopy(TINY, 0, all, train.length, TINY.length);
      done(all);

      RunReader reader = new RunReader(new RunFolder(run));
      assertThat(reader.settings().curriculum().stages()).hasSize(3);
      assertThat(reader.data().sources()).containsOnlyKeys("clean", "synthetic");
    }
  }

  @Test
  void whatCannotBeIsSaidInOneSentence() {
    assertThat(run("assemble", "-p", project, "--name", "a/b")).isEqualTo(1);
    assertThat(complaint).contains("A release's name has letters");
    assertThat(run("assemble", "-p", project, "--settings", recipe, "--identities", "99"))
        .isEqualTo(1);
    assertThat(complaint).contains("asks for").contains("lower the minimum");
    assertThat(run("assemble", "-p", project, "--share", "other=1")).isEqualTo(1);
    assertThat(complaint).contains("There is no source other; there are clean, synthetic");
    assertThat(run("release", "show", "-p", project, "set")).isEqualTo(1);
    assertThat(complaint).contains("no release set");
    assertThat(run("release", "rollback", "-p", project, "--undo", "set")).isEqualTo(1);
    assertThat(complaint).contains("no choice about set");
    assemble();
    assertThat(
            run("release", "export", "-p", project, "set", folder.resolve("x"), "--format", "gif"))
        .isEqualTo(1);
    assertThat(complaint).contains("There is no format 'gif'");
    assertThat(run("train", "-p", project, "--name", "r", "--release", "nothing")).isEqualTo(1);
    assertThat(complaint).contains("no release nothing");
  }
}
