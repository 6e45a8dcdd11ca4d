package org.facewright.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders in .zip and .tar(.gz): read in place, and nothing dangerous is taken for a picture. */
class ArchiveReaderTest {
  private static final int LINK = 0120777;

  @TempDir Path folder;

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static List<SourceEntry> read(Path archive) throws DatasetException {
    try (DatasetReader reader =
        new DatasetFormats().open("archive", archive, ReadOptions.usual())) {
      return Entries.all(reader);
    }
  }

  private static byte[] archive(String name, Map<String, byte[]> files) throws IOException {
    return switch (name) {
      case "set.zip" -> Archives.zip(files, true);
      case "stored.zip" -> Archives.zip(files, false);
      case "set.tar" -> Archives.tar(files);
      default -> Archives.gzip(Archives.tar(files));
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"set.zip", "stored.zip", "set.tar", "set.tar.gz", "set.tgz"})
  void picturesComeInOrderAndTheRestIsCounted(String name) throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>(Archives.folders(3, 2));
    files.put("top.png", png());
    files.put("./dot/./a.jpg", Entries.picture(90, 40));
    files.put("deep/" + "x".repeat(120) + "/ü/b.jpg", Entries.picture(91, 40));
    files.put("noextension/c", Entries.picture(92, 40));
    files.put("noextension/readme", "text".getBytes(StandardCharsets.UTF_8));
    files.put("0000/list.txt", new byte[3]);
    files.put("0000/nested.zip", Archives.zip(Archives.folders(1, 1), true));
    files.put("__MACOSX/0000/._1.jpg", new byte[3]);
    Path archive = write(name, archive(name, files));
    try (DatasetReader reader =
        new DatasetFormats().open("archive", archive, ReadOptions.usual())) {
      List<FaceEntry> faces = Entries.faces(reader);
      assertThat(faces)
          .extracting(FaceEntry::identity)
          .containsExactly(
              "0000",
              "0000",
              "0001",
              "0001",
              "0002",
              "0002",
              name.substring(0, name.indexOf('.')),
              "dot",
              "deep/" + "x".repeat(120) + "/ü",
              "noextension");
      assertThat(faces.get(2).image()).isEqualTo(files.get("0001/0.jpg"));
      assertThat(faces.get(2).place()).isEqualTo(name + "!0001/0.jpg");
      assertThat(reader.ignored()).isEqualTo(4);
      assertThat(reader.size()).isIn(-1L, 10L);
    }
    assertThat(new DatasetFormats().detect(archive)).contains("archive");
  }

  private static byte[] png() {
    byte[] png = Arrays.copyOf(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, 40);
    return png;
  }

  @ParameterizedTest
  @ValueSource(strings = {"set.zip", "set.tar", "set.tar.gz"})
  void skippingResumesAtTheSameEntry(String name) throws Exception {
    Map<String, byte[]> files = Archives.folders(4, 3);
    Path archive = write(name, archive(name, files));
    try (DatasetReader reader =
        new DatasetFormats().open("archive", archive, ReadOptions.usual())) {
      reader.skip(7);
      FaceEntry face = (FaceEntry) reader.next();
      assertThat(face.position()).isEqualTo(7);
      assertThat(face.place()).endsWith("0002/1.jpg");
      assertThat(Entries.faces(reader)).hasSize(4);
    }
  }

  private static void put(ZipArchiveOutputStream zip, String name, int mode, byte[] bytes)
      throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setUnixMode(mode);
    zip.putArchiveEntry(entry);
    zip.write(bytes);
    zip.closeArchiveEntry();
  }

  @Test
  void dangerousZipEntriesAreListedAndTheRestIsRead() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] picture = Entries.picture(5, 60);
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      put(zip, "a/good.jpg", 0100644, picture);
      put(zip, "../../etc/slip.jpg", 0100644, picture);
      put(zip, "/abs.jpg", 0100644, picture);
      put(zip, "C:/drive.jpg", 0100644, picture);
      put(zip, "a/link.jpg", LINK, "/etc/passwd".getBytes(StandardCharsets.UTF_8));
      put(zip, "a/good.jpg", 0100644, picture);
      put(
          zip,
          "a/text.jpg",
          0100644,
          "not a picture, whatever it says".getBytes(StandardCharsets.UTF_8));
      put(zip, "a/empty.jpg", 0100644, new byte[0]);
      put(zip, "a/good2.jpg", 0100644, picture);
    }
    List<SourceEntry> entries = read(write("set.zip", out.toByteArray()));
    assertThat(entries).hasSize(9);
    assertThat(entries)
        .filteredOn(FaceEntry.class::isInstance)
        .extracting(SourceEntry::position)
        .containsExactly(0L, 8L);
    assertThat(reasons(entries))
        .containsExactly(
            "its name leads out of the archive",
            "its name leads out of the archive",
            "its name leads out of the archive",
            "it is a symbolic link",
            "its name is in the archive twice",
            "it is no JPEG, PNG, WebP or BMP picture",
            "it is empty");
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  private static List<String> reasons(List<SourceEntry> entries) {
    return entries.stream()
        .filter(UnreadableEntry.class::isInstance)
        .map(entry -> ((UnreadableEntry) entry).reason())
        .toList();
  }

  @Test
  void dangerousTarEntriesAreListedAndTheRestIsRead() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] picture = Entries.picture(5, 60);
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      Archives.put(tar, new TarArchiveEntry("../slip.jpg", true), picture);
      Archives.put(tar, new TarArchiveEntry("/abs.jpg", true), picture);
      Archives.put(tar, new TarArchiveEntry("a/1.jpg", true), picture);
      Archives.put(tar, new TarArchiveEntry("./a/1.jpg", true), picture);
      TarArchiveEntry link = new TarArchiveEntry("a/link.jpg", TarArchiveEntry.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
      Archives.put(tar, new TarArchiveEntry("a/2.jpg", true), picture);
    }
    List<SourceEntry> entries = read(write("set.tar", out.toByteArray()));
    assertThat(reasons(entries))
        .containsExactly(
            "its name leads out of the archive",
            "its name leads out of the archive",
            "its name is in the archive twice",
            "it is a link");
    assertThat(entries).hasSize(6);
  }

  @Test
  void anEntryThatUnpacksToMoreThanItDeclaresIsRefused() throws Exception {
    byte[] zip = Archives.zip(Map.of("a/1.jpg", Entries.picture(1, 5000)), true);
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int line = bytes.getInt(zip.length - 6);
    bytes.putInt(line + 24, 100);
    assertThat(reasons(read(write("set.zip", zip))))
        .singleElement()
        .asString()
        .contains("more than the 100 bytes");
  }

  @Test
  void aBombIsRefusedBeforeItIsUnpacked() throws Exception {
    byte[] zeros = new byte[50 << 20];
    byte[] zip = Archives.zip(Map.of("a/1.jpg", zeros, "a/2.jpg", zeros), true);
    assertThat(reasons(read(write("set.zip", zip))))
        .containsOnly("it is no JPEG, PNG, WebP or BMP picture");
    zeros[0] = (byte) 0xff;
    zeros[1] = (byte) 0xd8;
    zeros[2] = (byte) 0xff;
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 3; i++) {
      many.put("a/" + i + ".jpg", zeros);
    }
    Path bomb = write("bomb.tar.gz", Archives.gzip(Archives.tar(many)));
    assertThatThrownBy(() -> read(bomb)).hasMessageContaining("a hundred times");
    Path second = write("bomb.zip", Archives.zip(many, true));
    assertThatThrownBy(() -> read(second)).hasMessageContaining("a hundred times");
  }

  @Test
  void entriesThatShareTheirBytesAreRefused() throws Exception {
    byte[] zip = Archives.zip(Archives.folders(1, 2), false);
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int line = bytes.getInt(zip.length - 6);
    bytes.putInt(line + 20, zip.length);
    assertThatThrownBy(() -> read(write("set.zip", zip)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("overlap");
  }

  @Test
  void aDamagedEntryCostsOnlyItself() throws Exception {
    byte[] zip = Archives.zip(Archives.folders(2, 2), false);
    zip[60] ^= 1; // in the first picture
    List<SourceEntry> entries = read(write("set.zip", zip));
    assertThat(entries).hasSize(4);
    assertThat(reasons(entries)).containsExactly("it is damaged: its checksum does not match");
  }

  @ParameterizedTest
  @ValueSource(strings = {"set.tar", "set.tar.gz"})
  void aTarThatIsCutOffIsAnErrorAfterWhatCouldBeRead(String name) throws Exception {
    byte[] whole = archive(name, Archives.folders(5, 4));
    Path cut = write(name, Arrays.copyOf(whole, whole.length / 2));
    try (DatasetReader reader = new DatasetFormats().open("archive", cut, ReadOptions.usual())) {
      assertThat(reader.next()).isInstanceOf(FaceEntry.class);
      assertThatThrownBy(() -> Entries.all(reader))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("cut off");
    }
  }

  @Test
  void aZipThatIsCutOffIsRefused() throws Exception {
    byte[] whole = Archives.zip(Archives.folders(5, 4), true);
    Path cut = write("set.zip", Arrays.copyOf(whole, whole.length - 30));
    assertThatThrownBy(() -> read(cut))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("set.zip")
        .hasMessageContaining("cut off");
  }
}
