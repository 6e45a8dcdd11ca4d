package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.facewright.evaluation.Bootstrap;
import org.facewright.faces.AlignmentMode;
import org.facewright.faces.OnnxEmbedder;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.models.Models;
import org.junit.jupiter.api.Test;

class BuiltinRecogniserTest {
  @Test
  void itTellsTheSamplesPeopleApartWithNothingInstalled() throws Exception {
    try (VerificationRun run =
        VerificationRun.open(
            "builtin",
            InferenceSettings.ofThisMachine(),
            OnnxEmbedder.Flip.NONE,
            AlignmentMode.ALIGNED,
            null)) {
      VerificationRun.Judged judged =
          run.judge(Path.of("assets/sample/pairs.bin"), Bootstrap.standard(1), (done, all) -> {});
      assertThat(judged.result().accuracy()).isGreaterThan(.98);
    }
  }

  @Test
  void itIsReadyBeforeAnybodyInstalledIt() throws Exception {
    Models models = Installation.here().models(Installation.runtime());
    Models.Listed builtin =
        models.list().stream()
            .filter(listed -> listed.model().name().equals("builtin"))
            .findFirst()
            .orElseThrow();
    assertThat(builtin.ready()).isTrue();
    assertThat(builtin.model().files().getFirst().size()).isLessThan(6_000_000);
  }
}
