package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facewright.network.Network;
import org.facewright.network.architecture.Recognisers;
import org.facewright.network.weights.WeightFiles;
import org.facewright.network.weights.WeightStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as a shell starts it: a process a command. */
class CommandLineTest {
  private static final int IDENTITIES = 4;
  private static final int IMAGES = 6;
  private static final int ALL = IDENTITIES * IMAGES;

  @TempDir private Path folder;

  private record Said(int code, String out, String err) {
    /** The result: alone on standard output. */
    JsonNode json() {
      assertThat(out.lines()).as(err).hasSize(1);
      return JsonMapper.builder().build().readTree(out);
    }
  }

  private Said run(Object... arguments) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        new ArrayList<>(
            List.of(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfacewright.home=.",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().put(Installation.DATA_VARIABLE, folder.resolve("data").toString());
    int code = process.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    return new Said(code, Files.readString(out), Files.readString(err));
  }

  private Said done(Object... arguments) throws Exception {
    Said said = run(arguments);
    assertThat(said.code()).as(said.err()).isZero();
    return said;
  }

  @Test
  void aFolderOfFacesBecomesACleanedSet() throws Exception {
    Path project = folder.resolve("project");
    Path pictures = folder.resolve("pictures");
    Path states = folder.resolve("states.csv");
    PictureFolders.write(pictures, IDENTITIES, IMAGES);
    TinyEmbedder.install(folder.resolve("data"));
    done("new", project);
    Said imported = done("import", "--project", project, "--format", "folders", pictures, "--json");
    assertThat(imported.json().get("added").asInt()).isEqualTo(ALL);
    Said again = done("import", "--project", project, pictures, "--json");
    assertThat(again.json().get("added").asInt()).isZero();
    Said embedded =
        done(
            "embed",
            "--project",
            project,
            "--model",
            TinyEmbedder.NAME,
            "--alignment",
            "aligned",
            "--isolate",
            "--json");
    assertThat(embedded.json().get("embedded").asInt()).isEqualTo(ALL);
    JsonNode cleaned = done("clean", "--project", project, "--list", states, "--json").json();
    assertThat(cleaned.get("images").asInt()).isEqualTo(ALL);
    int kept = cleaned.get("kept").asInt();
    assertThat(kept + cleaned.get("rejected").asInt() + cleaned.get("ambiguous").asInt())
        .isEqualTo(ALL);
    assertThat(Files.readAllLines(states))
        .hasSize(ALL + 1)
        .first()
        .isEqualTo("identity,image,state,reason");
    Path target = folder.resolve("clean");
    done("export", "--project", project, "--states", "kept,rejected,ambiguous", target);
    try (var files = Files.walk(target)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(ALL);
    }
    assertThat(done("jobs", "list", "--project", project).out()).contains("Importing", "done");
  }

  @Test
  void weightsOfOnesOwnBecomeARecogniserThatIsJudged() throws Exception {
    Network network = Recognisers.named("mobilefacenet");
    Path weights = folder.resolve("weights.pth");
    WeightFiles.writeTorch(network, WeightStart.of(network, 1), weights);
    JsonNode info = done("model", "info", weights, "--json").json();
    assertThat(info.get("architectures").toString()).isEqualTo("[\"mobilefacenet\"]");
    Path tensors = folder.resolve("weights.safetensors");
    done("model", "convert", weights, tensors);
    Path onnx = folder.resolve("out.onnx");
    Object[] export = {
      "model",
      "export",
      "--arch",
      "mobilefacenet",
      "--weights",
      tensors,
      "--output",
      onnx,
      "--catalogue",
      "mine"
    };
    done(export);
    assertThat(done("model", "info", onnx, "--json").json().get("parameters").asLong())
        .isGreaterThan(1_000_000);
    Path set = Path.of("assets/sample/pairs.bin");
    JsonNode judged =
        done("evaluate", "--model", "mine", "--set", set, "--no-flip", "--json").json();
    assertThat(judged.get("accuracy").asDouble()).isBetween(0.5, 1.0);
    assertThat(judged.propertyNames()).contains("std", "auc", "eer", "tarAtFar");
    assertThat(run(export).err()).contains("it is there already");
  }

  @Test
  void mistakesAreOnePlainSentenceAndAnExitCode() throws Exception {
    Said noProject = run("clean", "--project", folder.resolve("none"));
    assertThat(noProject.code()).isEqualTo(ExitCodes.FAILED);
    assertThat(noProject.err()).contains("none").doesNotContain("at org.");
    assertThat(noProject.out()).isEmpty();
    assertThat(run("import").code()).isEqualTo(2);
    Path weights = Files.writeString(folder.resolve("page.pth"), "<html></html>");
    Said page =
        run("model", "export", "--arch", "iresnet18", "--weights", weights, "--output", "x.onnx");
    assertThat(page.code()).isEqualTo(ExitCodes.FAILED);
    assertThat(page.err()).contains("page.pth").doesNotContain("at org.");
    Said unknown =
        run("model", "export", "--arch", "resnet", "--weights", weights, "--output", "x.onnx");
    assertThat(unknown.code()).isNotZero();
  }
}
