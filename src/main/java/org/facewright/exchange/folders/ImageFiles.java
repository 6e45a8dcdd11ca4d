package org.facewright.exchange.folders;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facewright.exchange.EntryPath;
import org.facewright.exchange.FaceEntry;
import org.facewright.exchange.ImageKind;
import org.facewright.exchange.SourceEntry;
import org.facewright.exchange.UnreadableEntry;

/** Picture files: candidates by their extension, or by their first bytes where they have none. */
record ImageFiles(long maxImageBytes) implements FolderReader.Content {
  @Override
  public String format() {
    return "folders";
  }

  @Override
  public boolean wanted(Path file, String name) {
    return switch (EntryPath.sort(name)) {
      case IMAGE -> true;
      case UNKNOWN -> startsLikeImage(file);
      case FEATURE, OTHER -> false;
    };
  }

  private static boolean startsLikeImage(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return ImageKind.of(in.readNBytes(ImageKind.HEAD)).isPresent();
    } catch (IOException unreadable) {
      return true; // then reading it will say so: it may have been a picture
    }
  }

  @Override
  public SourceEntry load(long position, Path file, EntryPath entry, String rootName)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      return new UnreadableEntry(position, entry.path(), -1, "it is no file (a broken link?)");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes((int) maxImageBytes + 1);
    }
    String trouble =
        bytes.length > maxImageBytes
            ? "it is larger than " + maxImageBytes + " bytes"
            : ImageKind.trouble(bytes);
    if (trouble != null) {
      return new UnreadableEntry(position, entry.path(), 0, trouble);
    }
    return new FaceEntry(
        position, entry.path(), entry.identity(rootName), entry.name(), bytes, null);
  }
}
