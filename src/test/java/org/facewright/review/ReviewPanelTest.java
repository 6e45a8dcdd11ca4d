package org.facewright.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.facewright.gallery.FaceKey;
import org.facewright.gallery.FaceSource;
import org.facewright.image.ImageDecoder;
import org.facewright.jobs.Workers;
import org.facewright.project.DrawnImages;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.Actions;
import org.facewright.ui.job.JobBoard;
import org.facewright.ui.job.NoJobs;
import org.facewright.ui.shell.Shell;
import org.facewright.ui.shell.WindowMemory;
import org.facewright.ui.theme.Appearance;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.ui.wall.Wall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The page of reviewing over a real project, by its keys. */
@ExtendWith(ApplicationExtension.class)
class ReviewPanelTest {
  @TempDir private static Path shared;

  private final Workers worker = new Workers("review", 1);
  private final Workers decoders = new Workers("decode", 1);
  private final List<String> problems = new ArrayList<>();
  private Project project;
  private ReviewBooks books;
  private ReviewModel model;
  private ReviewPanel panel;

  @Start
  void start(Stage stage) throws Exception {
    Path folder = Files.createTempDirectory(shared, "review").resolve("project");
    DrawnImages.make(folder, 3);
    project = Project.open(folder, "test");
    books = new ReviewBooks(project);
    Actions actions = new Actions();
    Shell shell =
        new Shell(
            actions,
            new Appearance(),
            new JobBoard(),
            new NoJobs(),
            new WindowMemory(folder.resolve("window.properties")));
    model = new ReviewModel(books, "ada", worker, () -> {}, said -> {}, problems::add);
    FaceSource faces = new FaceSource(project, new ImageDecoder());
    Thumbnails<Long> thumbnails =
        new Thumbnails<>(
            (id, edge) -> faces.thumbnail(FaceKey.image(id), edge), decoders, 1, 64L << 20);
    panel = new ReviewPanel(model, actions, thumbnails, shell.overlay(), List.of());
    panel.actions().forEach(actions::add);
    actions.add(
        Action.of("edit.undo", "Edit", "Undo", "Takes the last decision back.", panel::undo)
            .key("U"));
    shell.pages(List.of(panel));
    shell.open(stage);
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1300);
    stage.setHeight(850);
  }

  @Stop
  void stop() {
    worker.close();
    decoders.close();
    books.close();
    project.close();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void awaitQuestion() throws Exception {
    await(() -> model.sight().get().isPresent() && !model.busy().get());
  }

  private Face now() {
    return model.sight().get().orElseThrow().now().image();
  }

  private FaceImage stored(long id) {
    return project.images().find(id).orElseThrow();
  }

  @Test
  void oneKeyDecidesAndTheNextFaceIsThere(FxRobot robot) throws Exception {
    awaitQuestion();
    long first = now().id();
    robot.type(KeyCode.K);
    await(() -> now().id() != first && !model.busy().get());
    assertThat(stored(first).state()).isEqualTo(ImageState.KEPT);
    long second = now().id();
    robot.type(KeyCode.X);
    await(() -> now().id() != second && !model.busy().get());
    assertThat(stored(second).state()).isEqualTo(ImageState.REJECTED);
    String progress = robot.lookup("#review-progress").queryAs(Label.class).getText();
    assertThat(progress).contains("4 left").contains("2 answered");
    robot.type(KeyCode.U);
    await(() -> now().id() == second && !model.busy().get());
    assertThat(stored(second).decided()).isFalse();
    robot.type(KeyCode.SPACE);
    await(() -> now().id() != second && !model.busy().get());
    assertThat(stored(second).state()).isEqualTo(ImageState.KEPT);
    assertThat(problems).isEmpty();
  }

  @Test
  void blindHidesWhatTheExpertsSay(FxRobot robot) throws Exception {
    awaitQuestion();
    assertThat(experts(robot)).contains("Clustering, default (drawn)").contains("not sure");
    robot.type(KeyCode.H);
    await(() -> !experts(robot).contains("Clustering"));
    long image = now().id();
    robot.type(KeyCode.S);
    await(() -> now().id() != image && !model.busy().get());
    Opinion opinion = books.opinions().history().getLast();
    assertThat(opinion.blind()).isTrue();
    assertThat(opinion.answer()).isEqualTo(Answer.UNSURE);
    assertThat(opinion.models()).isEmpty();
  }

  private static String experts(FxRobot robot) {
    return labels(robot, "#review-experts");
  }

  private static String labels(FxRobot robot, String id) {
    StringBuilder text = new StringBuilder();
    robot
        .from(robot.lookup(id))
        .lookup(".label")
        .queryAll()
        .forEach(node -> text.append(((Label) node).getText()).append('\n'));
    return text.toString();
  }

  @Test
  void whenAllIsAnsweredThePageSaysSo(FxRobot robot) throws Exception {
    for (int i = 0; i < 6; i++) {
      awaitQuestion();
      long image = now().id();
      robot.type(KeyCode.B);
      await(
          () ->
              !model.busy().get()
                  && model.sight().get().map(s -> s.now().image().id() != image).orElse(true));
    }
    await(() -> robot.lookup("#review-none").query().isVisible());
    assertThat(project.images().counts().get(ImageState.REJECTED)).isEqualTo(6);
  }

  @Test
  void theFaceIsComparedBroughtCloserAndWholeAgain(FxRobot robot) throws Exception {
    awaitQuestion();
    FaceStagePanel stage = robot.lookup("#review-stage").queryAs(FaceStagePanel.class);
    await(() -> stage.hasBothPictures());
    robot.press(KeyCode.C);
    await(stage::comparing);
    robot.release(KeyCode.C);
    await(() -> !stage.comparing());
    robot.press(KeyCode.F);
    await(stage::flickering);
    robot.release(KeyCode.F);
    await(() -> !stage.flickering());
    robot.type(KeyCode.EQUALS);
    robot.type(KeyCode.EQUALS);
    await(() -> stage.zoom().factor() > 1.5);
    robot.type(KeyCode.MINUS);
    await(() -> stage.zoom().factor() < 1.5);
    robot.type(KeyCode.DIGIT0);
    await(() -> stage.zoom().equals(Zoom.NONE));
    robot.moveTo(stage).scroll(3, javafx.geometry.VerticalDirection.UP);
    await(() -> !stage.zoom().equals(Zoom.NONE));
    robot.type(KeyCode.K);
    awaitQuestion();
    await(() -> stage.zoom().equals(Zoom.NONE));
  }

  @Test
  void severalChosenFacesAreAnsweredAtOnceAndTheStandingIsShown(FxRobot robot) throws Exception {
    awaitQuestion();
    Sight before = model.sight().get().orElseThrow();
    assertThat(before.here()).hasSize(2);
    Wall<?> wall = robot.lookup("#review-here").queryAs(Wall.class);
    robot.interact(() -> wall.selection().all());
    robot.type(KeyCode.X);
    await(
        () -> !model.busy().get() && model.sight().get().orElseThrow().left() == before.left() - 2);
    for (Sight.Asked asked : before.here()) {
      assertThat(stored(asked.image().id()).state()).isEqualTo(ImageState.REJECTED);
    }
    robot.type(KeyCode.T);
    await(() -> robot.lookup("#review-standing").tryQuery().isPresent());
    String standing = labels(robot, "#review-standing");
    assertThat(standing)
        .contains("2 answers")
        .contains("Clustering, fixed (drawn)")
        .contains("kappa")
        .contains("4 questions are open");
  }
}
