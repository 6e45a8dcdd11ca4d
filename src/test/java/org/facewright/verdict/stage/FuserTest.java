package org.facewright.verdict.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facewright.project.DecisionKind;
import org.facewright.project.DrawnImages;
import org.facewright.project.FaceAttributes;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.project.Ruling;
import org.facewright.project.Vote;
import org.facewright.project.Voter;
import org.facewright.verdict.fusion.Goals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All experts' votes of a real project, weighed. */
class FuserTest {
  private static final int IDENTITIES = 12;
  private static final String SECOND = "clustering:default:other";

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void make() throws Exception {
    DrawnImages.make(folder.resolve("project"), IDENTITIES);
    project = Project.open(folder.resolve("project"), "test");
  }

  @AfterEach
  void close() {
    project.close();
  }

  private List<FaceImage> images() {
    List<FaceImage> all = new ArrayList<>();
    project.images().forEach(all::add);
    return all;
  }

  private static boolean stranger(FaceImage image) {
    return DrawnImages.stranger(image.name());
  }

  private void estimateSexAndAge() {
    long run = project.runs().begin("attributes", "{}", null, null, null);
    project
        .faces()
        .addAttributes(
            run,
            images().stream()
                .map(
                    image ->
                        new FaceAttributes(image.id(), 0, 0, 0, 30, stranger(image) ? .95f : .05f))
                .toList());
  }

  private void secondEmbedding() {
    long run = project.runs().begin("clean", "{}", "other", null, null);
    List<Vote> votes = new ArrayList<>();
    for (FaceImage image : images()) {
      Vote.Level level = stranger(image) ? Vote.Level.REJECT_SURE : Vote.Level.KEEP_SURE;
      votes.add(new Vote(image.id(), SECOND, level, null, "far from the centre"));
    }
    project.votes().replace(new Voter(SECOND, "embedding:other", .9, "2", false), run, votes);
  }

  @Test
  void sexAndAgeAndASecondEmbeddingSpeakWithTheOthers() {
    estimateSexAndAge();
    secondEmbedding();
    Fuser.Result result = new Fuser(project, Goals.DEFAULT).fuse();
    assertThat(result.experts())
        .extracting(Fuser.Shown::name)
        .contains("attributes", SECOND, "clustering:fixed:drawn");
    for (FaceImage image : images()) {
      Vote said =
          project.votes().of(image.id()).stream()
              .filter(vote -> vote.expert().equals("attributes"))
              .findFirst()
              .orElseThrow();
      assertThat(said.level().rejects()).isEqualTo(stranger(image));
      assertThat(said.reason()).contains(stranger(image) ? "female: unlike" : "male: fits");
      double bad = project.votes().weighing(image.id()).orElseThrow().bad();
      assertThat(bad > .5).as(image.name()).isEqualTo(stranger(image));
    }
  }

  @Test
  void whatIsShownIsWhatWasFoundAndHoldsOverARestart() throws Exception {
    secondEmbedding();
    List<Ruling> reviewed =
        images().stream()
            .limit(4 * DrawnImages.IMAGES)
            .map(
                image ->
                    Ruling.of(image.id(), stranger(image) ? ImageState.REJECTED : ImageState.KEPT))
            .toList();
    project.decisions().decide("ada", DecisionKind.JUDGE, "", reviewed);
    Fuser.Result result = new Fuser(project, Goals.DEFAULT).fuse();
    project.close();
    project = Project.open(folder.resolve("project"), "test");
    Fuser.Result shown = Fuser.last(project).orElseThrow();
    assertThat(shown).isEqualTo(result);
    assertThat(shown.people()).isEqualTo(4 * DrawnImages.IMAGES);
    assertThat(shown.thresholds()).isNotNull();
    Fuser.Shown second =
        shown.experts().stream().filter(e -> e.name().equals(SECOND)).findFirst().orElseThrow();
    assertThat(second.reviewed()).isEqualTo(4 * DrawnImages.IMAGES);
    assertThat(second.agreed()).isEqualTo(second.reviewed());
    assertThat(second.foundLow()).isLessThan(second.found());
    assertThat(second.foundHigh()).isBetween(second.found(), 1.0);
  }

  @Test
  void beforeTheFirstWeighingThereIsNothingToShow() {
    assertThat(Fuser.last(project)).isEmpty();
  }
}
