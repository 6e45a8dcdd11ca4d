package org.facewright.inference.models;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.facewright.inference.models.InstallException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Takes single files out of a gzipped tar archive.
 *
 * <p>Bounded: only plain files of exactly the wanted path and size are written, under names that
 * the caller chose, and reading stops at a limit of unpacked bytes.
 */
final class PackageArchive {
  private static final long LARGEST = 8L << 30;

  private final Path archive;

  PackageArchive(Path archive) {
    this.archive = archive;
  }

  /**
   * A file to take out.
   *
   * @param size it must have, in bytes
   * @param target where it is written
   */
  record Wanted(long size, Path target) {}

  /** Writes all wanted files, keyed by their path in the archive. */
  void extract(Map<String, Wanted> wanted) throws InstallException {
    Map<String, Wanted> missing = new HashMap<>(wanted);
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new GzipCompressorInputStream(file))) {
      long unpacked = 0;
      for (TarArchiveEntry entry = tar.getNextEntry();
          entry != null && !missing.isEmpty();
          entry = tar.getNextEntry()) {
        unpacked += entry.getSize();
        if (unpacked > LARGEST) {
          throw mismatch("unpacks to more than " + LARGEST + " bytes", null);
        }
        Wanted found = missing.get(entry.getName());
        if (found != null && entry.isFile()) {
          missing.remove(entry.getName());
          write(tar, entry, found);
        }
      }
    } catch (IOException e) {
      if (DiskSpace.isFull(e)) {
        throw DiskSpace.full(archive, e);
      }
      throw mismatch("cannot be unpacked: " + e.getMessage(), e);
    }
    if (!missing.isEmpty()) {
      throw mismatch("does not hold " + missing.keySet(), null);
    }
  }

  private void write(InputStream content, TarArchiveEntry entry, Wanted wanted)
      throws IOException, InstallException {
    if (entry.getSize() != wanted.size()) {
      throw mismatch(
          "holds %s with %d bytes, not %d"
              .formatted(entry.getName(), entry.getSize(), wanted.size()),
          null);
    }
    try (OutputStream out = Files.newOutputStream(wanted.target())) {
      content.transferTo(out);
    }
  }

  private InstallException mismatch(String what, @Nullable Exception e) {
    return new InstallException(
        Reason.HASH_MISMATCH, "The fetched archive " + archive.getFileName() + " " + what + ".", e);
  }
}
