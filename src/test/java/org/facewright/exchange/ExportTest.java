package org.facewright.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back equal; what is given up leaves nothing. */
class ExportTest {
  private final ExportFormats exports = new ExportFormats();
  private final DatasetFormats imports = new DatasetFormats();

  @TempDir Path folder;

  /** Identities "000000".. of uneven size; picture 7 holds RecordIO's magic word, aligned. */
  private static List<FaceEntry> faces(int identities) {
    List<FaceEntry> faces = new ArrayList<>();
    for (int identity = 0; identity < identities; identity++) {
      for (int i = 0; i <= identity % 4; i++) {
        int at = faces.size();
        byte[] image = Entries.picture(at, 20 + at * 131 % 9000);
        if (at == 7) {
          byte[] magic = {0x0a, 0x23, (byte) 0xd7, (byte) 0xce};
          System.arraycopy(magic, 0, image, 16, 4);
          System.arraycopy(magic, 0, image, image.length / 4 * 4 - 4, 4);
        }
        float[] feature = {identity, i, -0.5f};
        String name = "%03d.jpg".formatted(i);
        String label = "%06d".formatted(identity);
        faces.add(new FaceEntry(at, label + "/" + name, label, name, image, feature));
      }
    }
    return faces;
  }

  private void export(String format, Path target, List<FaceEntry> faces, WriteOptions options)
      throws DatasetException {
    try (DatasetWriter writer = exports.create(format, target, options)) {
      for (FaceEntry face : faces) {
        writer.add(face);
      }
      writer.finish();
    }
  }

