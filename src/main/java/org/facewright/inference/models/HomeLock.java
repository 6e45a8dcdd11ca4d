package org.facewright.inference.models;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import org.facewright.inference.models.InstallException.Reason;
import org.jspecify.annotations.Nullable;

/** One installer at a time in a model folder, over threads and processes. */
final class HomeLock implements AutoCloseable {
  private static final long PAUSE = 100_000_000;

  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits until nobody else installs here. */
  static HomeLock take(Path folder, InstallProgress progress) throws InstallException, IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      while (tryLock(channel) == null) {
        progress.at(0, 1, "waiting for another install");
        if (progress.cancelled()) {
          throw new InstallException(Reason.CANCELLED, "The install was stopped.");
        }
        LockSupport.parkNanos(PAUSE);
      }
      taken = true;
      return new HomeLock(channel);
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // Another thread of this process has it.
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
