package org.facewright.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsTest {
  @TempDir private Path temp;
  private Project project;

  @BeforeEach
  void create() throws Exception {
    project = Project.create(temp.resolve("P"), "test");
    Samples.importSet(project, 3, 4);
  }

  @AfterEach
  void close() {
    project.close();
  }

  private void reopen() throws ProjectException {
    project.close();
    project = Project.open(temp.resolve("P"), "test");
  }

  private void judge(long image, ImageState state) {
    project.decisions().decide("ann", DecisionKind.JUDGE, "", List.of(Ruling.of(image, state)));
  }

  private FaceImage image(long id) {
    return project.images().find(id).orElseThrow();
  }

  @Test
  void aDecisionHoldsAgainstEveryLaterExpert() {
    judge(1, ImageState.KEPT);
    long run = project.runs().begin("clean", "{}", null, null, null);
    project
        .images()
        .apply(
            run,
            List.of(
                new StateChange(1, ImageState.REJECTED, "outlier", .1f),
                new StateChange(2, ImageState.REJECTED, "outlier", .2f)));
    assertThat(image(1).state()).isEqualTo(ImageState.KEPT);
    assertThat(image(1).reason()).isEqualTo("decided by ann");
    assertThat(image(1).similarity()).isEqualTo(.1f);
    assertThat(image(2).state()).isEqualTo(ImageState.REJECTED);
  }

  @Test
  void acceptingAnExpertIsOneDecisionButNoConstraint() {
    List<Ruling> all = new ArrayList<>();
    for (long id = 1; id <= 12; id++) {
      all.add(Ruling.of(id, id % 3 == 0 ? ImageState.REJECTED : ImageState.KEPT));
    }
    project.decisions().decide("ann", DecisionKind.ACCEPT, "threshold .41", all);
    assertThat(project.images().counts())
        .containsEntry(ImageState.KEPT, 8L)
        .containsEntry(ImageState.REJECTED, 4L);
    assertThat(image(3).decided()).isFalse();
    assertThat(image(3).reason()).isEqualTo("threshold .41");
    assertThat(project.decisions().undo("ann")).isPresent();
    assertThat(project.images().counts()).containsEntry(ImageState.UNJUDGED, 12L);
  }

  @Test
  void undoAndRedoWalkTheWholeHistoryAlsoAfterARestart() throws Exception {
    judge(1, ImageState.KEPT);
    judge(1, ImageState.REJECTED);
    judge(2, ImageState.KEPT);
    reopen();
    assertThat(project.decisions().undo("ben").orElseThrow().seq()).isEqualTo(3);
    assertThat(project.decisions().undo("ben").orElseThrow().seq()).isEqualTo(2);
    assertThat(image(1).state()).isEqualTo(ImageState.KEPT);
    reopen();
    assertThat(project.decisions().undo("ben").orElseThrow().seq()).isEqualTo(1);
    assertThat(image(1).state()).isEqualTo(ImageState.UNJUDGED);
    assertThat(image(1).decided()).isFalse();
    assertThat(project.decisions().undo("ben")).isEmpty();
    project.decisions().redo("ben");
    project.decisions().redo("ben");
    reopen();
    project.decisions().redo("ben");
    assertThat(project.decisions().canRedo()).isFalse();
    assertThat(image(1).state()).isEqualTo(ImageState.REJECTED);
    assertThat(image(2).state()).isEqualTo(ImageState.KEPT);
    assertThat(project.decisions().undo("ben").orElseThrow().seq()).isEqualTo(3);
  }

  @Test
  void aNewDecisionEndsRedo() {
    judge(1, ImageState.KEPT);
    project.decisions().undo("ann");
    judge(2, ImageState.REJECTED);
    assertThat(project.decisions().redo("ann")).isEmpty();
    assertThat(image(1).state()).isEqualTo(ImageState.UNJUDGED);
  }

  @Test
  void imagesMoveToKnownAndNewIdentitiesAndBack() {
    project
        .decisions()
        .decide(
            "ann",
            DecisionKind.MOVE,
            "",
            List.of(
                new Ruling(1, ImageState.KEPT, "000002"),
                new Ruling(2, ImageState.KEPT, "somebody new")));
    assertThat(project.identities().find("000000").orElseThrow().images()).isEqualTo(2);
    assertThat(project.identities().find("000002").orElseThrow().images()).isEqualTo(5);
    assertThat(project.identities().find("somebody new").orElseThrow().kept()).isEqualTo(1);
    project.decisions().undo("ann");
    assertThat(project.identities().find("000000").orElseThrow().images()).isEqualTo(4);
  }

  @Test
  void whatChangesNothingIsNoDecision() {
    judge(1, ImageState.KEPT);
    assertThat(
            project
                .decisions()
                .decide("ann", DecisionKind.JUDGE, "", List.of(Ruling.of(1, ImageState.KEPT))))
        .isEmpty();
    assertThat(project.decisions().history(10)).hasSize(1);
  }

  @Test
  void anUnknownImageIsRefusedAndNothingIsWritten() throws Exception {
    assertThatThrownBy(
            () ->
                project
                    .decisions()
                    .decide(
                        "ann",
                        DecisionKind.JUDGE,
                        "",
                        List.of(Ruling.of(1, ImageState.KEPT), Ruling.of(99, ImageState.KEPT))))
        .hasMessageContaining("99");
    assertThat(image(1).state()).isEqualTo(ImageState.UNJUDGED);
    assertThat(Files.size(temp.resolve("P/decisions.jsonl"))).isZero();
  }

  @Test
  void theJournalIsPlainJsonLines() throws Exception {
    judge(5, ImageState.REJECTED);
    String line = Files.readString(temp.resolve("P/decisions.jsonl")).strip();
    assertThat(line)
        .startsWith("{\"crc\":\"")
        .contains("\"seq\":1", "\"person\":\"ann\"", "\"importedAs\":\"000001\"", "\"000.jpg\"");
    var tree = tools.jackson.databind.json.JsonMapper.builder().build().readTree(line);
    assertThat(tree.path("items").size()).isEqualTo(1);
  }
}
