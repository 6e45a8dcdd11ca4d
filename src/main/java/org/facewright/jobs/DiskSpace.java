package org.facewright.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Watches what is left of the disk that a folder lies on: a full disk loses no decision, but it
 * stops everything that writes in the middle. Thread-safe.
 */
public final class DiskSpace {
  /** Below this people are told. */
  public static final long LITTLE = 2_000_000_000L;

  /** Below this jobs wait. */
  public static final long TOO_LITTLE = 500_000_000L;

  private final Path folder;
  private final Gauge gauge;

  /** Answers the bytes that may still be written. */
  @FunctionalInterface
  public interface Gauge {
    long free() throws IOException;
  }

  public DiskSpace(Path folder) {
    this(folder, () -> Files.getFileStore(folder).getUsableSpace());
  }

  DiskSpace(Path folder, Gauge gauge) {
    this.folder = folder;
    this.gauge = gauge;
  }

  /** A sentence for people when there is little left. */
  public Optional<String> warning() {
    return below(LITTLE)
        .map(
            free ->
                "Only %s are free where %s lies. Jobs pause when less than %s are left."
                    .formatted(free, folder.getFileName(), text(TOO_LITTLE)));
  }

  /** Why a job must not go on now, if so. */
  public Optional<String> obstacle() {
    return below(TOO_LITTLE)
        .map(
            free ->
                "only %s are free where %s lies; make room, then resume"
                    .formatted(free, folder.getFileName()));
  }

  /** A disk that cannot be asked is no reason to stop: the writing itself will tell. */
  private Optional<String> below(long bytes) {
    try {
      long free = gauge.free();
      return free < bytes ? Optional.of(text(free)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String text(long bytes) {
    return bytes < 1_000_000_000L
        ? "%,d MB".formatted(bytes / 1_000_000)
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
