package org.facewright.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/**
 * Brings a database's tables up to date. One of an earlier version is copied aside first ({@code
 * backups/before-update-N.zip}, never cleared away) and put back if the update fails.
 *
 * @param file the path without {@code .mv.db}
 */
record DatabaseUpdate(JdbcDataSource source, Path file) {
  /** The tables could not be brought up to date; the file is as it was. */
  static final class FailedException extends SQLException {
    private static final long serialVersionUID = 1L;

    FailedException(String version, String what, Throwable cause) {
      super("its database, of version " + version + ", " + what, cause);
    }
  }

  /** The tables are of another version than this program's, and may not be touched. */
  static final class OtherVersionException extends SQLException {
    private static final long serialVersionUID = 1L;

    OtherVersionException(@Nullable String version) {
      super(
          "is of another version of Facewright (its tables are of version "
              + (version == null ? "none" : version)
              + ", this one reads "
              + Database.NEWEST
              + "), and viewing changes nothing; copy its folder to a place of your own and open"
              + " the copy, or have somebody who may write to it open it once");
    }
  }

  /**
   * A connection to tables of this version, the only one.
   *
   * @param viewing nothing is changed: tables of another version are refused
   */
  Connection connect(boolean viewing) throws SQLException {
    Connection connection = source.getConnection();
    try {
      String version = version(connection);
      if (Database.NEWEST.equals(version)) {
        return connection;
      }
      if (viewing) {
        throw new OtherVersionException(version);
      }
      if (version == null) {
        migrate();
        return connection;
      }
      connection.close(); // The file is at rest: it can be copied as it is.
      update(version);
      return source.getConnection();
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private void update(String version) throws SQLException {
    Path copy = aside(version);
    try {
      migrate();
    } catch (SQLException e) {
      putBack(copy);
      throw new FailedException(version, "cannot be brought up to date", e);
    }
  }

  private void migrate() throws SQLException {
    try {
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:org/facewright/project/migrations")
          .loggers("slf4j")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new SQLException(e.getMessage(), e);
    }
  }

  /** Flyway takes a second to find that there is nothing to do; its own table says it at once. */
  private static @Nullable String version(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select \"version\" from \"flyway_schema_history\" where \"success\""
                    + " order by \"installed_rank\" desc limit 1")) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      // A new database has no such table yet.
      return null;
    }
  }

  private Path aside(String version) throws SQLException {
    Path folder = file.toAbsolutePath().resolveSibling("backups");
    Path copy = folder.resolve("before-update-" + version + ".zip");
    try {
      Files.createDirectories(folder);
      Backups.pack(databaseFile(), copy);
      return copy;
    } catch (IOException e) {
      throw new FailedException(
          version, "cannot be copied before it is brought up to date: " + e, e);
    }
  }

  private void putBack(Path copy) throws SQLException {
    try {
      Files.deleteIfExists(databaseFile());
      Backups.restore(copy, databaseFile());
    } catch (IOException e) {
      throw new SQLException("its database is whole in " + copy + ", but not in place: " + e, e);
    }
  }

  private Path databaseFile() {
    return file.toAbsolutePath().resolveSibling(file.getFileName() + ".mv.db");
  }
}
