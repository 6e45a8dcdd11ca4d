package org.facewright.exchange.folders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.DatasetReader;
import org.facewright.exchange.EntryPath;
import org.facewright.exchange.SourceEntry;
import org.facewright.exchange.UnreadableEntry;
import org.facewright.exchange.folders.FolderWalk.Found;
import org.jspecify.annotations.Nullable;

/** Walks identity folders; what a file holds is for the {@link Content} to say. */
public final class FolderReader implements DatasetReader {
  /** What is looked for in the folders, and how one file of it becomes an entry. */
  interface Content {
    String format();

    boolean wanted(Path file, String name);

    SourceEntry load(long position, Path file, EntryPath entry, String rootName) throws IOException;
  }

  private final Path root;
  private final Content content;
  private final FolderWalk walk;
  private long position;
  private long size = -1;

  FolderReader(Path root, Content content) throws DatasetException {
    if (!Files.isDirectory(root) || !Files.isReadable(root)) {
      throw new DatasetException(
          root.toString(),
          -1,
          "there is no such folder, or it may not be read",
          "check the path and its permissions");
    }
    this.root = root;
    this.content = content;
    this.walk = new FolderWalk(root, content::wanted);
  }

  /** Folders of pictures, told by their content. */
  public static FolderReader images(Path root, long maxImageBytes) throws DatasetException {
    return new FolderReader(root, new ImageFiles(maxImageBytes));
  }

  /** Folders of .npy files, one feature vector each. */
  public static FolderReader features(Path root) throws DatasetException {
    return new FolderReader(root, new FeatureFiles());
  }

  /** "folders" or "features", by the first file that is one of them. */
  public static Optional<String> formatOf(Path root) {
    Content pictures = new ImageFiles(1);
    Content vectors = new FeatureFiles();
    FolderWalk walk =
        new FolderWalk(
            root, (file, name) -> pictures.wanted(file, name) || vectors.wanted(file, name));
    for (Found found = walk.next(); found != null; found = walk.next()) {
      if (found.trouble() == null) {
        boolean vector = vectors.wanted(found.path(), found.entry().name());
        return Optional.of(vector ? vectors.format() : pictures.format());
      }
    }
    return Optional.empty();
  }

  @Override
  public String format() {
    return content.format();
  }

  /** Walks all folders once, on the first call. */
  @Override
  public long size() {
    if (size < 0) {
      FolderWalk count = new FolderWalk(root, content::wanted);
      long found = 0;
      while (count.next() != null) {
        found++;
      }
      size = found;
    }
    return size;
  }

  @Override
  public long ignored() {
    return walk.ignored();
  }

  @Override
  public void skip(long entries) {
    for (long i = 0; i < entries && walk.next() != null; i++) {
      position++;
    }
  }

  @Override
  public @Nullable SourceEntry next() {
    Found found = walk.next();
    if (found == null) {
      return null;
    }
    long at = position++;
    String place = found.entry().path();
    if (found.trouble() != null) {
      return new UnreadableEntry(at, place, -1, found.trouble());
    }
    try {
      return content.load(at, found.path(), found.entry(), rootName());
    } catch (IOException unreadable) {
      return new UnreadableEntry(
          at, place, -1, "it cannot be read (" + unreadable.getMessage() + ")");
    }
  }

  private String rootName() {
    Path name = root.toAbsolutePath().normalize().getFileName();
    return name == null ? "root" : name.toString();
  }

  @Override
  public void close() {
    // no file stays open between two entries
  }
}
