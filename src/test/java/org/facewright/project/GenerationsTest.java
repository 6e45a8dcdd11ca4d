package org.facewright.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationsTest {
  @TempDir private Path temp;
  private Project project;
  private long run;

  @BeforeEach
  void create() throws Exception {
    project = Project.create(temp.resolve("P"), "test");
    run = project.runs().begin("imagine", "{}", null, null, 1L);
  }

  @AfterEach
  void close() {
    project.close();
  }

  private Generation.Made made(int item, int attempt, String outcome, boolean face)
      throws Exception {
    byte[] picture = ("picture " + item + " " + attempt).getBytes(StandardCharsets.UTF_8);
    byte[] crop = ("face " + item + " " + attempt).getBytes(StandardCharsets.UTF_8);
    return new Generation.Made(
        run,
        "plan",
        item,
        attempt,
        "somebody",
        null,
        "{\"age\":\"old\"}",
        7,
        "sdxl",
        "ab".repeat(32),
        "{\"steps\":30}",
        60,
        30,
        outcome,
        "as the test says",
        new Generation.Stored(
            ContentHash.of(picture),
            project.imageStore().append(ContentHash.of(picture), picture),
            1024,
            1024),
        face
            ? new Generation.Face(
                ContentHash.of(crop),
                project.imageStore().append(ContentHash.of(crop), crop),
                .9f,
                "1,2")
            : null,
        null,
        Float.NaN);
  }

  @Test
  void whatIsTakenIsASyntheticIdentityWithItsFaceAndItsOrigin() throws Exception {
    Generation kept = project.generations().add(made(0, 0, Generation.TAKEN, true), Origin.SDXL);
    Identity person = project.identities().find(kept.identity()).orElseThrow();
    assertThat(person.origin()).isEqualTo(Origin.SDXL);
    assertThat(person.origin().synthetic()).isTrue();
    assertThat(person.images()).isEqualTo(1);
    assertThat(person.kept()).isEqualTo(1);
    FaceImage image = project.images().of(person.id()).getFirst();
    assertThat(image.state()).isEqualTo(ImageState.KEPT);
    assertThat(image.decided()).isFalse();
    assertThat(new String(project.picture(image), StandardCharsets.UTF_8)).isEqualTo("picture 0 0");
    assertThat(new String(project.face(image), StandardCharsets.UTF_8)).isEqualTo("face 0 0");
    Generation found = project.generations().ofImage(image.id()).orElseThrow();
    assertThat(found.made().seed()).isEqualTo(7);
    assertThat(found.made().negative()).isNull();
    assertThat(found.made().similarity()).isNaN();
    assertThat(found).isEqualTo(kept);
  }

  @Test
  void theSameTryIsBookedOnce() throws Exception {
    Generation first = project.generations().add(made(0, 0, Generation.TAKEN, true), Origin.SDXL);
    assertThat(project.generations().add(made(0, 0, Generation.TAKEN, true), Origin.SDXL))
        .isEqualTo(first);
    assertThat(project.identities().count()).isEqualTo(1);
  }

  @Test
  void refusedOnesAreCountedAndAreNobodyUntilAdopted() throws Exception {
    project.generations().add(made(0, 0, "NO_FACE", false), Origin.SDXL);
    Generation twin = project.generations().add(made(0, 1, "TWIN", true), Origin.SDXL);
    project.generations().add(made(1, 0, Generation.TAKEN, true), Origin.SDXL);
    assertThat(project.identities().count()).isEqualTo(1);
    assertThat(project.generations().tries("plan")).containsEntry(0, 2).containsEntry(1, 1);
    assertThat(project.generations().taken("plan")).containsExactly(1);
    assertThat(project.generations().outcomes("plan"))
        .containsEntry("NO_FACE", 1)
        .containsEntry("TWIN", 1);
    Generation adopted = project.generations().adopt(twin.id(), Origin.SDXL);
    assertThat(project.generations().adopt(twin.id(), Origin.SDXL)).isEqualTo(adopted);
    FaceImage image = project.images().find(adopted.image()).orElseThrow();
    assertThat(image.state()).isEqualTo(ImageState.REJECTED);
    project
        .decisions()
        .decide("ada", DecisionKind.JUDGE, "", List.of(Ruling.of(image.id(), ImageState.KEPT)));
    assertThat(project.images().find(image.id()).orElseThrow().state()).isEqualTo(ImageState.KEPT);
    project.decisions().undo("ada");
    assertThat(project.images().find(image.id()).orElseThrow().state())
        .isEqualTo(ImageState.REJECTED);
  }

  @Test
  void aPictureWithoutAFaceIsNobody() throws Exception {
    Generation none = project.generations().add(made(0, 0, "NO_FACE", false), Origin.SDXL);
    assertThatThrownBy(() -> project.generations().adopt(none.id(), Origin.SDXL))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(project.identities().count()).isZero();
  }

  @Test
  void thePaceOfTheLastPictureIsKnown() throws Exception {
    assertThat(project.generations().secondsPerStep("sdxl", 1024, 1024)).isEmpty();
    project.generations().add(made(0, 0, "NO_FACE", false), Origin.SDXL);
    assertThat(project.generations().secondsPerStep("sdxl", 1024, 1024)).hasValue(2);
    assertThat(project.generations().secondsPerStep("sdxl", 512, 512)).isEmpty();
  }
}
