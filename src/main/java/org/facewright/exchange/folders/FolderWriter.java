package org.facewright.exchange.folders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.DatasetWriter;
import org.facewright.exchange.EntryPath;
import org.facewright.exchange.FaceEntry;
import org.facewright.exchange.IdentityLabels;
import org.facewright.exchange.ImageKind;
import org.facewright.exchange.PartialTarget;
import org.facewright.network.zip.EntryNames;

/** Writes a folder of pictures for each identity; an identity's path becomes nested folders. */
public final class FolderWriter implements DatasetWriter {
  private static final int MOST_UNFORCED = 256;

  private final PartialTarget target;
  private final IdentityLabels labels = new IdentityLabels();
  private final List<Path> unforced = new ArrayList<>();

  /**
   * @param target closed with this writer
   */
  public FolderWriter(PartialTarget target) throws DatasetException {
    this.target = target;
    try {
      Files.createDirectory(target.content());
    } catch (IOException failed) {
      target.close();
      throw target.failure("its folder cannot be made", failed);
    }
  }

  @Override
  public void add(FaceEntry face) throws DatasetException {
    byte[] image = IdentityLabels.picture(face, target);
    labels.label(face, target);
    check(face);
    try {
      Path folder = target.content().resolve(face.identity());
      Files.createDirectories(folder);
      write(folder, fileName(face, image), image);
      if (unforced.size() >= MOST_UNFORCED) {
        force();
      }
    } catch (IOException failed) {
      throw target.failure(face.identity() + "/" + face.name() + " cannot be written", failed);
    }
  }

  private void check(FaceEntry face) throws DatasetException {
    String path = face.identity() + "/" + face.name();
    boolean plain = EntryNames.safe(path) && EntryPath.of(path).path().equals(path);
    if (!plain || face.name().contains("/") || EntryPath.of(path).hidden()) {
      throw target.failure("'" + path + "' is no usable path for a picture", null);
    }
  }

  private static String fileName(FaceEntry face, byte[] image) {
    return switch (EntryPath.sort(face.name())) {
      case IMAGE, UNKNOWN -> face.name();
      case FEATURE, OTHER ->
          face.name() + "." + ImageKind.of(image).map(ImageKind::extension).orElse("jpg");
    };
  }

  /** A name that is taken (also in another case, where the file system says so) gets a number. */
  private void write(Path folder, String name, byte[] image) throws IOException {
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    String ending = dot < 0 ? "" : name.substring(dot);
    for (int number = 1; ; number++) {
      Path file = folder.resolve(number == 1 ? name : stem + "-" + number + ending);
      try {
        Files.write(file, image, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        unforced.add(file);
        return;
      } catch (FileAlreadyExistsException taken) {
        // the next number
      }
    }
  }

  /** Many at once: the file system then commits its journal once for several files. */
  private void force() throws IOException {
    try {
      unforced.parallelStream().forEach(FolderWriter::force);
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    unforced.clear();
  }

  private static void force(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(false);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void finish() throws DatasetException {
    try {
      force();
    } catch (IOException failed) {
      throw target.failure("its files cannot be forced to disk", failed);
    }
    target.commit();
  }

  @Override
  public void close() {
    target.close();
  }
}
