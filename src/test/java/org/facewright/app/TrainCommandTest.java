package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.facewright.assembly.AssembledPeople;
import org.facewright.project.Project;
import org.facewright.training.run.DrawnFaces;
import org.facewright.training.run.RunFolder;
import org.facewright.training.run.RunReader;
import org.facewright.training.run.SetOrigin;
import org.facewright.training.set.PackedSet;
import org.facewright.training.set.TrainingSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Training on the command line. */
class TrainCommandTest {
  private static final List<String> TINY =
      List.of(
          "--arch",
          "compact",
          "--epochs",
          "1",
          "--batch",
          "4",
          "--threads",
          "1",
          "--held-out",
          "0.34",
          "--embedding",
          "16",
          "--held-out-pairs",
          "10",
          "--head",
          "cosface",
          "--rate",
          "0.01",
          "--json");

  @TempDir private Path folder;
  private String said = "";
  private String complaint = "";

  private int run(List<String> more, Object... first) {
    List<String> arguments = new ArrayList<>(List.of("train"));
    for (Object argument : first) {
      arguments.add(argument.toString());
    }
    arguments.addAll(more);
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      CommandLine tree = CommandTree.create();
      return tree.setErr(new PrintWriter(err, true)).execute(arguments.toArray(String[]::new));
    } finally {
      System.setOut(before);
      said = out.toString(StandardCharsets.UTF_8).strip();
      complaint = err.toString();
    }
  }

  /** An exported set: a zip of folders, with a text that is no picture. */
  private Path zip() throws Exception {
    Path file = folder.resolve("set.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < 24; i++) {
        zip.putNextEntry(new ZipEntry("set/p%d/%d.jpg".formatted(i / 4, i % 4)));
        zip.write(DrawnFaces.jpeg(i / 4, i % 4));
      }
      zip.putNextEntry(new ZipEntry("set/p0/broken.jpg"));
      zip.write(new byte[7]);
    }
    return file;
  }

  @Test
  void anExportedSetIsTrainedOnAndTheResultIsOneLineOfJson() throws Exception {
    Path run = folder.resolve("run");
    assertThat(run(TINY, "--data", zip(), "--output", run)).as(complaint).isZero();
    JsonNode result = JsonMapper.builder().build().readTree(said);
    assertThat(result.path("steps").intValue()).isEqualTo(4);
    assertThat(result.path("epochs").intValue()).isEqualTo(1);
    assertThat(result.path("loss").doubleValue()).isPositive();
    assertThat(result.path("imagesPerSecond").doubleValue()).isPositive();
    assertThat(Path.of(result.path("checkpoint").stringValue())).isRegularFile();
    JsonNode heldOut = result.path("heldOut");
    assertThat(heldOut.path("pairs").intValue()).isEqualTo(20);
    assertThat(heldOut.path("accuracy").doubleValue()).isBetween(0.0, 1.0);
    assertThat(heldOut.path("auc").isNumber() && heldOut.path("eer").isNumber()).isTrue();
    assertThat(new RunReader(new RunFolder(run)).data().pictures()).isEqualTo(16);

    assertThat(run(TINY, "--data", zip(), "--output", run)).isEqualTo(ExitCodes.FAILED);
    assertThat(complaint).contains("holds a run already").contains("--resume");
    assertThat(run(List.of("--json"), "--resume", "--output", run)).as(complaint).isZero();
    assertThat(said).contains("\"state\":\"DONE\"");
  }

  @Test
  void twoReplicasOnTheProcessorTrainToo() throws Exception {
    Path faces = DrawnFaces.write(folder.resolve("faces"), 6, 4);
    Path run = folder.resolve("run");
    List<String> two = new ArrayList<>(TINY);
    two.addAll(List.of("--devices", "2", "--device", "CPU"));
    assertThat(run(two, "--data", faces, "--output", run)).as(complaint).isZero();
    JsonNode result = JsonMapper.builder().build().readTree(said.lines().toList().getLast());
    assertThat(result.path("state").stringValue()).isEqualTo("DONE");
    assertThat(result.path("steps").intValue()).isEqualTo(4);
    assertThat(new RunReader(new RunFolder(run)).settings().devices()).isEqualTo(2);

    List<String> many = new ArrayList<>(TINY);
    many.addAll(List.of("--devices", "17"));
    assertThat(run(many, "--data", faces, "--output", folder.resolve("many"))).isEqualTo(2);
    assertThat(complaint).contains("a run uses 1 to 16 devices, not 17");
  }

  /** What the curriculum goes by is measured on the project's own embeddings. */
  @ParameterizedTest
  @ValueSource(strings = {"spread", "margin"})
  void aProjectsFacesAreLearntByMeasuredDifficulty(String difficulty) throws Exception {
    Path project = folder.resolve("p");
    AssembledPeople.make(project, new int[] {6, 4}, new int[] {4}).close();
    List<String> all =
        TINY.stream().map(word -> word.equals("0.34") ? "0" : word).collect(Collectors.toList());
    assertThat(run(all, "-p", project, "--name", "r", "--difficulty", difficulty)).isEqualTo(2);
    assertThat(complaint).contains("embed the project first");
    try (Project made = Project.open(project, "test")) {
      AssembledPeople.embed(made);
    }
    assertThat(run(all, "-p", project, "--name", "r", "--difficulty", difficulty))
        .as(complaint)
        .isZero();
    TrainingSet set = PackedSet.open(SetOrigin.copyIn(new RunFolder(project.resolve("runs/r"))));
    Set<Float> measured = new HashSet<>();
    for (float one : set.table().difficulty()) {
      measured.add(one);
    }
    assertThat(measured).doesNotContain(Float.NaN).hasSizeGreaterThan(7);
  }

  @Test
  void whatIsWrongIsSaidInASentence() throws Exception {
    Path out = folder.resolve("run");
    assertThat(run(TINY, "--data", folder.resolve("nowhere"), "--output", out))
        .isEqualTo(ExitCodes.FAILED);
    assertThat(complaint).contains("nowhere is not there");
    assertThat(run(TINY, "--output", out)).isEqualTo(2);
    assertThat(complaint).contains("--data PATH or --project FOLDER");
    Path faces = DrawnFaces.write(folder.resolve("faces"), 4, 1);
    assertThat(run(List.of(), "--data", faces, "--output", out, "--arch", "resnet7")).isEqualTo(2);
    assertThat(complaint).contains("no architecture 'resnet7'").contains("iresnet50-se");
    assertThat(run(TINY, "--data", faces, "--output", out)).isEqualTo(ExitCodes.FAILED);
    assertThat(complaint).contains("each needs two pictures");
    Files.createDirectories(faces.resolve("nobody"));
    assertThat(run(TINY, "--data", faces, "--output", out)).isEqualTo(ExitCodes.FAILED);
    assertThat(complaint).contains("nobody").contains("has no pictures");
    Path settings = Files.writeString(folder.resolve("s.json"), "{\"epoch\": 3}");
    assertThat(run(List.of(), "--data", faces, "--output", out, "--settings", settings))
        .isEqualTo(2);
    assertThat(complaint).contains("s.json").contains("epoch");
    assertThat(run(List.of(), "--resume", "--output", folder.resolve("none")))
        .isEqualTo(ExitCodes.FAILED);
    assertThat(complaint).contains("holds no run yet");
  }
}
