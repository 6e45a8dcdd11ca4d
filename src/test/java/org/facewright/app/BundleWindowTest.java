package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.facewright.project.DrawnImages;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.review.Agreement;
import org.facewright.review.BundleDesk;
import org.facewright.review.ReviewBooks;
import org.facewright.review.ReviewMode;
import org.facewright.review.ReviewStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Somebody opens a bundle in the window, without the project it comes from, and answers it. */
@ExtendWith(ApplicationExtension.class)
class BundleWindowTest {
  private static final int IDENTITIES = 2;

  @TempDir private static Path shared;
  private OpenWindow window;
  private Desktop desktop;
  private Path home;
  private Path bundle;

  @Start
  void start(Stage stage) throws Exception {
    Path work = Files.createTempDirectory(shared, "bundle");
    home = work.resolve("far-away").resolve("project");
    Files.createDirectories(home.getParent());
    DrawnImages.make(home, IDENTITIES);
    bundle = work.resolve("to-bob.zip");
    try (Project project = Project.open(home, "test");
        ReviewBooks books = new ReviewBooks(project)) {
      new BundleDesk(books, Clock.systemUTC())
          .export(bundle, ReviewMode.OPEN, "ada", "", 100, true);
    }
    window = new OpenWindow(stage, work);
    desktop = window.desktop;
    window.show();
  }

  @Stop
  void stop() {
    window.leave();
  }

  private String progress(FxRobot robot) {
    return window.text(robot, "#review-progress");
  }

  @Test
  void questionsAreAnsweredTakenBackHandedBackAndTakenOver(FxRobot robot) throws Exception {
    window.drop(robot, bundle);
    window.await(() -> progress(robot).startsWith("4 left"));
    assertThat(window.told()).contains("ada asks you about 4 faces");
    assertThat(desktop.ready().get()).isFalse();
    robot.type(KeyCode.K);
    window.await(() -> progress(robot).startsWith("3 left"));
    robot.type(KeyCode.X);
    window.await(() -> progress(robot).startsWith("2 left"));
    robot.type(KeyCode.U);
    window.await(() -> progress(robot).startsWith("3 left"));
    // The window is closed in the middle; what was said is there when it is opened again.
    robot.interact(desktop::closeProject);
    window.await(() -> desktop.shell().panels().current().get().id().equals("welcome"));
    robot.interact(() -> desktop.open(bundle));
    window.await(() -> progress(robot).startsWith("3 left"));
    for (int left = 3; left > 0; left--) {
      String before = progress(robot);
      robot.type(KeyCode.X);
      window.await(() -> !progress(robot).equals(before));
    }
    window.await(() -> robot.lookup("#review-none").query().isVisible());
    window.act(robot, "review.hand-back");
    Path answers = answersFile();
    window.await(() -> Files.exists(answers));
    window.await(() -> window.told().contains("send it back"));
    takeOver(robot, answers);
  }

  private Path answersFile() {
    String name = "to-bob-answers-" + Session.person().replaceAll("[^\\p{L}\\p{N}._-]", "-");
    return bundle.resolveSibling(name + ".zip");
  }

  private void takeOver(FxRobot robot, Path answers) throws Exception {
    window.open(robot, home);
    window.drop(robot, answers);
    window.await(() -> window.told().contains("4 answers taken over"));
    assertThat(window.count(ImageState.AMBIGUOUS)).isZero();
    assertThat(window.count(ImageState.REJECTED)).isEqualTo(3);
    window.act(robot, "go.review");
    window.await(() -> robot.lookup("#review-none").query().isVisible());
    robot.type(KeyCode.T);
    window.await(() -> robot.lookup("#review-standing").tryQuery().isPresent());
    ReviewStatistics all = ReviewStatistics.of(desktop.bench().orElseThrow().session().reviews());
    Map<String, Agreement> experts = all.experts();
    assertThat(experts.get("clustering:fixed:drawn").items()).isEqualTo(4);
  }

  @Test
  void whatIsNoBundleLeavesTheWelcomeAndSaysWhy(FxRobot robot) throws Exception {
    Path broken = window.work.resolve("broken.zip");
    byte[] whole = Files.readAllBytes(bundle);
    Files.write(broken, java.util.Arrays.copyOf(whole, whole.length / 2));
    robot.interact(() -> desktop.open(broken));
    window.await(() -> window.told().contains("broken.zip"));
    assertThat(desktop.shell().panels().current().get().id()).isEqualTo("welcome");
    assertThat(Files.exists(broken)).isTrue();
  }

  @Test
  void theCommandTellsBundlesFromOtherFiles() throws IOException {
    Path other = Files.writeString(window.work.resolve("notes.txt"), "nothing");
    assertThat(complaint(other)).contains("no folder and no bundle");
    assertThat(complaint(window.work.resolve("nowhere"))).contains("no folder and no bundle");
  }

  private static String complaint(Path path) {
    java.io.StringWriter err = new java.io.StringWriter();
    int code =
        CommandTree.create()
            .setErr(new java.io.PrintWriter(err, true))
            .execute("open", path.toString());
    assertThat(code).isEqualTo(ExitCodes.FAILED);
    return err.toString();
  }
}
