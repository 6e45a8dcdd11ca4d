package org.facewright.project;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.facewright.jobs.SerialThread;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The project's H2 database: one connection, used on one thread that nobody can interrupt (an
 * interrupt inside H2 breaks every open connection), and a second one like it for what takes long.
 * Thread-safe.
 */
final class Database implements AutoCloseable {
  /** The version of the last migration; a test compares it with the scripts. */
  static final String NEWEST = "8";

  private final SerialThread thread;
  private final Connection connection;
  private final Handle handle;
  private final JdbcDataSource source;
  private final Survey survey;
  private final boolean viewing;

  /**
   * Opens or creates the database file and brings its tables up to date.
   *
   * @param file the path without {@code .mv.db}
   * @throws SQLException if the file is not a sound H2 database; it is left as it is
   */
  static Database open(Path file) throws SQLException {
    return open(file, false, "");
  }

  /**
   * Opens a database file for reading only: nothing is written beside it either, and the file is
   * locked against writers, not against other readers.
   *
   * @throws DatabaseUpdate.OtherVersionException if its tables are of another version
   */
  static Database view(Path file) throws SQLException {
    return open(file, true, ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;TRACE_LEVEL_FILE=0");
  }

  private static Database open(Path file, boolean viewing, String more) throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    // The stop order is ours: H2 must not close the file from a shutdown hook under a running job.
    source.setUrl("jdbc:h2:file:" + file.toAbsolutePath() + ";DB_CLOSE_ON_EXIT=FALSE" + more);
    SerialThread thread = new SerialThread("database");
    try {
      return thread.call(() -> new Database(thread, source, file, viewing));
    } catch (java.util.concurrent.CompletionException e) {
      thread.close();
      if (e.getCause() instanceof SQLException sql) {
        throw sql;
      }
      throw e;
    } catch (RuntimeException e) {
      thread.close();
      throw e;
    }
  }

  /** Loads the classes that every project needs, on an empty database in memory. */
  static void warmUp() {
    JdbcDataSource memory = new JdbcDataSource();
    memory.setUrl("jdbc:h2:mem:");
    try (Survey survey = new Survey(memory)) {
      survey.ask(h -> h.createQuery("select max(1)").mapTo(Long.class).one());
    }
  }

  private Database(SerialThread thread, JdbcDataSource source, Path file, boolean viewing)
      throws SQLException {
    this.thread = thread;
    this.source = source;
    this.viewing = viewing;
    this.connection = new DatabaseUpdate(source, file).connect(viewing);
    try {
      this.handle = Jdbi.create(connection).open();
      this.survey = new Survey(source);
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Runs a query on the database thread and waits for it. */
  <T extends @Nullable Object> T read(HandleCallback<T, RuntimeException> query) {
    return thread.call(() -> query.withHandle(handle));
  }

  /**
   * Runs a query over whole tables beside the database thread, so that short questions need not
   * wait for it. It sees what has been committed.
   */
  <T extends @Nullable Object> T survey(HandleCallback<T, RuntimeException> query) {
    return survey.ask(query);
  }

  /** Runs statements as one transaction on the database thread. */
  <T extends @Nullable Object> T write(HandleCallback<T, RuntimeException> statements) {
    mayWrite();
    return thread.call(() -> handle.inTransaction(h -> statements.withHandle(h)));
  }

  /**
   * Like {@link #write}, and on the disk when it returns: H2 alone may lose half a second of
   * committed work at a kill.
   */
  <T extends @Nullable Object> T writeDurably(HandleCallback<T, RuntimeException> statements) {
    mayWrite();
    return thread.call(
        () -> {
          T result = handle.inTransaction(h -> statements.withHandle(h));
          handle.execute("checkpoint sync");
          return result;
        });
  }

  private void mayWrite() {
    if (viewing) {
      throw new ViewOnlyException();
    }
  }

  /** Everything committed so far is on the disk when this returns. */
  void sync() {
    mayWrite();
    thread.call(
        () -> {
          handle.execute("checkpoint sync");
          return true;
        });
  }

  /** A copy of the database as it is now, as a zip file; runs beside the database thread. */
  void backup(Path zip) throws SQLException {
    try (Connection own = source.getConnection();
        var statement = own.prepareStatement("backup to ?")) {
      statement.setString(1, zip.toAbsolutePath().toString());
      statement.execute();
    }
  }

  @Override
  public void close() {
    survey.close();
    thread.call(
        () -> {
          handle.close();
          connection.close();
          return true;
        });
    thread.close();
  }
}
