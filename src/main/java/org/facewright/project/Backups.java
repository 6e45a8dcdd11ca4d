package org.facewright.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Rolling copies of the database, the newest ten. One thread at a time. */
final class Backups {
  private static final int KEEP = 10;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Clock clock;

  Backups(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** The copies, newest first. */
  List<Path> newestFirst() throws IOException {
    return named("project-[0-9-]+\\.zip");
  }

  private List<Path> named(String pattern) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(pattern))
          .sorted(Comparator.comparing(Path::getFileName).reversed())
          .toList();
    }
  }

  /** Makes a copy now and drops the oldest ones, and what a killed program left half made. */
  void make(Database database) throws IOException, SQLException {
    Files.createDirectories(folder);
    for (Path half : named("project-[0-9-]+\\.zip\\.new")) {
      Files.deleteIfExists(half);
    }
    String name = "project-" + STAMP.format(clock.instant()) + ".zip";
    Path temporary = folder.resolve(name + ".new");
    try {
      database.backup(temporary);
      Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    for (Path old : newestFirst().stream().skip(KEEP).toList()) {
      Files.deleteIfExists(old);
    }
  }

  /** Whether the newest copy is younger than the database file. */
  boolean covers(Path databaseFile) throws IOException {
    List<Path> copies = newestFirst();
    return !copies.isEmpty()
        && Files.getLastModifiedTime(copies.getFirst())
                .compareTo(Files.getLastModifiedTime(databaseFile))
            >= 0;
  }

  /** Packs a database file that nobody has open, fast; the copy is there whole or not at all. */
  static void pack(Path databaseFile, Path copy) throws IOException {
    Path temporary = copy.resolveSibling(copy.getFileName() + ".new");
    try {
      try (OutputStream out = Files.newOutputStream(temporary);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.setLevel(Deflater.BEST_SPEED);
        zip.putNextEntry(new ZipEntry(databaseFile.getFileName().toString()));
        Files.copy(databaseFile, zip);
        zip.closeEntry();
      }
      Files.move(temporary, copy, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Unpacks a copy as the database file, which must not exist. */
  static void restore(Path backup, Path databaseFile) throws IOException {
    try (InputStream file = Files.newInputStream(backup);
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(databaseFile.getFileName().toString())) {
          Files.copy(zip, databaseFile);
          return;
        }
      }
    }
    throw new NoSuchFileException(backup + " holds no database");
  }
}
