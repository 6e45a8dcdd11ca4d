package org.facewright.app;

import com.sun.javafx.scene.input.DragboardHelper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.Labeled;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.facewright.jobs.JobRecord;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The real window over folders of a test, with the test's hands and eyes. */
final class OpenWindow {
  static final int IDENTITIES = 4;
  static final int IMAGES = 5;
  private static final int PATIENCE_SECONDS = 60;

  final Path work;
  final Desktop desktop;
  final Stage stage;

  /** To be made on the FX thread; starts nothing yet. */
  OpenWindow(Stage stage, Path work) throws IOException {
    this.work = work;
    this.stage = stage;
    Path models = Files.createDirectories(program().resolve("models"));
    if (!Files.exists(models.resolve("catalog.json"))) {
      Files.copy(Path.of("models/catalog.json"), models.resolve("catalog.json"));
    }
    Installation installation = new Installation(program(), work.resolve("data"));
    desktop = new Desktop(installation, installation::inProcess);
    desktop.look().reducedMotion().set(true);
    // Esc would close the hint first; HintsTest is about them.
    desktop.shell().hints().wanted().set(false);
  }

  /** Where the catalogue lies, and a sample set when a test puts one there. */
  Path program() {
    return work.resolve("program");
  }

  void show() {
    desktop.start(stage, null);
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1400);
    stage.setHeight(900);
  }

  /** The stage is one for all tests: nothing of this window may stay on it. */
  void leave() {
    desktop.stop();
    stage.setOnHiding(null);
    stage.setMinWidth(0);
    stage.setMinHeight(0);
  }

  /** Waits for a condition; when it does not come, says what the window said. */
  void await(Callable<Boolean> condition) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
    } catch (TimeoutException e) {
      throw new AssertionError("It did not come; the window says: " + told(), e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** A key while Ctrl is down; {@code push} would lose the modifier on the headless platform. */
  static void control(FxRobot robot, KeyCode key) {
    robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
  }

  Project project() {
    return desktop.bench().orElseThrow().session().project();
  }

  void create(FxRobot robot, Path folder) throws Exception {
    robot.interact(() -> desktop.create(folder));
    await(() -> desktop.ready().get());
  }

  void open(FxRobot robot, Path folder) throws Exception {
    robot.interact(() -> desktop.open(folder));
    await(() -> desktop.ready().get());
  }

  /** A project with a few generated pictures, by the import that a drop begins. */
  void createAndImport(FxRobot robot) throws Exception {
    Path pictures = work.resolve("pictures");
    PictureFolders.write(pictures, IDENTITIES, IMAGES);
    create(robot, work.resolve("project"));
    robot.interact(() -> desktop.imports().take(List.of(pictures)));
    awaitImages(IDENTITIES * IMAGES);
  }

  /** Waits until so many images are there and no job is under way. */
  void awaitImages(long count) throws Exception {
    await(() -> desktop.ready().get() && project().images().count() == count && jobsAreDone());
  }

  boolean jobsAreDone() {
    List<JobRecord> all = desktop.bench().orElseThrow().session().jobs().all();
    return !all.isEmpty() && all.stream().allMatch(job -> job.state().ended());
  }

  void act(FxRobot robot, String id) {
    robot.interact(() -> desktop.actions().run(desktop.actions().find(id).orElseThrow()));
  }

  String text(FxRobot robot, String id) {
    return robot.lookup(id).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
  }

  void openIdentity(FxRobot robot, String label) throws Exception {
    act(robot, "go.identities");
    await(() -> text(robot, "#identity-count").equals(IDENTITIES + " identities"));
    robot.interact(
        () -> desktop.bench().orElseThrow().open(project().identities().find(label).orElseThrow()));
    await(() -> text(robot, "#identity-title").equals(label));
  }

  List<FaceImage> images(String label) {
    return project().images().of(project().identities().find(label).orElseThrow().id());
  }

  long count(ImageState state) {
    return project().images().counts().getOrDefault(state, 0L);
  }

  /** Lets files hover over the window and fall, as the system's drag and drop would. */
  void drop(FxRobot robot, Path... files) {
    robot.interact(
        () -> {
          Dragboard board = DragboardHelper.createDragboard(new DraggedFiles(List.of(files)));
          for (EventType<DragEvent> type : List.of(DragEvent.DRAG_OVER, DragEvent.DRAG_DROPPED)) {
            Event.fireEvent(
                desktop.shell().root(),
                new DragEvent(
                    type, board, 400, 300, 400, 300, TransferMode.COPY, null, null, null));
          }
        });
  }

  /** What the notices say, one a line. */
  String told() {
    return desktop.shell().notices().messages().stream().collect(Collectors.joining("\n"));
  }
}
