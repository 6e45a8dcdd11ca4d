package org.facewright.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.facewright.exchange.folders.FolderReader;
import org.facewright.exchange.lmdb.LmdbReader;

/** Tells formats apart by their first bytes, and folders by what they hold. */
final class FormatDetection {
  private static final int HEAD = 512;
  private static final byte[] ZIP = HexFormat.of().parseHex("504b0304");
  private static final byte[] GZIP = HexFormat.of().parseHex("1f8b");
  private static final byte[] XZ = HexFormat.of().parseHex("fd377a585a00");
  private static final byte[] RECORD = HexFormat.of().parseHex("0a23d7ce");
  private static final byte[] LMDB = HexFormat.of().parseHex("dec0efbe");
  private static final byte[] TAR = "ustar".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  Optional<String> detect(Path source) {
    try {
      return Files.isDirectory(source) ? folder(source) : file(source);
    } catch (IOException | DatasetException unreadable) {
      return Optional.empty();
    }
  }

  boolean zip(Path file) throws DatasetException {
    try {
      return starts(head(file), 0, ZIP)
          || starts(head(file), 0, HexFormat.of().parseHex("504b0506"));
    } catch (IOException unreadable) {
      throw new DatasetException(
          file.toString(), -1, "it cannot be read", "check that you may read it", unreadable);
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    }
  }

  private static boolean starts(byte[] head, int at, byte[] magic) {
    return head.length >= at + magic.length
        && Arrays.equals(head, at, at + magic.length, magic, 0, magic.length);
  }

  private static Optional<String> file(Path file) throws IOException, DatasetException {
    byte[] head = head(file);
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (starts(head, 16, LMDB)) {
      return Optional.of(LmdbReader.formatOf(file));
    }
    if (starts(head, 0, RECORD)) {
      return Optional.of("recordio");
    }
    if (starts(head, 0, ZIP)
        || starts(head, 0, GZIP)
        || starts(head, 257, TAR)
        || name.endsWith(".tar")) {
      return Optional.of("archive");
    }
    boolean pickle = head.length > 0 && head[0] == (byte) 0x80;
    return starts(head, 0, XZ) || pickle || name.endsWith(".bin")
        ? Optional.of("insightface-bin")
        : Optional.empty();
  }

  private static Optional<String> folder(Path folder) throws IOException, DatasetException {
    if (Files.isRegularFile(folder.resolve("data.mdb"))) {
      return Optional.of(LmdbReader.formatOf(folder));
    }
    if (holds(folder, "*.rec")) {
      return Optional.of("recordio");
    }
    if (Files.isRegularFile(folder.resolve("issame.txt")) && holds(folder, "*.npy")) {
      return Optional.of("insightface-bin");
    }
    return FolderReader.formatOf(folder);
  }

  private static boolean holds(Path folder, String pattern) throws IOException {
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
      return stream.iterator().hasNext();
    }
  }
}
