package org.facewright.training.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.facewright.training.run.TrainingSettings;
import org.junit.jupiter.api.Test;

class TrainJobSettingsTest {
  @Test
  void aJobOfAnOlderVersionTrainsOnOneDevice() {
    TrainJobSettings now =
        new TrainJobSettings("run", TrainingSettings.paper(), "none", null, List.of());
    String older =
        now.toJson()
            .replaceFirst("\\s*\"devices\" : 1,", "")
            .replaceFirst(",\\s*\"release\" : null", "");
    assertThat(older).doesNotContain("devices").doesNotContain("release");
    assertThat(TrainJobSettings.fromJson(older)).isEqualTo(now);
  }
}
