package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.facewright.evaluation.EvaluateJob;
import org.facewright.experiment.Question;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.ui.form.Segments;
import org.facewright.ui.snapshot.Snapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/**
 * One walk through the window with the program's own models, from an empty project to a judged
 * network and an answered question. Pictures of each page go to target/walk.
 */
@ExtendWith(ApplicationExtension.class)
class WholeWayTest {
  private static final int PEOPLE = 8;
  private static final int PICTURES = 20;
  private static final int NEW = 4;
  private static final int SHOTS = 6;
  private static final int PATIENCE_SECONDS = 120;
  private static final Path WALK = Path.of("target/walk");

  @TempDir private static Path shared;

  private Desktop desktop;
  private int step;

  @Start
  void start(Stage stage) throws Exception {
    Path work = Files.createTempDirectory(shared, "walk");
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

  @Stop
  void stop() {
    desktop.stop();
  }

  private void await(Callable<Boolean> condition) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
    } catch (TimeoutException e) {
      throw new AssertionError(
          "It did not come; the window says: "
              + String.join("\n", desktop.shell().notices().messages()),
          e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Session session() {
    return desktop.bench().orElseThrow().session();
  }

  private Project project() {
    return session().project();
  }

  private void act(FxRobot robot, String id) throws Exception {
    await(() -> desktop.actions().find(id).filter(one -> one.enabled().get()).isPresent());
    robot.interact(() -> desktop.actions().run(desktop.actions().find(id).orElseThrow()));
  }

  /** Does something that puts jobs into the queue, and waits until all have ended well. */
  private void jobs(FxRobot robot, String action, int jobs) throws Exception {
    int before = session().jobs().all().size();
    act(robot, action);
    await(() -> session().jobs().all().size() >= before + jobs);
    await(() -> session().jobs().all().stream().allMatch(job -> job.state().ended()));
    assertThat(session().jobs().all())
        .allMatch(job -> job.state() == org.facewright.jobs.JobState.DONE);
  }

  private void picture(FxRobot robot, String name) throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    step++;
    Path file = Files.createDirectories(WALK).resolve("%02d-%s.png".formatted(step, name));
    robot.interact(
        () -> {
          try {
            Snapshots snapshots = new Snapshots();
            snapshots.write(snapshots.picture(desktop.stage().getScene()), file);
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  private static <N extends Node> N node(FxRobot robot, String id, Class<N> type) {
    return robot.lookup("#" + id).queryAs(type);
  }

  @SuppressWarnings("unchecked")
  private static void number(FxRobot robot, String id, int value) {
    robot.interact(
        () ->
            ((Spinner<Integer>) node(robot, id, Spinner.class)).getValueFactory().setValue(value));
  }

  private static Path people(Path folder) throws Exception {
    Path set = Files.createDirectories(folder.resolve("people"));
    try (Stream<Path> all = Files.list(Path.of("assets/sample/images"))) {
      for (Path person : all.sorted().limit(PEOPLE).toList()) {
        Path copy = Files.createDirectory(set.resolve(person.getFileName()));
        try (Stream<Path> pictures = Files.list(person)) {
          for (Path picture : pictures.toList()) {
            Files.copy(picture, copy.resolve(picture.getFileName()));
          }
        }
      }
    }
    return set;
  }

  @Test
  void fromAnEmptyProjectToAJudgedNetworkAndAnAnsweredQuestion(FxRobot robot) throws Exception {
    importedAndCleaned(robot);
    reviewed(robot);
    grownAndCompared(robot);
    assembledTrainedAndJudged(robot);
    asked(robot);
    act(robot, "go.home");
    await(() -> cards(robot).contains("pairs: "));
    assertThat(cards(robot)).contains("Evaluated", NEW * SHOTS + " images", "release-v1");
    picture(robot, "home");
  }

  private static String cards(FxRobot robot) {
    return String.join(
        "\n",
        robot.from(robot.lookup("#funnel")).lookup(".label").queryAllAs(Label.class).stream()
            .map(Label::getText)
            .toList());
  }

  private void importedAndCleaned(FxRobot robot) throws Exception {
    Path set = people(Files.createTempDirectory(shared, "set"));
    robot.interact(() -> desktop.create(set.resolveSibling("walked")));
    await(() -> desktop.ready().get());
    picture(robot, "empty");
    robot.interact(() -> desktop.imports().take(List.of(set)));
    await(() -> project().images().count() == PEOPLE * PICTURES);
    await(() -> session().jobs().all().stream().allMatch(job -> job.state().ended()));
    jobs(robot, "project.embed", 1);
    jobs(robot, "project.clean", 1);
    assertThat(project().images().counts().get(ImageState.REJECTED)).isPositive();
    act(robot, "go.identities");
    picture(robot, "identities");
    act(robot, "go.clusters");
    await(() -> desktop.actions().find("clusters.reset").isPresent());
    picture(robot, "clusters");
  }

  private void reviewed(FxRobot robot) throws Exception {
    act(robot, "go.verdicts");
    picture(robot, "verdicts");
    act(robot, "go.review");
    picture(robot, "review");
  }

  private void grownAndCompared(FxRobot robot) throws Exception {
    act(robot, "generate.rendered");
    await(() -> robot.lookup("#render-start").tryQuery().isPresent());
    await(() -> !node(robot, "render-start", Button.class).isDisabled());
    number(robot, "render-identities", NEW);
    number(robot, "render-shots", SHOTS);
    robot.interact(() -> node(robot, "render-start", Button.class).fire());
    await(() -> project().images().count() == PEOPLE * PICTURES + NEW * SHOTS);
    await(() -> session().jobs().all().stream().allMatch(job -> job.state().ended()));
    picture(robot, "generate");
    jobs(robot, "project.embed", 1);
    act(robot, "go.leakage");
    act(robot, "leakage.people");
    jobs(robot, "leakage.check", 1);
    await(() -> robot.lookup("#leak-guarantee").tryQuery().isPresent());
    assertThat(node(robot, "leak-guarantee", Label.class).getText()).contains("reaches no further");
    picture(robot, "leakage");
  }

  @SuppressWarnings("unchecked")
  private void assembledTrainedAndJudged(FxRobot robot) throws Exception {
    act(robot, "go.curriculum");
    await(() -> robot.lookup("#curriculum-composition").tryQuery().isPresent());
    picture(robot, "curriculum");
    jobs(robot, "curriculum.freeze", 1);
    await(() -> !node(robot, "curriculum-releases", ListView.class).getItems().isEmpty());
    robot.interact(
        () -> node(robot, "curriculum-releases", ListView.class).getSelectionModel().select(0));
    act(robot, "curriculum.train");
    await(() -> robot.lookup("#training-architecture").tryQuery().isPresent());
    robot.interact(
        () ->
            ((ComboBox<String>) node(robot, "training-architecture", ComboBox.class))
                .setValue("compact"));
    number(robot, "training-epochs", 1);
    jobs(robot, "training.start", 1);
    assertThat(project().trainings().all()).hasSize(1);
    picture(robot, "training");
    act(robot, "go.evaluation");
    jobs(robot, "evaluation.sample", 1);
    assertThat(EvaluateJob.book(project()).all().evaluations()).hasSize(1);
    await(() -> robot.lookup("#evaluations").tryQuery().isPresent());
    picture(robot, "evaluation");
  }

  @SuppressWarnings("unchecked")
  private void asked(FxRobot robot) throws Exception {
    act(robot, "go.experiments");
    robot.interact(
        () ->
            ((Segments<Question>) node(robot, "experiment-question", Node.class))
                .value()
                .set(Question.GENERATION));
    jobs(robot, "experiments.start", 2);
    await(() -> robot.lookup("#experiment-arms").tryQuery().isPresent());
    await(
        () ->
            ((TableView<?>) node(robot, "experiment-arms", TableView.class)).getColumns().size()
                > 3);
    picture(robot, "experiments");
    act(robot, "experiments.report");
    await(
        () -> Files.exists(project().folder().resolve("runs/experiments/generation/report.html")));
  }
}
