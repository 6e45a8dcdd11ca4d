package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.Notification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Spinner;
import javafx.stage.Stage;
import org.facewright.jobs.JobState;
import org.facewright.project.Project;
import org.facewright.ui.snapshot.Snapshots;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Hands and eyes of somebody who walks through the window, and a picture of every page. */
final class Walk {
  /** How much there is to see; more where the pictures are for docs/. */
  record Size(int people, int pictures, int made, int shots, int epochs, int patienceSeconds) {
    static final Size TEST = new Size(8, 20, 4, 6, 1, 120);
    static final Size DOCS = new Size(60, 20, 12, 12, 4, 600);
  }

  /** The system property that names the folder for pictures for docs/. */
  private static final String FOLDER = "walk.pictures";

  final Desktop desktop;
  private final Path pictures;
  private final Size size;
  private final Path work;

  /**
   * On the FX thread; starts the window.
   *
   * @param empty where project and data go; those of the pictures for docs/, on which their names
   *     can be read, go to facewright-walk, which must not be there
   */
  Walk(Stage stage, Path empty) throws IOException {
    String folder = System.getProperty(FOLDER);
    pictures = Path.of(folder == null ? "target/walk" : folder);
    size = folder == null ? Size.TEST : Size.DOCS;
    work =
        folder == null
            ? empty
            : Files.createDirectory(
                Path.of(System.getProperty("java.io.tmpdir"), "facewright-walk"));
    Installation installation = new Installation(Path.of("."), work.resolve("data"));
    new SettingsFile(Files.createDirectories(work.resolve("data")).resolve("settings.json"))
        .put(UserSettings.ofThisMachine());
    desktop = new Desktop(installation, installation::inProcess);
    desktop.look().reducedMotion().set(true);
    desktop.shell().hints().wanted().set(false);
    desktop.start(stage, null);
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1280);
    stage.setHeight(860);
  }

  Size size() {
    return size;
  }

  Session session() {
    return desktop.bench().orElseThrow().session();
  }

  Project project() {
    return session().project();
  }

  /** Waits for a condition; when it does not come, says what the window said. */
  void await(Callable<Boolean> condition) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(size.patienceSeconds(), TimeUnit.SECONDS, condition);
    } catch (TimeoutException e) {
      throw new AssertionError(
          "It did not come; the window says: "
              + String.join("\n", desktop.shell().notices().messages()),
          e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  void awaitJobs() throws Exception {
    await(() -> session().jobs().all().stream().allMatch(job -> job.state().ended()));
  }

  void act(FxRobot robot, String id) throws Exception {
    await(() -> desktop.actions().find(id).filter(one -> one.enabled().get()).isPresent());
    robot.interact(() -> desktop.actions().run(desktop.actions().find(id).orElseThrow()));
  }

  /** Does something that puts jobs into the queue, and waits until all have ended well. */
  void jobs(FxRobot robot, String action, int jobs) throws Exception {
    int before = session().jobs().all().size();
    act(robot, action);
    await(() -> session().jobs().all().size() >= before + jobs);
    awaitJobs();
    assertThat(session().jobs().all()).allMatch(job -> job.state() == JobState.DONE);
  }

  /** What was told is closed first, as somebody does who wants to see the page. */
  void picture(FxRobot robot, String name) throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(
        () ->
            List.copyOf(desktop.shell().notices().getChildren())
                .forEach(notice -> ((Notification) notice).getOnClose().handle(new Event(null))));
    Path file = Files.createDirectories(pictures).resolve(name + ".png");
    robot.interact(
        () -> {
          try {
            Snapshots snapshots = new Snapshots();
            snapshots.write(snapshots.picture(desktop.stage().getScene()), file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  static <N extends Node> N node(FxRobot robot, String id, Class<N> type) {
    return robot.lookup("#" + id).queryAs(type);
  }

  static boolean shows(FxRobot robot, String id) {
    return robot.lookup("#" + id).tryQuery().isPresent();
  }

  @SuppressWarnings("unchecked")
  static void number(FxRobot robot, String id, int value) {
    robot.interact(
        () ->
            ((Spinner<Integer>) node(robot, id, Spinner.class)).getValueFactory().setValue(value));
  }

  /** Where the project is made. */
  Path place() {
    return work.resolve("my-project");
  }

  /** Some of the sample set's people, copied. */
  Path people() throws IOException {
    Path set = Files.createDirectories(work.resolve("people"));
    try (Stream<Path> all = Files.list(Path.of("assets/sample/images"))) {
      for (Path person : all.sorted().limit(size.people()).toList()) {
        Path copy = Files.createDirectory(set.resolve(person.getFileName()));
        try (Stream<Path> files = Files.list(person)) {
          for (Path picture : files.toList()) {
            Files.copy(picture, copy.resolve(picture.getFileName()));
          }
        }
      }
    }
    return set;
  }
}
