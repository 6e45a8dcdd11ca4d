package org.facewright.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.facewright.assembly.AssembledPeople.recipe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.facewright.project.ContentHash;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.project.ReleaseRecord;
import org.facewright.project.release.Release;
import org.facewright.project.release.ReleaseException;
import org.facewright.project.release.ReleaseFolder;
import org.facewright.project.release.ReleaseImage;
import org.facewright.project.release.ReleaseRecipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frozen releases: whole, the same again, found out when touched, compared and taken back. */
class FreezeTest {
  private static final int[] PHOTOGRAPHED = {6, 1, 3};
  private static final int[] MADE = {2, 4, 5};

  @TempDir private Path folder;

  private Project project() throws Exception {
    return AssembledPeople.make(folder.resolve("p"), PHOTOGRAPHED, MADE);
  }

  private static ReleaseRecord freeze(Project project, ReleaseRecipe recipe) throws Exception {
    return new Assembler(project).assemble("set", recipe, "ada");
  }

  private static List<ReleaseImage> images(Project project, ReleaseRecord record)
      throws IOException {
    try (Release release = new Assembler(project).open(record)) {
      return release.images();
    }
  }

  private Path file(String release, String name) {
    return ReleaseFolder.of(folder.resolve("p")).folder().resolve(release).resolve(name);
  }

  @Test
  void everyPictureIsThereAsTheManifestSays() throws Exception {
    try (Project project = project()) {
      ReleaseRecord record = freeze(project, recipe());

      assertThat(record.title()).isEqualTo("set-v1");
      assertThat(record.current()).isTrue();
      assertThat(record.images()).isEqualTo(20);
      assertThat(record.augmented()).isEqualTo(3);
      try (Release release = new Assembler(project).open(record)) {
        assertThat(release.info().codeVersion()).isEqualTo("9.9");
        assertThat(release.info().sources())
            .anyMatch(note -> note.imported().equals("photos") && note.licence().equals("not stated"));
        Set<String> hashes = new HashSet<>();
        for (ReleaseImage image : release.images()) {
          byte[] picture = release.picture(image);
          assertThat(ContentHash.of(picture).toString()).isEqualTo(image.sha256());
          hashes.add(image.sha256());
        }
        assertThat(hashes).hasSize(20);
        assertThat(release.images())
            .filteredOn(ReleaseImage::changed)
            .allSatisfy(
                image -> {
                  var how = java.util.Objects.requireNonNull(image.augmented());
                  assertThat(hashes).contains(how.parent());
                  assertThat(how.steps()).isNotEmpty();
                });
      }
    }
  }

  @Test
  void theSameRecipeGivesTheSameManifest() throws Exception {
    try (Project project = project()) {
      ReleaseRecord first = freeze(project, recipe());
      ReleaseRecord second = freeze(project, recipe());

      assertThat(second.title()).isEqualTo("set-v2");
      assertThat(images(project, second)).usingRecursiveComparison().isEqualTo(images(project, first));
      assertThat(Files.mismatch(file("set-v1", "augmented.bin"), file("set-v2", "augmented.bin")))
          .isEqualTo(-1);
    }
  }

