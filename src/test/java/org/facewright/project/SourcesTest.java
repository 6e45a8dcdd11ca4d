package org.facewright.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.facewright.project.ImportBatch.Unreadable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  @TempDir private Path temp;
  private Project project;

  @BeforeEach
  void create() throws Exception {
    project = Project.create(temp.resolve("P"), "test");
  }

  @AfterEach
  void close() {
    project.close();
  }

  private ImportBatch.Result add(String location, boolean merge, String... items) throws Exception {
    Source source = project.sources().open("folders", location, "{}", location);
    List<ImportBatch.NewImage> images = new java.util.ArrayList<>();
    for (String item : items) {
      String[] parts = item.split(" ");
      images.add(Samples.image(project, parts[0], parts[1], images.size(), parts[2]));
    }
    return project.sources().add(source, new ImportBatch(images, List.of(), items.length), merge);
  }

  @Test
  void importingTheSameAgainAddsNothing() throws Exception {
    assertThat(add("a", false, "x 1.jpg one", "x 2.jpg two").added()).isEqualTo(2);
    assertThat(add("a", false, "x 1.jpg one", "x 2.jpg two").added()).isZero();
    assertThat(add("copy-of-a", false, "x 1.jpg one", "x 2.jpg two").duplicates()).isEqualTo(2);
    assertThat(project.images().count()).isEqualTo(2);
    assertThat(project.identities().count()).isEqualTo(1);
    Source a = project.sources().open("folders", "a", "{}", "a");
    assertThat(project.sources().totals(a.id()).duplicates()).isZero();
  }

  @Test
  void theSameFaceUnderTwoLabelsIsKeptTwiceBecauseThatIsTheNoise() throws Exception {
    add("a", false, "x 1.jpg one", "y 1.jpg one");
    assertThat(project.images().count()).isEqualTo(2);
  }

  @Test
  void equalLabelsOfTwoSourcesAreTwoPeopleUnlessMerged() throws Exception {
    add("a", false, "x 1.jpg one");
    add("b", false, "x 1.jpg two");
    assertThat(project.identities().all())
        .extracting(Identity::label)
        .containsExactly("x", "x (2)");
    add("c", true, "x 1.jpg three");
    assertThat(project.identities().find("x").orElseThrow().images()).isEqualTo(2);
  }

  @Test
  void equalNamesInOneIdentityStayApart() throws Exception {
    add("a", false, "x 1.jpg one");
    add("a", false, "x 1.jpg other");
    assertThat(project.images().of(1))
        .extracting(FaceImage::name)
        .containsExactly("1.jpg", "1-2.jpg");
  }

  @Test
  void anImportRemembersWhereItWasAndWhatItCouldNotRead() throws Exception {
    Source source = project.sources().open("archive", "set.zip", "{}", "set.zip");
    project
        .sources()
        .add(
            source,
            new ImportBatch(
                List.of(), List.of(new Unreadable(7, "a/7.jpg", 4096, "it ends too early")), 8),
            false);
    project.close();
    project = Project.open(temp.resolve("P"), "test");
    Source again = project.sources().open("archive", "set.zip", "{}", "set.zip");
    assertThat(again.next()).isEqualTo(8);
    assertThat(project.sources().unreadable(again.id(), 10))
        .containsExactly(new Unreadable(7, "a/7.jpg", 4096, "it ends too early"));
  }

  @Test
  void madePeopleAreKeptWithoutJudgementAndKnownAsMade() throws Exception {
    Source source = project.sources().open("folders", "/made", "{}", "made");
    ImportBatch batch =
        new ImportBatch(List.of(Samples.image(project, "000000", "000.jpg", 0, "x")), List.of(), 1);
    project.sources().add(source, batch, false, Origin.RENDERED);
    Identity made = project.identities().all().getFirst();
    assertThat(made.origin()).isEqualTo(Origin.RENDERED);
    assertThat(made.label()).isEqualTo("rendered-000000");
    assertThat(project.images().of(made.id()))
        .extracting(FaceImage::state)
        .containsExactly(ImageState.KEPT);
    assertThat(project.images().counts()).containsEntry(ImageState.KEPT, 1L);
  }
}
