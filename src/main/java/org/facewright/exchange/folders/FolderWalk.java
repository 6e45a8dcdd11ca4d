package org.facewright.exchange.folders;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiPredicate;
import org.facewright.exchange.EntryPath;
import org.jspecify.annotations.Nullable;

/**
 * All files below a folder, in the order of their names: a folder's own files, then its folders.
 *
 * <p>Holds the names of one folder a level, never of the whole tree. Links are followed; one that
 * leads back above itself is reported. One thread.
 */
final class FolderWalk {
  private static final int DEEPEST = 64;

  /** A file, or a folder that cannot be listed (then {@code trouble} says why). */
  record Found(Path path, EntryPath entry, @Nullable String trouble) {}

  private record Level(
      Path folder, String relative, Iterator<String> files, Iterator<String> folders) {}

  private final BiPredicate<Path, String> wanted;
  private final Deque<Level> levels = new ArrayDeque<>();
  private @Nullable Found pending;
  private long ignored;

  /**
   * @param wanted whether a file is one of the dataset, from its path and name
   */
  FolderWalk(Path root, BiPredicate<Path, String> wanted) {
    this.wanted = wanted;
    enter(root, "");
  }

  long ignored() {
    return ignored;
  }

  /** The next file, or null after the last. */
  @Nullable Found next() {
    while (true) {
      if (pending != null) {
        Found trouble = pending;
        pending = null;
        return trouble;
      }
      Level level = levels.peek();
      if (level == null) {
        return null;
      }
      if (level.files().hasNext()) {
        String name = level.files().next();
        Path path = level.folder().resolve(name);
        if (wanted.test(path, name)) {
          return new Found(path, new EntryPath(level.relative(), name), null);
        }
        ignored++;
      } else if (level.folders().hasNext()) {
        String name = level.folders().next();
        enter(level.folder().resolve(name), EntryPath.join(level.relative(), name));
      } else {
        levels.pop();
      }
    }
  }

  private void enter(Path folder, String relative) {
    try {
      if (levels.size() >= DEEPEST) {
        throw new IOException("folders are nested more than " + DEEPEST + " deep");
      }
      if (!levels.isEmpty() && Files.isSymbolicLink(folder) && leadsBack(folder)) {
        throw new IOException("a link that leads back to a folder above it");
      }
      levels.push(list(folder, relative));
    } catch (IOException unreadable) {
      String reason = "the folder cannot be listed (" + unreadable.getMessage() + ")";
      pending = new Found(folder, EntryPath.of(relative), reason);
    }
  }

  private boolean leadsBack(Path link) throws IOException {
    Path real = link.toRealPath();
    for (Level level : levels) {
      if (level.folder().toRealPath().equals(real)) {
        return true;
      }
    }
    return false;
  }

  private Level list(Path folder, String relative) throws IOException {
    List<String> files = new ArrayList<>();
    List<String> folders = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path child : stream) {
        String name = String.valueOf(child.getFileName());
        if (EntryPath.hidden(name)) {
          ignored++;
        } else if (Files.isDirectory(child)) {
          folders.add(name);
        } else {
          files.add(name);
        }
      }
    } catch (DirectoryIteratorException broken) {
      throw broken.getCause();
    }
    Collections.sort(files);
    Collections.sort(folders);
    return new Level(folder, relative, files.iterator(), folders.iterator());
  }
}
