package org.facewright.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects of earlier versions, opened by this one. */
class DatabaseUpdateTest {
  @TempDir private Path temp;

  private Path unpacked(String fixture) throws IOException {
    Path folder = temp.resolve(fixture);
    try (InputStream file =
            Objects.requireNonNull(getClass().getResourceAsStream(fixture + ".zip"), fixture);
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        assertThat(target).startsWithRaw(folder);
        Files.createDirectories(target.getParent());
        if (!entry.isDirectory()) {
          Files.copy(zip, target);
        }
      }
    }
    return folder;
  }

  @Test
  void aProjectOfTheFirstReleaseOpensWithAllItHeld() throws Exception {
    try (Project project = Project.open(unpacked("project-0.1"), "test")) {
      assertThat(project.identities().count()).isEqualTo(2);
      assertThat(project.images().count()).isEqualTo(2L * DrawnImages.IMAGES);
      assertThat(project.recovery()).isEmpty();
      Decision last = project.decisions().last().orElseThrow();
      assertThat(last.person()).isEqualTo("ada");
      assertThat(project.decisions().images(last.seq())).hasSize(1);
      FaceImage decided =
          project.images().find(project.decisions().images(last.seq()).getFirst()).orElseThrow();
      assertThat(decided.state()).isEqualTo(ImageState.REJECTED);
      assertThat(project.face(decided)).isNotEmpty();
      assertThat(project.decisions().canUndo()).isTrue();
    }
  }

  /** An empty project whose tables are of an earlier version. */
  private Path withTablesOf(String version) throws Exception {
    Path folder = temp.resolve("old");
    Project.create(folder, "test").close();
    Files.delete(folder.resolve("project.mv.db"));
    Flyway.configure()
        .dataSource(url(folder), "", "")
        .locations("classpath:org/facewright/project/migrations")
        .loggers("slf4j")
        .target(version)
        .load()
        .migrate();
    return folder;
  }

  private static String url(Path folder) {
    return "jdbc:h2:file:" + folder.resolve("project").toAbsolutePath();
  }

  private static String version(Path folder) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(folder));
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select max(cast(\"version\" as int)) from \"flyway_schema_history\"")) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void olderTablesAreCopiedAsideAndBroughtUpToDate() throws Exception {
    Path folder = withTablesOf("3");
    try (Project project = Project.open(folder, "test")) {
      assertThat(project.trainings().all()).isEmpty();
    }
    assertThat(version(folder)).isEqualTo(Database.NEWEST);
    assertThat(folder.resolve("backups/before-update-3.zip")).isNotEmptyFile();
  }

  @Test
  void withoutRoomForACopyNothingIsUpdated() throws Exception {
    Path folder = withTablesOf("3");
    Files.deleteIfExists(folder.resolve("backups"));
    Files.writeString(folder.resolve("backups"), "no folder");
    assertThatThrownBy(() -> Project.open(folder, "test"))
        .isInstanceOf(ProjectException.class)
        .hasMessageContainingAll("version 3", "cannot be copied", "as it was");
    Files.delete(folder.resolve("backups"));
    assertThat(version(folder)).isEqualTo("3");
    Project.open(folder, "test").close();
    assertThat(version(folder)).isEqualTo(Database.NEWEST);
  }

  @Test
  void theCopyIsTheDatabaseOfTheOlderVersion() throws Exception {
    Path folder = withTablesOf("3");
    Project.open(folder, "test").close();
    Path copied = Files.createDirectory(temp.resolve("copied"));
    Backups.restore(folder.resolve("backups/before-update-3.zip"), copied.resolve("project.mv.db"));
    assertThat(version(copied)).isEqualTo("3");
    assertThat(folder.resolve("backups/before-update-3.zip.new")).doesNotExist();
  }

  @Test
  void anUpdateThatFailsLeavesTheDatabaseAsItWas() throws Exception {
    Path folder = withTablesOf("3");
    try (Connection connection = DriverManager.getConnection(url(folder));
        Statement statement = connection.createStatement()) {
      statement.execute("create table training_run (mine int)");
      statement.execute("insert into training_run values (7)");
    }
    assertThatThrownBy(() -> Project.open(folder, "test"))
        .isInstanceOfSatisfying(
            ProjectException.class,
            e -> assertThat(e.reason()).isEqualTo(ProjectException.Reason.UNREADABLE))
        .hasMessageContainingAll("version 3", "cannot be brought up to date", "as it was");
    assertThat(version(folder)).isEqualTo("3");
    try (Connection connection = DriverManager.getConnection(url(folder));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select mine from training_run")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(7);
    }
  }
}
