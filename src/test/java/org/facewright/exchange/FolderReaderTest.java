package org.facewright.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Npy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identity folders: names, order, what counts as a picture, what goes wrong. */
class FolderReaderTest {
  private final DatasetFormats formats = new DatasetFormats();

  @TempDir Path root;
  private Path set;

  @BeforeEach
  void makeRoot() throws IOException {
    set = Files.createDirectory(root.resolve("set"));
  }

  private void picture(String path, int seed) throws IOException {
    file(path, Entries.picture(seed, 50));
  }

  private void file(String path, byte[] bytes) throws IOException {
    Path file = set.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private List<SourceEntry> read(ReadOptions options) throws DatasetException {
    try (DatasetReader reader = formats.open("folders", set, options)) {
      List<SourceEntry> entries = Entries.all(reader);
      assertThat(reader.size()).isEqualTo(entries.size());
      return entries;
    }
  }

  @Test
  void identitiesAreFolderPathsInStableOrder() throws Exception {
    picture("b/2.jpg", 1);
    picture("b/10.jpg", 2);
    picture("b/deep/er/1.png", 3);
    picture("a/1.JPEG", 4);
    picture("loose.bmp", 5);
    List<FaceEntry> faces;
    try (DatasetReader reader = formats.open("folders", set, ReadOptions.usual())) {
      faces = Entries.faces(reader);
    }
    assertThat(faces)
        .extracting(FaceEntry::place)
        .containsExactly("loose.bmp", "a/1.JPEG", "b/10.jpg", "b/2.jpg", "b/deep/er/1.png");
    assertThat(faces)
        .extracting(FaceEntry::identity)
        .containsExactly("set", "a", "b", "b", "b/deep/er");
    assertThat(formats.detect(set)).contains("folders");
  }

  @Test
  void contentDecidesAndOthersAreCounted() throws Exception {
    picture("a/right.txt.jpg", 1);
    picture("a/none", 2);
    file("a/notes", "just text".getBytes(StandardCharsets.UTF_8));
    file("a/list.txt", new byte[5]);
    file("a/.hidden.jpg", Entries.picture(3, 20));
    file(".git/x.jpg", Entries.picture(3, 20));
    file("a/Thumbs.db", new byte[5]);
    try (DatasetReader reader = formats.open("folders", set, ReadOptions.usual())) {
      assertThat(Entries.faces(reader))
          .extracting(FaceEntry::name)
          .containsExactly("none", "right.txt.jpg");
      assertThat(reader.ignored()).isEqualTo(5);
    }
  }

  @Test
  void whatIsNoPictureIsListedWithTheReason() throws Exception {
    file("a/empty.jpg", new byte[0]);
    file("a/gif.jpg", Arrays.copyOf("GIF89a".getBytes(StandardCharsets.US_ASCII), 30));
    file("a/large.jpg", Entries.picture(1, 2000));
    file("a/text.png", "text, not a picture at all".getBytes(StandardCharsets.UTF_8));
    file("a/x.tiff", Arrays.copyOf(new byte[] {'I', 'I', 42, 0}, 30));
    Files.createSymbolicLink(set.resolve("a/zgone.jpg"), Path.of("nowhere.jpg"));
    picture("b/fine.jpg", 1);
    List<SourceEntry> entries = read(ReadOptions.usual().withMaxImageBytes(1000));
    assertThat(entries)
        .filteredOn(UnreadableEntry.class::isInstance)
        .extracting(entry -> ((UnreadableEntry) entry).reason())
        .containsExactly(
            "it is empty",
            "it is a GIF picture; convert it to JPEG or PNG",
            "it is larger than 1000 bytes",
            "it is no JPEG, PNG, WebP or BMP picture",
            "it is a TIFF picture; convert it to JPEG or PNG",
            "it is no file (a broken link?)");
    assertThat(entries.getLast()).isInstanceOf(FaceEntry.class);
    assertThat(entries.getLast().position()).isEqualTo(6);
  }

  @Test
  void aLinkBackUpIsReportedOnce() throws Exception {
    picture("a/1.jpg", 1);
    Files.createSymbolicLink(set.resolve("a/loop"), set);
    List<SourceEntry> entries = read(ReadOptions.usual());
    assertThat(entries).hasSize(2);
    assertThat(((UnreadableEntry) entries.get(1)).reason()).contains("leads back");
  }

  @Test
  void skippingOpensNothingAndResumes() throws Exception {
    for (int i = 0; i < 20; i++) {
      picture("%02d/1.jpg".formatted(i), i);
    }
    try (DatasetReader reader = formats.open("folders", set, ReadOptions.usual())) {
      reader.skip(15);
      assertThat(reader.next().place()).isEqualTo("15/1.jpg");
    }
  }

  @Test
  void featureFoldersAreAFormatOfTheirOwn() throws Exception {
    file("a/1.npy", Npy.bytes(new float[] {1, 2, 3}));
    file("b/bad.npy", "no npy".getBytes(StandardCharsets.UTF_8));
    file("b/nan.npy", Npy.bytes(new float[] {1, Float.NaN}));
    file("b/readme.txt", new byte[3]);
    Npy.write(set.resolve("b/two.npy"), new FloatMatrix(2, 3, new float[6]));
    Npy.write(set.resolve("b/row.npy"), new FloatMatrix(1, 3, new float[] {7, 8, 9}));
    assertThat(formats.detect(set)).contains("features");
    try (DatasetReader reader = formats.open("features", set, ReadOptions.usual())) {
      List<SourceEntry> entries = Entries.all(reader);
      assertThat(entries).hasSize(5);
      FaceEntry first = (FaceEntry) entries.get(0);
      assertThat(first.image()).isNull();
      assertThat(first.feature()).containsExactly(1, 2, 3);
      assertThat(((FaceEntry) entries.get(3)).feature()).containsExactly(7, 8, 9);
      assertThat(entries)
          .filteredOn(UnreadableEntry.class::isInstance)
          .extracting(entry -> ((UnreadableEntry) entry).reason())
          .containsExactly(
              "it ends within its header",
              "its feature vector holds a number that is not finite",
              "it holds no single feature vector");
    }
  }

  @Test
  void featuresBesidePicturesComeWithThem() throws Exception {
    picture("a/1.jpg", 1);
    picture("a/2.jpg", 2);
    picture("a/3.jpg", 3);
    Path features = Files.createDirectories(root.resolve("features/a"));
    Files.write(features.resolve("1.npy"), Npy.bytes(new float[] {5, 6}));
    Files.write(features.resolve("3.npy"), new byte[9]);
    List<SourceEntry> entries = read(ReadOptions.usual().withFeatures(root.resolve("features")));
    assertThat(((FaceEntry) entries.get(0)).feature()).containsExactly(5, 6);
    assertThat(((FaceEntry) entries.get(1)).feature()).isNull();
    assertThat(((UnreadableEntry) entries.get(2)).reason()).startsWith("its feature");
  }

  @Test
  void aMatrixOfFeaturesGoesByPosition() throws Exception {
    picture("a/1.jpg", 1);
    picture("a/2.jpg", 2);
    picture("a/3.jpg", 3);
    Path matrix = root.resolve("features.npy");
    Npy.write(matrix, new FloatMatrix(3, 2, new float[] {1, 2, 3, 4, 5, 6}));
    try (DatasetReader reader =
        formats.open("folders", set, ReadOptions.usual().withFeatures(matrix))) {
      reader.skip(1);
      assertThat(((FaceEntry) reader.next()).feature()).containsExactly(3, 4);
      assertThat(((FaceEntry) reader.next()).feature()).containsExactly(5, 6);
    }
  }

  @Test
  void whatIsNotThereIsRefusedByName() {
    assertThatThrownBy(() -> formats.open("folders", root.resolve("gone"), ReadOptions.usual()))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("gone: there is no such file or folder; check the path.");
    assertThatThrownBy(() -> formats.open("floppy", set, ReadOptions.usual()))
        .hasMessageContaining("use one of folders, archive");
    assertThatThrownBy(
            () -> formats.open("folders", set, ReadOptions.usual().withMask(root.resolve("m.npy"))))
        .hasMessageContaining("leave the mask out");
  }
}
