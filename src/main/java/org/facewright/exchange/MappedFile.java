package org.facewright.exchange;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file mapped read-only. Its bytes are gone once it is closed. Thread-safe. */
public final class MappedFile implements AutoCloseable {
  private final Path path;
  private final Arena arena;
  private final MemorySegment bytes;

  private MappedFile(Path path, Arena arena, MemorySegment bytes) {
    this.path = path;
    this.arena = arena;
    this.bytes = bytes;
  }

  /** Maps a file that is not empty. */
  @SuppressWarnings("MustBeClosedChecker") // the arena lives as long as the file is open
  public static MappedFile open(Path path) throws DatasetException {
    if (!Files.isRegularFile(path)) {
      throw new DatasetException(
          path.toString(), -1, "there is no such file", "check the path and try again");
    }
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      if (channel.size() == 0) {
        throw new DatasetException(
            path.toString(), 0, "the file is empty", "copy or download it again");
      }
      MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      return new MappedFile(path, arena, bytes);
    } catch (IOException unreadable) {
      arena.close();
      throw new DatasetException(
          path.toString(),
          -1,
          "it cannot be read (" + unreadable.getMessage() + ")",
          "check that you may read it",
          unreadable);
    } catch (DatasetException empty) {
      arena.close();
      throw empty;
    }
  }

  public Path path() {
    return path;
  }

  /** The file's own name. */
  public String name() {
    return String.valueOf(path.getFileName());
  }

  public MemorySegment bytes() {
    return bytes;
  }

  /** A whole-source error at an offset of this file. */
  public DatasetException damage(long offset, String reason) {
    return new DatasetException(
        path.toString(), offset, reason, "copy or download it again, or check its format");
  }

  @Override
  public void close() {
    arena.close();
  }
}
