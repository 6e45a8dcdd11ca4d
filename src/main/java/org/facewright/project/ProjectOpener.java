package org.facewright.project;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.facewright.project.ProjectException.Reason;
import org.jspecify.annotations.Nullable;

/** Opens a project folder: lock, database or its copy, journal, in this order. */
final class ProjectOpener {
  static final String LOCK = "project.lock";
  private static final int H2_IN_USE = 90020;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Clock clock;
  private final Path databaseFile;
  private final Backups backups;

  ProjectOpener(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    this.databaseFile = folder.resolve("project.mv.db");
    this.backups = new Backups(folder.resolve("backups"), clock);
  }

  /** What an open project stands on. */
  record Parts(
      @Nullable FileChannel lock,
      Database database,
      Journal journal,
      Backups backups,
      boolean backupDue,
      @Nullable Recovery recovery,
      @Nullable Viewing viewing) {}

  /**
   * Opens everything; makes no copy of the database yet, {@link Parts#backupDue} says whether one
   * is due.
   *
   * @param fresh the folder was just made: there is no database yet
   */
  Parts open(boolean fresh) throws ProjectException {
    FileChannel lock = lock();
    try {
      boolean covered = !fresh && Files.exists(databaseFile) && backups.covers(databaseFile);
      Opened opened = fresh ? new Opened(database(), null, null) : openOrRestore();
      try {
        return withJournal(lock, opened, !covered && !fresh);
      } catch (IOException | ProjectException | RuntimeException e) {
        opened.database().close();
        throw e;
      }
    } catch (IOException | SQLException | RuntimeException e) {
      release(lock);
      throw new ProjectException(Reason.UNREADABLE, folder, sentence(e), e);
    } catch (ProjectException e) {
      release(lock);
      throw e;
    }
  }

  private static String sentence(Exception e) {
    return "cannot be opened: " + (e.getMessage() == null ? e.toString() : e.getMessage());
  }

  private FileChannel lock() throws ProjectException {
    Path file = folder.resolve(LOCK);
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return channel;
        }
      } catch (OverlappingFileLockException e) {
        channel.close();
        throw inUse(folder);
      }
      channel.close();
    } catch (IOException e) {
      throw new ProjectException(
          Reason.NOT_WRITABLE, folder, "cannot be written to: " + e.getMessage(), e);
    }
    throw inUse(folder);
  }

  static ProjectException inUse(Path folder) {
    return new ProjectException(
        Reason.IN_USE,
        folder,
        "is open in another Facewright; close that one first. Several may look at a project at the"
            + " same time, but only while nobody works on it");
  }

  static void release(@Nullable FileChannel lock) {
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      // The lock goes with the process at the latest.
      return;
    }
  }

  private record Opened(Database database, @Nullable Path damaged, @Nullable Path backup) {}

  private Database database() throws SQLException {
    return Database.open(folder.resolve("project"));
  }

  private Opened openOrRestore() throws ProjectException, IOException {
    if (!Files.exists(databaseFile)) {
      return restore(null, "its database " + databaseFile.getFileName() + " is missing");
    }
    try {
      return new Opened(database(), null, null);
    } catch (DatabaseUpdate.FailedException e) {
      throw new ProjectException(
          Reason.UNREADABLE,
          folder,
          e.getMessage() + "; it is as it was, and the version that made it still opens it",
          e);
    } catch (SQLException e) {
      if (e.getErrorCode() == H2_IN_USE) {
        throw inUse(folder);
      }
      Path damaged =
          databaseFile.resolveSibling("project.mv.db.damaged-" + STAMP.format(clock.instant()));
      Files.move(databaseFile, damaged);
      return restore(damaged, "its database cannot be read");
    }
  }

  private Opened restore(@Nullable Path damaged, String what) throws ProjectException, IOException {
    for (Path backup : backups.newestFirst()) {
      try {
        Backups.restore(backup, databaseFile);
        return new Opened(database(), damaged == null ? databaseFile : damaged, backup);
      } catch (IOException | SQLException e) {
        Files.deleteIfExists(databaseFile);
      }
    }
    if (damaged != null) {
      Files.move(damaged, databaseFile);
    }
    throw new ProjectException(
        Reason.UNREADABLE,
        folder,
        what
            + " and there is no usable copy in backups/; nothing was changed."
            + " Images, embeddings and decisions.jsonl are whole: import the sources into a new"
            + " project");
  }

  private Parts withJournal(FileChannel lock, Opened opened, boolean backupDue)
      throws IOException, ProjectException {
    Database database = opened.database();
    long applied = Decisions.lastApplied(database);
    List<DecisionRecord> missing = new ArrayList<>();
    Journal journal =
        new Journal(
            folder.resolve("decisions.jsonl"),
            decision -> {
              if (decision.seq() > applied) {
                missing.add(decision);
              }
            });
    if (journal.lastSeq() < applied) {
      journal.close();
      throw shortJournal(folder, journal.lastSeq(), applied);
    }
    int replayed = Decisions.replay(database, missing);
    Path damaged = opened.damaged();
    Path backup = opened.backup();
    Recovery recovery =
        damaged == null || backup == null ? null : new Recovery(damaged, backup, replayed);
    return new Parts(lock, database, journal, backups, backupDue, recovery, null);
  }

  static ProjectException shortJournal(Path folder, long last, long applied) {
    return new ProjectException(
        Reason.UNREADABLE,
        folder,
        "decisions.jsonl ends at decision %d, but the database knows %d; bring the whole journal"
                .formatted(last, applied)
            + " back from a copy");
  }
}
