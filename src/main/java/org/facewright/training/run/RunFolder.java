package org.facewright.training.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.facewright.training.TrainingException;
import org.jspecify.annotations.Nullable;

/** The files of one run: docs/training.md lists them. */
public record RunFolder(Path path) {
  public String name() {
    return path.toAbsolutePath().normalize().getFileName().toString();
  }

  public Path settings() {
    return path.resolve("settings.json");
  }

  /** What was trained on. */
  public Path data() {
    return path.resolve("data.json");
  }

  /** How far the run has come. */
  public Path status() {
    return path.resolve("status.json");
  }

  /** One JSON object a line and step. */
  public Path steps() {
    return path.resolve("steps.jsonl");
  }

  /** One JSON object a line and epoch. */
  public Path epochs() {
    return path.resolve("epochs.jsonl");
  }

  public Path checkpoints() {
    return path.resolve("checkpoints");
  }

  /** Whoever puts this file there asks the run to end with the epoch at hand. */
  public Path stopAfterEpoch() {
    return path.resolve("stop-after-epoch");
  }

  /** The network alone, under its published names. */
  public Path weights() {
    return path.resolve("weights.safetensors");
  }

  /** Whether a run was begun here. */
  public boolean begun() {
    return Files.exists(settings());
  }

  /** Held while a process trains here; the system releases it whatever becomes of the process. */
  public record Lock(FileChannel channel) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** Takes the run for this process. */
  Lock lock() throws TrainingException {
    try {
      Files.createDirectories(path);
      Lock lock = tryLock();
      if (lock == null) {
        throw new TrainingException("Another process trains " + name() + " already.", null);
      }
      return lock;
    } catch (IOException e) {
      throw new TrainingException(
          "The run's folder " + path + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** Whether a process trains here now. */
  boolean locked() throws IOException {
    if (!Files.exists(lockFile())) {
      return false;
    }
    try (Lock lock = tryLock()) {
      return lock == null;
    }
  }

  private Path lockFile() {
    return path.resolve("lock");
  }

  private @Nullable Lock tryLock() throws IOException {
    FileChannel channel =
        FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock held = channel.tryLock();
      if (held != null) {
        return new Lock(channel);
      }
    } catch (OverlappingFileLockException mine) {
      // Held within this process: the same as held by another.
    }
    channel.close();
    return null;
  }
}
