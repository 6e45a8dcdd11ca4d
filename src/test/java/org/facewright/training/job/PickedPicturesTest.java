package org.facewright.training.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.facewright.project.ContentHash;
import org.facewright.project.DecisionKind;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.ImageState;
import org.facewright.project.ImportBatch;
import org.facewright.project.Project;
import org.facewright.project.Ruling;
import org.facewright.project.Source;
import org.facewright.project.StateChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four people with five pictures each, of which the last is rejected. */
class PickedPicturesTest {
  private static final int PEOPLE = 4;
  private static final int PICTURES = 5;

  @TempDir private Path folder;

  @BeforeEach
  void make() throws Exception {
    try (Project project = Project.create(folder.resolve("project"), "test")) {
      Source source = project.sources().open("test", "made", "{}", "made");
      List<ImportBatch.NewImage> images = new ArrayList<>();
      for (int i = 0; i < PEOPLE * PICTURES; i++) {
        byte[] content = {(byte) i};
        ContentHash hash = ContentHash.of(content);
        images.add(
            new ImportBatch.NewImage(
                "p" + i / PICTURES,
                i % PICTURES + ".jpg",
                i,
                "made",
                hash,
                project.imageStore().append(hash, content),
                112,
                112));
      }
      project.imageStore().sync();
      project.sources().add(source, new ImportBatch(images, List.of(), images.size()), false);
      List<StateChange> changes = new ArrayList<>();
      project
          .images()
          .forEach(
              image ->
                  changes.add(
                      new StateChange(
                          image.id(),
                          image.name().equals("4.jpg") ? ImageState.REJECTED : ImageState.KEPT,
                          "made so",
                          1)));
      project.images().apply(project.runs().begin("clean", "{}", null, null, null), changes);
    }
  }

  private static Set<Long> ids(PickedPictures picked) {
    return picked.images().stream().map(FaceImage::id).collect(Collectors.toSet());
  }

  @Test
  void thinnedIsAsManyOfTheRawOnesAsAreCleanedDrawnByTheSeed() throws Exception {
    try (Project project = Project.open(folder.resolve("project"), "test")) {
      PickedPictures raw = PickedPictures.of(project, TrainPictures.RAW, 1);
      PickedPictures cleaned = PickedPictures.of(project, TrainPictures.CLEANED, 1);
      PickedPictures one = PickedPictures.of(project, TrainPictures.THINNED, 1);
      PickedPictures again = PickedPictures.of(project, TrainPictures.THINNED, 1);
      PickedPictures other = PickedPictures.of(project, TrainPictures.THINNED, 2);
      assertThat(raw.images()).hasSize(PEOPLE * PICTURES);
      assertThat(cleaned.images()).hasSize(PEOPLE * (PICTURES - 1));
      assertThat(one.images()).hasSameSizeAs(cleaned.images());
      assertThat(ids(raw)).containsAll(ids(one));
      assertThat(ids(one)).isNotEqualTo(ids(cleaned)).isEqualTo(ids(again));
      assertThat(ids(other)).isNotEqualTo(ids(one));
      for (int i = 0; i < one.images().size(); i++) {
        assertThat(one.identities().get(one.labels().get(i)).id())
            .isEqualTo(one.images().get(i).identityId());
      }
    }
  }

  @Test
  void rawKeepsTheLabelThatAPictureCameWith() throws Exception {
    try (Project project = Project.open(folder.resolve("project"), "test")) {
      long first = project.identities().all().get(0).id();
      Identity other = project.identities().all().get(1);
      FaceImage moved = project.images().of(first).getFirst();
      project
          .decisions()
          .decide(
              "tester",
              DecisionKind.MOVE,
              "is somebody else",
              List.of(new Ruling(moved.id(), ImageState.KEPT, other.label())));
      PickedPictures raw = PickedPictures.of(project, TrainPictures.RAW, 1);
      PickedPictures cleaned = PickedPictures.of(project, TrainPictures.CLEANED, 1);
      assertThat(labelOf(raw, moved.id())).isEqualTo(first);
      assertThat(labelOf(cleaned, moved.id())).isEqualTo(other.id());
    }
  }

  private static long labelOf(PickedPictures picked, long image) {
    int at = picked.images().stream().map(FaceImage::id).toList().indexOf(image);
    return picked.identities().get(picked.labels().get(at)).id();
  }
}
