package org.facewright.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The counts beside each identity are what counting its images gives, whatever happened. */
class TalliesTest {
  private static final int IDENTITIES = 4;
  private static final int IMAGES = 6;
  @TempDir private Path temp;

  @Test
  void countsFollowImportVerdictsMovesAndUndo() throws Exception {
    try (Project project = Project.create(temp.resolve("P"), "test")) {
      Samples.importSet(project, IDENTITIES, IMAGES);
      check(project);
      SplittableRandom random = new SplittableRandom(4);
      for (int step = 0; step < 60; step++) {
        act(project, random);
        check(project);
      }
      assertThat(project.identities().find("somebody new")).isPresent();
    }
  }

  private static void act(Project project, SplittableRandom random) {
    long image = 1 + random.nextInt(IDENTITIES * IMAGES);
    ImageState state = ImageState.values()[random.nextInt(4)];
    switch (random.nextInt(6)) {
      case 0 -> project.decisions().undo("ann");
      case 1 -> project.decisions().redo("ann");
      case 2 -> {
        String to = random.nextInt(4) == 0 ? "somebody new" : "00000" + random.nextInt(IDENTITIES);
        decide(project, DecisionKind.MOVE, new Ruling(image, ImageState.KEPT, to));
      }
      case 3, 4 -> decide(project, DecisionKind.JUDGE, Ruling.of(image, state));
      default -> {
        long run = project.runs().begin("clean", "{}", null, null, null);
        List<StateChange> changes = new ArrayList<>();
        for (long id = 1; id <= IDENTITIES * IMAGES; id += 1 + random.nextInt(3)) {
          float similarity = random.nextInt(9) == 0 ? Float.NaN : (float) random.nextDouble();
          changes.add(new StateChange(id, ImageState.values()[random.nextInt(4)], "s", similarity));
        }
        project.images().apply(run, changes);
      }
    }
  }

  private static void decide(Project project, DecisionKind kind, Ruling ruling) {
    project.decisions().decide("ann", kind, "", List.of(ruling));
  }

  private static void check(Project project) {
    long decided = 0;
    for (Identity identity : project.identities().all()) {
      List<FaceImage> images = project.images().of(identity.id());
      assertThat(identity.images()).isEqualTo(images.size());
      assertThat(identity.kept()).isEqualTo(count(images, ImageState.KEPT));
      assertThat(identity.rejected()).isEqualTo(count(images, ImageState.REJECTED));
      assertThat(identity.ambiguous()).isEqualTo(count(images, ImageState.AMBIGUOUS));
      double cohesion =
          images.stream()
              .mapToDouble(FaceImage::similarity)
              .filter(s -> !Double.isNaN(s))
              .average()
              .orElse(Double.NaN);
      if (Double.isNaN(cohesion)) {
        assertThat(identity.cohesion()).isNaN();
      } else {
        assertThat(identity.cohesion()).isCloseTo(cohesion, within(1e-6));
      }
      assertThat(project.identities().find(identity.id())).contains(identity);
      decided += images.stream().filter(FaceImage::decided).count();
    }
    Identities.Totals totals = project.identities().totals();
    assertThat(totals.images()).isEqualTo(project.images().count());
    assertThat(totals.decided()).isEqualTo(decided).isEqualTo(project.images().decidedCount());
    assertThat(totals.ambiguous())
        .isEqualTo(project.images().counts().get(ImageState.AMBIGUOUS).longValue());
  }

  private static int count(List<FaceImage> images, ImageState state) {
    return (int) images.stream().filter(image -> image.state() == state).count();
  }

  @Test
  void theNewestMigrationIsTheOneThatTheDatabaseAsksFor() throws Exception {
    Path scripts = Path.of("src/main/resources/org/facewright/project/migrations");
    try (Stream<Path> files = Files.list(scripts)) {
      assertThat(files.map(file -> file.getFileName().toString().replaceAll("^V|__.*", "")))
          .contains(Database.NEWEST)
          .allMatch(version -> Integer.parseInt(version) <= Integer.parseInt(Database.NEWEST));
    }
  }

  @Test
  void theMostDoubtfulComeFirst() throws Exception {
    try (Project project = Project.create(temp.resolve("P"), "test")) {
      Samples.importSet(project, 3, 2);
      decide(project, DecisionKind.JUDGE, Ruling.of(3, ImageState.REJECTED));
      decide(project, DecisionKind.JUDGE, Ruling.of(6, ImageState.AMBIGUOUS));
      assertThat(project.identities().doubtful(2))
          .extracting(Identity::label)
          .containsExactly("000002", "000001");
    }
  }

  @Test
  void aDatabaseOfTheFirstVersionIsCountedOnce() throws Exception {
    String url = "jdbc:h2:file:" + temp.resolve("old").toAbsolutePath();
    Flyway.configure()
        .dataSource(url, "", "")
        .locations("classpath:org/facewright/project/migrations")
        .target("1")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url, "", "");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into identity (label, imported_as, origin, created)"
              + " values ('a', 'a', 'IMPORTED', current_timestamp)");
      for (String row : List.of("'KEPT', .5", "'KEPT', .7", "'REJECTED', null")) {
        statement.execute(
            "insert into image (identity_id, first_identity_id, name, source_position, hash, pack,"
                + " pack_offset, byte_count, width, height, state, similarity) values (1, 1,"
                + " random_uuid(), 0, X'"
                + "00".repeat(32)
                + "', 0, 0, 1, 1, 1, "
                + row
                + ")");
      }
    }
    Database.open(temp.resolve("old")).close();
    try (Connection connection = DriverManager.getConnection(url, "", "");
        Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery("select * from identity")) {
      assertThat(rs.next()).isTrue();
      assertThat(rs.getInt("images")).isEqualTo(3);
      assertThat(rs.getInt("kept")).isEqualTo(2);
      assertThat(rs.getInt("rejected")).isEqualTo(1);
      assertThat(rs.getDouble("similarity_sum")).isCloseTo(1.2, within(1e-6));
      assertThat(rs.getInt("similarities")).isEqualTo(2);
    }
  }
}
