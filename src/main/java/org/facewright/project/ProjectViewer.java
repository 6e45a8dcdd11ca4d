package org.facewright.project;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import org.facewright.project.ProjectException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Opens a project folder for looking on: writes nothing there, not even a lock file, repairs
 * nothing and brings nothing up to date. Several may look on at once, but not while somebody works.
 */
final class ProjectViewer {
  private static final int H2_IN_USE = 90020;

  private final Path folder;
  private final Clock clock;

  ProjectViewer(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  ProjectOpener.Parts open() throws ProjectException {
    FileChannel lock = lock();
    try {
      return open(lock);
    } catch (ProjectException e) {
      ProjectOpener.release(lock);
      throw e;
    } catch (IOException | RuntimeException e) {
      ProjectOpener.release(lock);
      throw unreadable(e);
    }
  }

  private ProjectOpener.Parts open(@Nullable FileChannel lock)
      throws ProjectException, IOException {
    Database database = database();
    try {
      long applied = Decisions.lastApplied(database);
      Journal journal = Journal.view(folder.resolve("decisions.jsonl"));
      if (journal.lastSeq() < applied) {
        throw ProjectOpener.shortJournal(folder, journal.lastSeq(), applied);
      }
      Viewing viewing =
          new Viewing(Project.mayWrite(folder), Math.toIntExact(journal.lastSeq() - applied));
      Backups backups = new Backups(folder.resolve("backups"), clock);
      return new ProjectOpener.Parts(lock, database, journal, backups, false, null, viewing);
    } catch (IOException | ProjectException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Shared with others who look on; a copy of a project may lack the file, and then H2's holds. */
  private @Nullable FileChannel lock() throws ProjectException {
    try {
      FileChannel channel =
          FileChannel.open(folder.resolve(ProjectOpener.LOCK), StandardOpenOption.READ);
      try {
        if (channel.tryLock(0, Long.MAX_VALUE, true) != null) {
          return channel;
        }
      } catch (OverlappingFileLockException e) {
        channel.close();
        throw ProjectOpener.inUse(folder);
      }
      channel.close();
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw unreadable(e);
    }
    throw ProjectOpener.inUse(folder);
  }

  private Database database() throws ProjectException {
    if (!Files.exists(folder.resolve("project.mv.db"))) {
      throw new ProjectException(
          Reason.UNREADABLE,
          folder,
          "has no database; who may write to it can open it, which brings the newest copy back");
    }
    try {
      return Database.view(folder.resolve("project"));
    } catch (DatabaseUpdate.OtherVersionException e) {
      throw new ProjectException(Reason.UNREADABLE, folder, String.valueOf(e.getMessage()), e);
    } catch (SQLException e) {
      if (e.getErrorCode() == H2_IN_USE) {
        throw ProjectOpener.inUse(folder);
      }
      throw new ProjectException(
          Reason.UNREADABLE,
          folder,
          "has a database that cannot be read; who may write to it can open it, which puts the"
              + " newest sound copy in its place",
          e);
    }
  }

  private ProjectException unreadable(Exception e) {
    String why = e.getMessage() == null ? e.toString() : e.getMessage();
    return new ProjectException(
        Reason.UNREADABLE, folder, "cannot be opened for viewing: " + why, e);
  }
}
