package org.facewright.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
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

    FailedException(String version, Throwable cause) {
      super("its database, of version " + version + ", cannot be brought up to date", cause);
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

  /** Throws unless the tables are of this version. */
  void require(Connection connection) throws SQLException {
    String version = version(connection);
    if (!Database.NEWEST.equals(version)) {
      throw new OtherVersionException(version);
    }
  }

  /**
   * Does nothing to tables that are of this version.
   *
   * @param connection the only one; closed when this fails
   */
  void run(Connection connection) throws SQLException {
    String version = version(connection);
    if (Database.NEWEST.equals(version)) {
      return;
    }
    Path copy = version == null ? null : aside(connection, version);
    try {
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:org/facewright/project/migrations")
          .loggers("slf4j")
          .load()
          .migrate();
    } catch (FlywayException e) {
      connection.close();
      if (copy == null) {
        throw new SQLException(e.getMessage(), e);
      }
      putBack(copy);
      throw new FailedException(String.valueOf(version), e);
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

  private Path aside(Connection connection, String version) throws SQLException {
    Path folder = file.toAbsolutePath().resolveSibling("backups");
    Path copy = folder.resolve("before-update-" + version + ".zip");
    try (PreparedStatement backup = connection.prepareStatement("backup to ?")) {
      Files.createDirectories(folder);
      backup.setString(1, copy.toString());
      backup.execute();
      return copy;
    } catch (IOException e) {
      throw new SQLException("its database cannot be copied before the update: " + e, e);
    }
  }

  private void putBack(Path copy) throws SQLException {
    Path database = file.toAbsolutePath().resolveSibling(file.getFileName() + ".mv.db");
    try {
      Files.deleteIfExists(database);
      Backups.restore(copy, database);
    } catch (IOException e) {
      throw new SQLException("its database is whole in " + copy + ", but not in place: " + e, e);
    }
  }
}
