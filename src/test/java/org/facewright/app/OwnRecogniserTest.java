package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.facewright.inference.models.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that users put into the catalogue. */
class OwnRecogniserTest {
  private static final int FEATURES = 512;

  @TempDir private Path work;

  private String installed(long seed) throws Exception {
    Path made = work.resolve("made");
    TinyEmbedder.install(made, FEATURES, seed);
    Installation installation = new Installation(Path.of("."), work.resolve("data"));
    new OwnRecogniser("mine", "compact")
        .add(made.resolve("my-models/tiny.onnx"), installation.ownModels());
    Models models = installation.models(Installation.runtime());
    return models.hash("mine");
  }

  @Test
  void otherWeightsOfTheSameNameTakeThePlaceOfTheFirst() throws Exception {
    String first = installed(1);
    assertThat(installed(1)).isEqualTo(first);
    assertThat(installed(2)).isNotEqualTo(first);
  }
}
