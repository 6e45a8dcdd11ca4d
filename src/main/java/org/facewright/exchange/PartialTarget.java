package org.facewright.exchange;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder in the making: all is written into {@code NAME.facewright-partial} beside the
 * target and moved when it is complete. What a killed export left is removed by the next; a lock
 * keeps two exports from sharing one target. One thread.
 */
public final class PartialTarget implements AutoCloseable {
  private static final String SUFFIX = ".facewright-partial";
  private static final String LIST = ".identities.csv";

  private final Path target;
  private final Path partial;
  private final boolean replace;
  private final FileChannel lockChannel;
  private boolean finished;

  private PartialTarget(Path target, Path partial, boolean replace, FileChannel lockChannel) {
    this.target = target;
    this.partial = partial;
    this.replace = replace;
    this.lockChannel = lockChannel;
  }

  /** Prepares an empty place for a new target. */
  public static PartialTarget open(Path path, boolean replace) throws DatasetException {
    Path target = path.toAbsolutePath().normalize();
    Path partial = target.resolveSibling(target.getFileName() + SUFFIX);
    try {
      Files.createDirectories(partial);
      FileChannel channel = lock(target, partial);
      boolean done = false;
      try {
        recover(target, partial);
        if (!replace && Files.exists(target)) {
          throw new DatasetException(
              target.toString(), -1, "it is there already", "choose another name, or replace it");
        }
        done = true;
        return new PartialTarget(target, partial, replace, channel);
      } finally {
        if (!done) {
          channel.close();
          FolderTree.delete(partial);
        }
      }
    } catch (IOException failed) {
      throw failure(target, "it cannot be written here", failed);
    }
  }

  private static FileChannel lock(Path target, Path partial) throws IOException, DatasetException {
    FileChannel channel =
        FileChannel.open(
            partial.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException mine) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new DatasetException(
          target.toString(), -1, "another export is writing it", "wait for that, or cancel it");
    }
    return channel;
  }

  /** Undoes what a killed export left: above all a target that was moved aside and not replaced. */
  private static void recover(Path target, Path partial) throws IOException {
    Path replaced = partial.resolve("replaced");
    if (Files.exists(replaced) && !Files.exists(target)) {
      Files.move(replaced, target, StandardCopyOption.ATOMIC_MOVE);
    }
    FolderTree.delete(replaced);
    FolderTree.delete(partial.resolve("content"));
    FolderTree.delete(partial.resolve("scratch"));
    FolderTree.delete(partial.resolve("list"));
  }

  /** An error of this export, with the target's name. */
  public DatasetException failure(String reason, @Nullable IOException cause) {
    return failure(target, reason, cause);
  }

  private static DatasetException failure(Path target, String reason, @Nullable IOException cause) {
    String detail = cause == null ? reason : reason + " (" + cause.getMessage() + ")";
    String wayOut = "nothing was changed; see to it and export again";
    return cause == null
        ? new DatasetException(target.toString(), -1, detail, wayOut)
        : new DatasetException(target.toString(), -1, detail, wayOut, cause);
  }

  /** Where the target's content goes: a file or folder that the writer makes. */
  public Path content() {
    return partial.resolve("content");
  }

  /** A file for what the writer cannot keep in memory. */
  public Path scratch() {
    return partial.resolve("scratch");
  }

  /**
   * A list that comes to lie beside the target, as {@code NAME.identities.csv}, if it is written.
   */
  public Path list() {
    return partial.resolve("list");
  }

  /** Moves the complete content, and its list, to their places. */
  public void commit() throws DatasetException {
    try {
      if (Files.exists(target)) {
        if (!replace) {
          throw failure("it appeared while it was written", null);
        }
        Files.move(target, partial.resolve("replaced"), StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(content(), target, StandardCopyOption.ATOMIC_MOVE);
      if (Files.exists(list())) {
        Path beside = target.resolveSibling(target.getFileName() + LIST);
        Files.move(list(), beside, StandardCopyOption.ATOMIC_MOVE);
      }
      forceFolder(target.resolveSibling("."));
      finished = true;
    } catch (IOException failed) {
      throw failure("it is complete but cannot be moved to its place", failed);
    }
  }

  /** Makes a folder's names durable, where the system can. */
  public static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notOnThisSystem) {
      // Windows opens no folder; its file system writes names through
    }
  }

  public boolean finished() {
    return finished;
  }

  @Override
  public void close() {
    try {
      if (!finished) {
        recover(target, partial);
      }
      lockChannel.close();
      FolderTree.delete(partial);
    } catch (IOException leftOver) {
      // the next export to this target removes it
    }
  }
}