  private List<FaceEntry> read(String format, Path source) throws DatasetException {
    try (DatasetReader reader = imports.open(format, source, ReadOptions.usual())) {
      return Entries.faces(reader);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** What lies in the folder after an export: numbered identities come with a list. */
  private static List<String> left(String format) {
    return format.equals("folders") || format.equals("list")
        ? List.of("out")
        : List.of("out", "out.identities.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "folders,0",
    "folders,50",
    "hsface-lmdb,0",
    "hsface-lmdb,1",
    "hsface-lmdb,600",
    "vec2face-lmdb,60",
    "recordio,0",
    "recordio,1",
    "recordio,300"
  })
  void readBackEqual(String format, int identities) throws DatasetException, IOException {
    List<FaceEntry> faces = faces(identities);
    Path target = folder.resolve("out");
    export(format, target, faces, WriteOptions.usual());
    List<FaceEntry> back =
        identities == 0 && format.equals("vec2face-lmdb") ? List.of() : read(format, target);
    assertThat(back).hasSameSizeAs(faces);
    for (int i = 0; i < faces.size(); i++) {
      assertThat(back.get(i).identity()).isEqualTo(faces.get(i).identity());
      assertThat(back.get(i).image()).isEqualTo(faces.get(i).image());
      if (format.equals("vec2face-lmdb")) {
        assertThat(back.get(i).feature()).isEqualTo(faces.get(i).feature());
      }
    }
    assertThat(names(folder)).containsExactlyElementsOf(left(format));
    if (identities > 0) {
      assertThat(imports.detect(target)).contains(format);
    }
  }

  @Test
  void recordIoReadsTheSameWithoutItsIndex() throws DatasetException, IOException {
    List<FaceEntry> faces = faces(40);
    Path target = folder.resolve("rec");
    export("recordio", target, faces, WriteOptions.usual());
    assertThat(Files.readString(target.resolve("property"))).isEqualTo("40,112,112\n");
    Files.delete(target.resolve("train.idx"));
    List<FaceEntry> back = read("recordio", target);
    assertThat(back)
        .extracting(FaceEntry::image)
        .containsExactlyElementsOf(faces.stream().map(FaceEntry::image).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hsface-lmdb", "vec2face-lmdb", "recordio"})
  void aListSaysWhichIdentityEachNumberIs(String format) throws DatasetException, IOException {
    byte[] image = Entries.picture(1, 50);
    float[] feature = new float[8];
    List<FaceEntry> faces =
        List.of(
            new FaceEntry(0, "b/0", "Jane, or \"J\"", "0", image, feature),
            new FaceEntry(1, "b/1", "Jane, or \"J\"", "1", image, feature),
            new FaceEntry(2, "a/0", "anna", "0", image, feature));
    Path target = folder.resolve("set");
    export(format, target, faces, WriteOptions.usual());
    assertThat(folder.resolve("set.identities.csv"))
        .hasContent("label,identity\n0,\"Jane, or \"\"J\"\"\"\n1,anna\n");
  }

  @Test
  void orderedListKeepsOrderAndLabelsByFirstAppearance() throws DatasetException, IOException {
    List<FaceEntry> faces = faces(3);
    List<FaceEntry> mixed = List.of(faces.get(4), faces.get(0), faces.get(3), faces.get(1));
    Path target = folder.resolve("order.txt");
    export("list", target, mixed, WriteOptions.usual().withListRoot("/data/set"));
    assertThat(Files.readAllLines(target))
        .containsExactly(
            "/data/set/000002/001.jpg,0",
            "/data/set/000000/000.jpg,1",
            "/data/set/000002/000.jpg,0",
            "/data/set/000001/000.jpg,2");
  }

  @Test
  void takenNamesGetANumber() throws DatasetException {
    byte[] one = Entries.picture(1, 50);
    byte[] two = Entries.picture(2, 50);
    Path target = folder.resolve("out");
    export(
        "folders",
        target,
        List.of(
            new FaceEntry(0, "", "a/b", "x.jpg", one, null),
            new FaceEntry(1, "", "a/b", "x.jpg", two, null)),
        WriteOptions.usual());
    assertThat(target.resolve("a/b/x.jpg")).hasBinaryContent(one);
    assertThat(target.resolve("a/b/x-2.jpg")).hasBinaryContent(two);
  }

  @ParameterizedTest
  @ValueSource(strings = {"folders", "hsface-lmdb", "vec2face-lmdb", "recordio", "list"})
  void givingUpLeavesNothing(String format) throws DatasetException, IOException {
    try (DatasetWriter writer =
        exports.create(format, folder.resolve("out"), WriteOptions.usual())) {
      writer.add(faces(1).getFirst());
      assertThat(names(folder)).containsExactly("out.facewright-partial");
    }
    assertThat(names(folder)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"folders", "hsface-lmdb", "recordio", "list"})
  void anExistingTargetIsReplacedOnlyWhenAsked(String format) throws DatasetException, IOException {
    Path target = folder.resolve("out");
    export(format, target, faces(2), WriteOptions.usual());
    assertThatThrownBy(() -> exports.create(format, target, WriteOptions.usual()))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("it is there already");
    export(format, target, faces(5), WriteOptions.usual().withReplace());
    if (!format.equals("list")) {
      assertThat(read(format, target)).hasSameSizeAs(faces(5));
    }
    assertThat(names(folder)).containsExactlyElementsOf(left(format));
  }

  @Test
  void whatAKilledExportLeftIsRemovedByTheNext() throws DatasetException, IOException {
    Path partial = folder.resolve("out.facewright-partial");
    Files.createDirectories(partial.resolve("content/000001"));
    Files.write(partial.resolve("content/000001/1.jpg"), new byte[10]);
    Files.write(partial.resolve("lock"), new byte[0]);
    export("folders", folder.resolve("out"), faces(3), WriteOptions.usual());
    assertThat(names(folder)).containsExactly("out");
    assertThat(names(folder.resolve("out"))).containsExactly("000000", "000001", "000002");
  }

  @Test
  void aTargetThatWasBeingReplacedComesBack() throws DatasetException, IOException {
    Path partial = folder.resolve("out.facewright-partial");
    Files.createDirectories(partial);
    Files.writeString(partial.resolve("replaced"), "the old one");
    assertThatThrownBy(() -> exports.create("list", folder.resolve("out"), WriteOptions.usual()))
        .isInstanceOf(DatasetException.class);
    assertThat(folder.resolve("out")).hasContent("the old one");
  }

  @Test
  void twoExportsDoNotShareATarget() throws DatasetException {
    Path target = folder.resolve("out");
    try (DatasetWriter first = exports.create("list", target, WriteOptions.usual())) {
      assertThatThrownBy(() -> exports.create("list", target, WriteOptions.usual()))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("another export");
      first.finish();
    }
    assertThat(target).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"folders", "hsface-lmdb", "recordio"})
  void anIdentityThatComesBackIsRefused(String format) throws DatasetException, IOException {
    List<FaceEntry> faces = faces(3);
    assertThatThrownBy(
            () ->
                export(
                    format,
                    folder.resolve("out"),
                    List.of(faces.get(0), faces.get(1), faces.get(0)),
                    WriteOptions.usual()))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("comes back");
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void pathsThatLeadOutsideAreRefused() {
    for (Map.Entry<String, String> bad :
        List.of(
            Map.entry("../x", "a.jpg"),
            Map.entry("/x", "a.jpg"),
            Map.entry("x", "../a.jpg"),
            Map.entry("x", ".a.jpg"),
            Map.entry("C:/x", "a.jpg"),
            Map.entry("", "a.jpg"))) {
      FaceEntry face =
          new FaceEntry(0, "", bad.getKey(), bad.getValue(), Entries.picture(1, 20), null);
      assertThatThrownBy(
              () -> export("folders", folder.resolve("out"), List.of(face), WriteOptions.usual()))
          .isInstanceOf(DatasetException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"folders", "hsface-lmdb", "recordio"})
  void aFaceWithoutAPictureIsRefused(String format) {
    FaceEntry feature = new FaceEntry(0, "a/1.npy", "a", "1.npy", null, new float[4]);
    assertThatThrownBy(
            () -> export(format, folder.resolve("out"), List.of(feature), WriteOptions.usual()))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("no picture");
  }
}