  @Test
  void aKilledFreezeGoesOnWithTheDraftItHad() throws Exception {
    try (Project project = project()) {
      List<ReleaseImage> whole = images(project, freeze(project, recipe()));
      try (Freezer killed = Freezer.open(project, "set", recipe(), "job 5")) {
        killed.advance(7);
      }
      // A batch that was under way when the process died, and a change of the project since.
      Path partial = file("set-v2.partial", "augmented.bin");
      Files.write(partial, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
      Files.writeString(
          file("set-v2.partial", "made.jsonl"), "{\"upTo\":0,\"posi", StandardOpenOption.APPEND);
      AssembledPeople.judge(project, "p-002", 3, ImageState.REJECTED);

      ReleaseRecord again;
      try (Freezer resumed = Freezer.open(project, "set", recipe(), "job 5")) {
        assertThat(resumed.done()).isEqualTo(7);
        resumed.advance(resumed.total());
        again = resumed.seal("ada");
      }
      assertThat(again.title()).isEqualTo("set-v2");
      assertThat(images(project, again)).usingRecursiveComparison().isEqualTo(whole);
      assertThat(file("set-v2.partial", ".")).doesNotExist();
      try (Freezer finished = Freezer.open(project, "set", recipe(), "job 5")) {
        assertThat(finished.seal("ada").title()).isEqualTo("set-v2");
      }
    }
  }

  @Test
  void aKillBeforeTheReleaseIsBookedLosesNothing() throws Exception {
    try (Project project = project()) {
      try (Freezer killed = Freezer.open(project, "set", recipe(), "job 5")) {
        killed.advance(killed.total());
        killed.seal("ada");
      }
      // As if the row had not been written: the folder alone is found and booked.
      Files.move(ReleaseFolder.of(folder.resolve("p")).of("set", 1), folder.resolve("aside"));
    }
    Path other = folder.resolve("q");
    try (Project project = AssembledPeople.make(other, PHOTOGRAPHED, MADE)) {
      Files.createDirectories(other.resolve("releases"));
      Files.move(folder.resolve("aside"), other.resolve("releases/set-v1"));
      try (Freezer found = Freezer.open(project, "set", recipe(), "job 5")) {
        assertThat(found.done()).isEqualTo(found.total());
        assertThat(found.seal("ada").title()).isEqualTo("set-v1");
      }
    }
  }

  @Test
  void whateverWasTouchedIsFound() throws Exception {
    try (Project project = project()) {
      ReleaseRecord record = freeze(project, recipe());
      Assembler assembler = new Assembler(project);
      for (String name : List.of("manifest.jsonl", "stages.json", "release.json")) {
        Path file = file("set-v1", name);
        byte[] whole = Files.readAllBytes(file);
        assertThat(file.toFile().setWritable(true)).isTrue();
        Files.writeString(file, new String(whole).replaceFirst("1", "2"));
        assertThatThrownBy(() -> assembler.open(record))
            .isInstanceOfSatisfying(
                ReleaseException.class,
                e -> assertThat(e.reason()).isEqualTo(ReleaseException.Reason.DAMAGED))
            .hasMessageContaining(name);
        Files.delete(file);
        assertThatThrownBy(() -> assembler.open(record))
            .isInstanceOfSatisfying(
                ReleaseException.class,
                e -> assertThat(e.reason()).isEqualTo(ReleaseException.Reason.NOT_THERE));
        Files.write(file, whole);
      }
      Path pictures = file("set-v1", "augmented.bin");
      byte[] bytes = Files.readAllBytes(pictures);
      bytes[100] ^= 1;
      pictures.toFile().setWritable(true);
      Files.write(pictures, bytes);
      try (Release release = assembler.open(record)) {
        assertThatThrownBy(
                () -> {
                  for (ReleaseImage image : release.images()) {
                    release.picture(image);
                  }
                })
            .isInstanceOf(ReleaseException.class)
            .hasMessageContaining("augmented-");
      }
    }
  }

  @Test
  void aPictureThatCannotBeReadStopsTheFreezeByName() throws Exception {
    try (Project project = project()) {
      var image = AssembledPeople.images(project, "p-002").getFirst();
      Path pack = folder.resolve("p/images/pack-000000.fwi");
      byte[] bytes = Files.readAllBytes(pack);
      bytes[(int) image.location().offset() + 60] ^= 1;
      Files.write(pack, bytes);

      assertThatThrownBy(() -> freeze(project, recipe()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("p-002/000.jpg cannot be frozen");
      AssembledPeople.judge(project, "p-002", 1, ImageState.REJECTED);
      assertThat(freeze(project, recipe()).title()).isEqualTo("set-v1");
    }
  }

  @Test
  void aDiskThatCannotBeWrittenToLeavesNothingBooked() throws Exception {
    try (Project project = project()) {
      Files.writeString(folder.resolve("p/releases"), "in the way");

      assertThatThrownBy(() -> freeze(project, recipe())).isInstanceOf(IOException.class);
      assertThat(project.releases().all()).isEmpty();
    }
  }

  @Test
  void theDifferenceOfTwoReleasesIsExact() throws Exception {
    try (Project project = project()) {
      ReleaseRecord first = freeze(project, recipe());
      AssembledPeople.judge(project, "p-002", 3, ImageState.REJECTED);
      ReleaseRecord second = freeze(project, recipe());
      Assembler assembler = new Assembler(project);
      try (Release one = assembler.open(first);
          Release other = assembler.open(second)) {
        ReleaseDiff diff = ReleaseDiff.of(one, other);
        assertThat(diff.lostIdentities()).containsExactly("p-002");
        assertThat(diff.gainedIdentities()).isEmpty();
        assertThat(diff.lost()).hasSize(4);
        assertThat(diff.gained()).isEmpty();
        assertThat(diff.same()).isEqualTo(16);
        assertThat(diff.recipe()).isFalse();
        assertThat(ReleaseDiff.of(one, one).nothing()).isTrue();
      }
    }
  }

  @Test
  void anOlderVersionCanBeMadeCurrentAndThatTakenBack() throws Exception {
    try (Project project = project()) {
      freeze(project, recipe());
      freeze(project, recipe().withSeed(2));
      assertThat(new Assembler(project).find("set").orElseThrow().title()).isEqualTo("set-v2");

      project.releases().makeCurrent("set", 1, "ada", "rolled back");
      assertThat(new Assembler(project).find("set").orElseThrow().title()).isEqualTo("set-v1");
      assertThat(project.releases().undoChoice("set").orElseThrow().title()).isEqualTo("set-v2");
      assertThat(project.releases().undoChoice("set").orElseThrow().title()).isEqualTo("set-v1");
      assertThat(project.releases().undoChoice("set")).isEmpty();
      assertThat(project.releases().all()).hasSize(2);
    }
    try (Project again = Project.open(folder.resolve("p"), "9.9")) {
      assertThat(again.releases().current("set").orElseThrow().title()).isEqualTo("set-v1");
    }
  }
}
