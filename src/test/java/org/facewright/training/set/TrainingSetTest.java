package org.facewright.training.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.facewright.training.TrainingException;
import org.facewright.training.run.DrawnFaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSetTest {
  @TempDir private Path folder;

  @Test
  void aFolderIsReadInTheOrderOfItsNames() throws Exception {
    DrawnFaces.write(folder, 3, 2);
    Files.writeString(folder.resolve("p001/notes.txt"), "no picture");
    Files.writeString(folder.resolve("readme.txt"), "no identity");
    Files.createDirectories(folder.resolve(".hidden"));
    TrainingSet set = IdentityFolder.read(folder);
    assertThat(set.identities()).containsExactly("p000", "p001", "p002");
    assertThat(set.table().labels()).containsExactly(0, 0, 1, 1, 2, 2);
    assertThat(set.reader().read(3).width()).isEqualTo(112);
    assertThat(set.fingerprint()).isEqualTo(IdentityFolder.read(folder).fingerprint());
  }

  @Test
  void foldersOfTwoSourcesBecomeOneSet() throws Exception {
    DrawnFaces.write(folder.resolve("a"), 2, 1);
    DrawnFaces.write(folder.resolve("b"), 3, 1);
    TrainingSet set =
        IdentityFolder.read(
            List.of(
                new IdentityFolder("clean", folder.resolve("a")),
                new IdentityFolder("synthetic", folder.resolve("b"))));
    assertThat(set.identities()).hasSize(3);
    assertThat(set.sources()).containsExactly("clean", "synthetic");
    assertThat(set.table().sources()).containsExactly(0, 0, 1, 1, 1);
    assertThat(set.table().labels()).containsExactly(0, 1, 0, 1, 2);
  }

  @Test
  void emptyIdentitiesAndSinglePeopleAreNamed() throws Exception {
    DrawnFaces.write(folder.resolve("one"), 1, 3);
    assertThatThrownBy(() -> IdentityFolder.read(folder.resolve("one")))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("one identity only");
    DrawnFaces.write(folder.resolve("two"), 2, 1);
    Files.createDirectories(folder.resolve("two/empty"));
    assertThatThrownBy(() -> IdentityFolder.read(folder.resolve("two")))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("empty")
        .hasMessageContaining("has no pictures");
    assertThatThrownBy(() -> IdentityFolder.read(folder.resolve("nothing")))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("nothing cannot be read");
  }

  @Test
  void nobodyIsOnBothSidesOfTheCut() throws Exception {
    DrawnFaces.write(folder, 10, 2);
    TrainingSet set = IdentityFolder.read(folder);
    HeldOutSplit split = HeldOutSplit.of(set, 0.3, 7);
    TrainingSet out = split.heldOut();
    assertThat(out).isNotNull();
    assertThat(out.identities()).hasSize(3);
    Set<String> all = new HashSet<>(split.trained().identities());
    all.addAll(out.identities());
    assertThat(all).hasSize(10);
    assertThat(split.trained().size() + out.size()).isEqualTo(20);
    assertThat(out.reader().read(1).planes())
        .isEqualTo(set.reader().read(set.pictures().indexOf(out.pictures().get(1))).planes());
    assertThat(HeldOutSplit.of(set, 0.3, 7).trained().fingerprint())
        .isEqualTo(split.trained().fingerprint());
    assertThat(HeldOutSplit.of(set, 0.3, 8).trained().fingerprint())
        .isNotEqualTo(split.trained().fingerprint());
    assertThat(HeldOutSplit.of(set, 0, 7).heldOut()).isNull();
  }

  @Test
  void tooFewIdentitiesCannotBeHeldOut() throws Exception {
    DrawnFaces.write(folder, 3, 2);
    assertThatThrownBy(() -> HeldOutSplit.of(IdentityFolder.read(folder), 0.5, 1))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("2 of 3 identities cannot be held out");
  }

  @Test
  void aPackGivesBackWhatWasPutIn() throws Exception {
    try (PackedSet.Writer writer = new PackedSet.Writer(folder)) {
      for (int i = 0; i < 6; i++) {
        String name = "p" + i / 2 + "/" + i;
        writer.add("p" + i / 2, i < 4 ? "clean" : "synthetic", name, DrawnFaces.jpeg(i, 0), i);
      }
      assertThat(PackedSet.in(folder)).as("before it is complete").isFalse();
      writer.finish();
    }
    TrainingSet set = PackedSet.open(folder);
    assertThat(set.identities()).containsExactly("p0", "p1", "p2");
    assertThat(set.sources()).containsExactly("clean", "synthetic");
    assertThat(set.table().difficulty()).containsExactly(0, 1, 2, 3, 4, 5);
    Path file = Files.write(folder.resolve("5.jpg"), DrawnFaces.jpeg(5, 0));
    assertThat(set.reader().read(5).planes())
        .isEqualTo(IdentityFolder.pictures(List.of(file)).read(0).planes());
  }

  @Test
  void aBrokenPackIsNoEmptySet() throws Exception {
    try (PackedSet.Writer writer = new PackedSet.Writer(folder)) {
      writer.add("a", "clean", "a/1", DrawnFaces.jpeg(0, 0), 0);
      writer.add("b", "clean", "b/1", DrawnFaces.jpeg(1, 0), 0);
      writer.finish();
    }
    Path pictures = folder.resolve("pictures.bin");
    byte[] bytes = Files.readAllBytes(pictures);
    Files.write(pictures, java.util.Arrays.copyOf(bytes, bytes.length - 100));
    TrainingSet set = PackedSet.open(folder);
    assertThatThrownBy(() -> set.reader().read(1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("b/1")
        .hasMessageContaining("breaks off");
    Files.writeString(folder.resolve("pictures.jsonl"), "{\"identity\": 3");
    assertThatThrownBy(() -> PackedSet.open(folder))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("cannot be read");
  }
}
