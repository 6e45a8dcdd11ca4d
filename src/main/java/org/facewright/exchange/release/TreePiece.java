package org.facewright.exchange.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.EntryPath;
import org.facewright.network.zip.EntryNames;
import org.facewright.project.release.ReleaseImage;

/**
 * A folder of pictures for each identity. A picture that an earlier, killed export wrote is left as
 * it is if its bytes are right.
 */
final class TreePiece implements PieceWriter {
  private static final int MOST_UNFORCED = 256;

  private final Path root;
  private final List<Path> unforced = new ArrayList<>();

  TreePiece(Path root) {
    this.root = root;
  }

  /** The path of a picture below its root. */
  static String path(ReleaseImage image) {
    return image.identity() + "/" + image.name();
  }

  @Override
  public void add(ReleaseImage image, int label, byte[] picture) throws DatasetException {
    String path = path(image);
    boolean plain = EntryNames.safe(path) && EntryPath.of(path).path().equals(path);
    if (!plain || image.name().contains("/") || EntryPath.of(path).hidden()) {
      throw new DatasetException(
          root.toString(),
          -1,
          "'" + path + "' is no usable path for a picture",
          "export hsface-lmdb, recordio or webdataset, which need no file names");
    }
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), picture)) {
        Files.write(file, picture);
      }
      unforced.add(file);
      if (unforced.size() >= MOST_UNFORCED) {
        force();
      }
    } catch (IOException e) {
      throw cannot(path, e);
    }
  }

  private DatasetException cannot(String path, IOException e) {
    return new DatasetException(
        root.resolve(path).toString(),
        -1,
        "it cannot be written (" + e.getMessage() + ")",
        "see to it and export again: it goes on where it was",
        e);
  }

  private void force() throws IOException {
    try {
      unforced.parallelStream().forEach(TreePiece::force);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    unforced.clear();
  }

  private static void force(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void finish() throws DatasetException {
    try {
      Files.createDirectories(root);
      force();
    } catch (IOException e) {
      throw cannot("", e);
    }
  }

  @Override
  public void close() {
    // Every picture is a file of its own: nothing is open between two.
  }
}
