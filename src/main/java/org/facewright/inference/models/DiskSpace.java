package org.facewright.inference.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.facewright.inference.models.InstallException.Reason;

/** Whether there is room, asked before and told after. */
final class DiskSpace {
  private DiskSpace() {}

  /** Asks for room before anything is fetched. */
  static void require(Path folder, long bytes) throws InstallException, IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < bytes) {
      throw new InstallException(
          Reason.DISK_FULL,
          "%s has %,d MB free and the install needs %,d MB: make room or choose another folder."
              .formatted(folder, free >> 20, (bytes >> 20) + 1));
    }
  }

  /** Whether a write failed for want of room. */
  static boolean isFull(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("no space left")
        || message.contains("not enough space")
        || message.contains("quota exceeded");
  }

  static InstallException full(Path where, IOException e) {
    return new InstallException(
        Reason.DISK_FULL, "The disk that holds " + where + " is full: make room and try again.", e);
  }
}
