package org.facewright.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.facewright.leakage.PlantedPeople;
import org.facewright.project.Project;
import org.facewright.project.TrainingRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunnelTest {
  private static final int REAL = 5;
  private static final int NEW = 4;

  @TempDir private Path folder;

  private static FunnelGrowth growth(int stages) {
    return new FunnelGrowth(
        stages > 0 ? 3 : 0,
        3,
        stages > 1 ? 3 : 0,
        0,
        .2,
        stages > 2 ? "first-v1" : "",
        9,
        3,
        stages > 3 ? 1 : 0,
        "",
        stages > 4 ? 1 : 0,
        "");
  }

  /** So many stages are done; the next one is the one to go on with. */
  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "2,2", "3,3", "4,4", "5,5", "6,6", "7,7", "8,8", "9,8"})
  void theFirstStageThatIsNotDoneIsTheOneToDo(int done, int next) {
    Funnel funnel =
        new Funnel(
            2,
            done > 0 ? 10 : 0,
            0,
            "m",
            done > 1 ? 10 : 0,
            done > 2 ? 8 : 0,
            done > 3 ? 2 : 0,
            done > 3 ? 0 : 2,
            0,
            growth(done - 4));
    assertThat(new FunnelStepsPanel(funnel, (id, now) -> null).now()).isEqualTo(next);
  }

  @Test
  void newPeopleAreCountedBesideTheImportedOnesAndStagesSayWhatCameOut() throws Exception {
    try (Project project = PlantedPeople.create(folder.resolve("P"), REAL, NEW)) {
      Funnel before = Funnel.read(project);
      assertThat(before.identities()).isEqualTo(REAL);
      assertThat(before.images()).isEqualTo(2 * REAL);
      assertThat(before.allImages()).isEqualTo(2 * REAL + NEW);
      assertThat(before.growth().identities()).isEqualTo(NEW);
      assertThat(before.growth().compared()).isZero();

      long leak = project.runs().begin("leak", "{}", null, null, null);
      project.runs().finish(leak, "{\"asked\": 4, \"askedAbove07\": 1, \"maxSimilarity\": 0.75}");
      long judged = project.runs().begin("evaluate", "{}", null, null, null);
      project.runs().finish(judged, "[\"pairs: 92.00 % right\"]");
      long trained = project.runs().begin("train", "{}", null, null, null);
      project.trainings().put(run(trained));
      FunnelGrowth then = Funnel.read(project).growth();
      assertThat(then.compared()).isEqualTo(4);
      assertThat(then.leaking()).isEqualTo(1);
      assertThat(then.nearest()).isEqualTo(.75);
      assertThat(then.evaluations()).isEqualTo(1);
      assertThat(then.evaluation()).isEqualTo("pairs: 92.00 % right");
      assertThat(then.trained()).isEqualTo(1);
      assertThat(then.training()).isEqualTo("first, compact");

      project.runs().finish(leak, "{\"asked\": ");
      assertThatThrownBy(() -> Funnel.read(project))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("the stage leak");
    }
  }

  /** A noisy set often has one picture under two names. */
  @Test
  void copiesOfAPictureAreEmbeddedWithIt() throws Exception {
    try (Project project = PlantedPeople.create(folder.resolve("P"), REAL, NEW)) {
      PlantedPeople.copyFirst(project);
      Funnel funnel = Funnel.read(project);
      assertThat(funnel.images()).isEqualTo(2 * REAL + 1);
      assertThat(funnel.embedded()).isEqualTo(funnel.allImages());
    }
  }

  private static TrainingRecord run(long id) {
    return new TrainingRecord(
        "first",
        id,
        Instant.now(),
        Instant.now(),
        "DONE",
        "",
        "compact",
        "arcface",
        "ab".repeat(32),
        3,
        9,
        0,
        5,
        5,
        1,
        1,
        1.0,
        1.0,
        2,
        10,
        null,
        null);
  }
}
