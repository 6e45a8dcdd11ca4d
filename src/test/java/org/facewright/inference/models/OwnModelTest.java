package org.facewright.inference.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.facewright.inference.OnnxRuntime;
import org.facewright.inference.TestModels;
import org.facewright.inference.models.InstallException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recogniser of the user's own: one JSON file and one ONNX file in a folder. */
class OwnModelTest {
  private static final String DESCRIPTION =
      """
      {"name": "small", "title": "Small", "task": "embedder", "licence": "own",
       "files": [{"name": "small.onnx"}], "prepare": ["any-batch"],
       "input": {"width": 4, "height": 4, "colour": "rgb", "mean": 0, "std": 255, "template": "arcface-112"},
       "output": {"kind": "embedding", "dim": 48}}
      """;

  @TempDir Path folder;
  private Path own;

  @BeforeEach
  void putFiles() throws Exception {
    own = Files.createDirectory(folder.resolve("own"));
    Files.writeString(own.resolve("small.json"), DESCRIPTION);
    Files.write(own.resolve("small.onnx"), SmallRecogniser.network(folder, false));
  }

  private Models models() throws Exception {
    return Models.at(Path.of("models"), folder.resolve("home"), new OnnxRuntime(), own);
  }

  @Test
  void opensWithoutBeingInstalledFirst() throws Exception {
    Models models = models();
    try (OpenModel model = models.open("small", TestModels.SETTINGS)) {
      assertThat(model.hash()).isEqualTo(Sha256.of(own.resolve("small.onnx")));
      assertThat(model.session().inputs().getFirst().batch()).isEqualTo(-1);
    }
    assertThat(models.verify("small")).hasSize(1);
    assertThat(models.runtime().openSessions()).isZero();
  }

  @Test
  void saysThatItsFileIsMissing() throws Exception {
    Files.delete(own.resolve("small.onnx"));
    Models models = models();
    assertThatThrownBy(() -> models.open("small", TestModels.SETTINGS))
        .isInstanceOfSatisfying(
            InstallException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_AT_SOURCE))
        .hasMessageContaining("small.onnx");
  }

  @Test
  void aModelThatIsFetchedMustBeInstalledFirst() throws Exception {
    Models models = models();
    assertThatThrownBy(() -> models.open("faceplugin", TestModels.SETTINGS))
        .isInstanceOfSatisfying(
            InstallException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_INSTALLED))
        .hasMessageContaining("facewright models install faceplugin");
  }
}
