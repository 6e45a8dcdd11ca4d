package org.facewright.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.facewright.jobs.ItemFailure;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.jobs.Lane;
import org.facewright.project.ProjectException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects that are only looked at. */
class ViewingTest {
  private static final int IMAGES = 4;
  private static final String MODEL = "model";
  @TempDir private Path temp;
  private Path folder;

  @BeforeEach
  void make() throws Exception {
    folder = temp.resolve("P");
    try (Project project = Project.create(folder, "test")) {
      Samples.importSet(project, 2, IMAGES);
      decide(project, 1);
      ContentHash hash = project.images().find(1).orElseThrow().hash();
      project
          .embeddings(MODEL, 2, EmbeddingFile.Type.FLOAT32)
          .add(new ContentHash[] {hash}, new float[] {.6f, .8f});
      project.jobs().create("embed", "Embedding", Lane.CPU, "{}");
    }
  }

  @AfterEach
  void giveBack() throws IOException {
    allow("rwxr-xr-x", "rw-r--r--");
  }

  private static void decide(Project project, long image) {
    project
        .decisions()
        .decide("ada", DecisionKind.JUDGE, "", List.of(Ruling.of(image, ImageState.REJECTED)));
  }

  private void allow(String folders, String files) throws IOException {
    if (!Files.getFileStore(temp).supportsFileAttributeView("posix")) {
      return;
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.setPosixFilePermissions(
            each, PosixFilePermissions.fromString(Files.isDirectory(each) ? folders : files));
      }
    }
  }

  /** Every file with its time and content. */
  private Map<String, String> state() throws IOException {
    Map<String, String> state = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.toList()) {
        String content =
            Files.isDirectory(each) ? "" : ContentHash.of(Files.readAllBytes(each)).toString();
        state.put(
            folder.relativize(each).toString(), Files.getLastModifiedTime(each) + " " + content);
      }
    }
    return state;
  }

  private Project view() throws ProjectException {
    return Project.view(folder, "test");
  }

  private static void seesEverything(Project project) throws IOException {
    assertThat(project.images().count()).isEqualTo(2L * IMAGES);
    FaceImage first = project.images().find(1).orElseThrow();
    assertThat(first.state()).isEqualTo(ImageState.REJECTED);
    assertThat(new String(project.picture(first), StandardCharsets.UTF_8)).isEqualTo("picture 0 0");
    assertThat(project.embeddingModels()).containsExactly(MODEL);
    EmbeddingSet set = project.embeddings(MODEL).orElseThrow();
    float[] row = new float[2];
    set.copy(set.row(first.hash()), row, 0);
    assertThat(row).containsExactly(.6f, .8f);
    assertThat(project.decisions().history(10)).hasSize(1);
    assertThat(project.recovery()).isEmpty();
  }

  @Test
  void everythingIsSeenAndNothingInTheFolderChanges() throws Exception {
    Map<String, String> before = state();
    try (Project project = view()) {
      seesEverything(project);
      assertThat(project.viewing().orElseThrow().sentence()).startsWith("Opened for viewing only:");
      assertThat(state()).isEqualTo(before);
    }
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void whateverWouldWriteSaysSoAndWritesNothing() throws Exception {
    Map<String, String> before = state();
    try (Project project = view()) {
      assertThatThrownBy(() -> decide(project, 2)).isInstanceOf(ViewOnlyException.class);
      assertThatThrownBy(() -> project.decisions().undo("ada"))
          .isInstanceOf(ViewOnlyException.class)
          .hasMessageContaining("viewing only");
      assertThatThrownBy(() -> Samples.importSet(project, 1, 1))
          .isInstanceOf(ViewOnlyException.class);
      assertThatThrownBy(
              () -> project.imageStore().append(ContentHash.of(new byte[1]), new byte[1]))
          .isInstanceOf(ViewOnlyException.class);
      assertThatThrownBy(() -> project.embeddings("other", 2, EmbeddingFile.Type.FLOAT32))
          .isInstanceOf(ViewOnlyException.class);
      assertThatThrownBy(project::backup).isInstanceOf(ViewOnlyException.class);
      assertThat(project.images().find(2).orElseThrow().state()).isEqualTo(ImageState.UNJUDGED);
    }
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void jobsOfTheProjectRestAndOnesOfOnesOwnLiveInMemory() throws Exception {
    Map<String, String> before = state();
    try (Project project = view()) {
      JobRecord waiting = project.jobs().all().getFirst();
      assertThat(waiting.state()).isEqualTo(JobState.PAUSED);
      assertThatThrownBy(() -> project.jobs().setState(waiting.id(), JobState.QUEUED, null))
          .isInstanceOf(ViewOnlyException.class);
      JobRecord own = project.jobs().create("export", "Exporting", Lane.CPU, "{}");
      project.jobs().claim(own.id(), new long[] {1, 2});
      project
          .jobs()
          .commit(own.id(), new long[] {1, 2}, List.of(new ItemFailure(2, "unreadable")), 9);
      project.jobs().log(own.id(), "half way");
      project.jobs().setState(own.id(), JobState.DONE, "written");
      JobRecord done = project.jobs().find(own.id()).orElseThrow();
      assertThat(List.of(done.done(), done.failed(), done.total())).containsExactly(1L, 1L, 9L);
      assertThat(project.jobs().log(own.id(), 5)).extracting(l -> l.text()).contains("half way");
      assertThat(project.jobs().failures(own.id(), 5)).hasSize(1);
      assertThat(project.jobs().all()).hasSize(2);
    }
    assertThat(state()).isEqualTo(before);
    try (Project project = Project.open(folder, "test")) {
      assertThat(project.jobs().all()).hasSize(1);
    }
  }

  @Test
  void nobodyLooksOnWhileSomebodyWorksAndTheOtherWayRound() throws Exception {
    try (Project working = Project.open(folder, "test")) {
      assertInUse(this::view);
      assertThat(working.images().count()).isPositive();
    }
    Process other = looking();
    try {
      assertInUse(() -> Project.open(folder, "test"));
      try (Project second = view()) {
        seesEverything(second);
      }
    } finally {
      other.getOutputStream().close();
      assertThat(other.waitFor()).isZero();
    }
    Project.open(folder, "test").close();
  }

  private void assertInUse(org.assertj.core.api.ThrowableAssert.ThrowingCallable opening) {
    assertThatThrownBy(opening)
        .isInstanceOfSatisfying(
            ProjectException.class, e -> assertThat(e.reason()).isEqualTo(Reason.IN_USE))
        .hasMessageContaining("is open in another Facewright");
  }

  /** A process that has the project open for viewing until its input ends. */
  private Process looking() throws IOException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Looker.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(child.getInputStream().read()).isEqualTo('!');
    return child;
  }

  /** What {@link #looking} starts. */
  public static final class Looker {
    private Looker() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
      try (Project project = Project.view(Path.of(args[0]), "test")) {
        System.out.print(project.images().count() > 0 ? "!" : "?");
        System.out.flush();
        System.in.readAllBytes();
      }
    }
  }

  @Test
  void tablesOfAnEarlierVersionAreNotTouchedAndTheWayOutIsSaid() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("project").toAbsolutePath();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "delete from \"flyway_schema_history\" where \"version\" = '" + Database.NEWEST + "'");
    }
    Map<String, String> before = state();
    assertThatThrownBy(this::view)
        .isInstanceOf(ProjectException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("another version of Facewright")
        .hasMessageContaining("open the copy");
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void decisionsThatOnlyTheJournalKnowsAreCountedNotBroughtIn() throws Exception {
    Path database = folder.resolve("project.mv.db");
    Path earlier = temp.resolve("earlier.mv.db");
    Files.copy(database, earlier);
    try (Project project = Project.open(folder, "test")) {
      decide(project, 2);
      decide(project, 3);
    }
    Files.move(earlier, database, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    try (Project project = view()) {
      Viewing viewing = project.viewing().orElseThrow();
      assertThat(viewing.waiting()).isEqualTo(2);
      assertThat(viewing.sentence()).contains("2 decisions wait in the journal");
      assertThat(project.decisions().history(10)).hasSize(1);
    }
    try (Project project = Project.open(folder, "test")) {
      assertThat(project.decisions().history(10)).hasSize(3);
    }
  }

  @Test
  void aDamagedDatabaseIsLeftAsItIs() throws Exception {
    try (RandomAccessFile file =
        new RandomAccessFile(folder.resolve("project.mv.db").toFile(), "rw")) {
      file.setLength(5000);
      file.write(new byte[5000]);
    }
    Map<String, String> before = state();
    assertThatThrownBy(this::view)
        .isInstanceOfSatisfying(
            ProjectException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREADABLE))
        .hasMessageContaining("cannot be read");
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void aFolderOneMayNotWriteToIsSeenAllTheSame() throws Exception {
    assumeTrue(Files.getFileStore(temp).supportsFileAttributeView("posix"), "needs permissions");
    allow("r-xr-xr-x", "r--r--r--");
    assumeFalse(Project.mayWrite(folder), "the superuser may write everywhere");
    try (Project project = view()) {
      seesEverything(project);
      assertThat(project.viewing().orElseThrow().sentence()).contains("you may not write");
    }
  }
}
