package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.facewright.evaluation.EvaluateJob;
import org.facewright.experiment.Question;
import org.facewright.project.ImageState;
import org.facewright.ui.form.Segments;
import org.facewright.ui.form.ValueSlider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/**
 * One walk through every page of the window with the program's own models, from an empty project to
 * a judged network and an answered question. Pictures of each page go to target/walk; with {@code
 * -Dwalk.pictures=docs/images/walk} a larger set is walked and the pictures are those of docs/.
 */
@ExtendWith(ApplicationExtension.class)
class WholeWayTest {
  @TempDir private static Path shared;

  private Walk walk;

  @Start
  void start(Stage stage) throws Exception {
    walk = new Walk(stage, Files.createTempDirectory(shared, "walk"));
  }

  @Stop
  void stop() {
    walk.desktop.stop();
  }

  @Test
  void fromAnEmptyProjectToAJudgedNetworkAndAnAnsweredQuestion(FxRobot robot) throws Exception {
    importedAndCleaned(robot);
    lookedAt(robot);
    reviewed(robot);
    grownAndCompared(robot);
    tried(robot);
    assembledTrainedAndJudged(robot);
    asked(robot);
    walk.act(robot, "go.home");
    walk.await(() -> cards(robot).contains("pairs: "));
    assertThat(cards(robot)).contains("Evaluated", made() + " images", "release-v1");
    walk.picture(robot, "home");
    walk.act(robot, "window.jobs");
    walk.await(() -> Walk.shows(robot, "job-drawer"));
    walk.picture(robot, "jobs");
  }

  private int found() {
    return walk.size().people() * walk.size().pictures();
  }

  private int made() {
    return walk.size().made() * walk.size().shots();
  }

  private static String cards(FxRobot robot) {
    return String.join(
        "\n",
        robot.from(robot.lookup("#funnel")).lookup(".label").queryAllAs(Label.class).stream()
            .map(Label::getText)
            .toList());
  }

  private void importedAndCleaned(FxRobot robot) throws Exception {
    Path set = walk.people();
    robot.interact(() -> walk.desktop.create(walk.place()));
    walk.await(() -> walk.desktop.ready().get());
    walk.await(() -> Walk.shows(robot, "home-empty"));
    walk.picture(robot, "empty");
    robot.interact(() -> walk.desktop.imports().take(List.of(set)));
    walk.await(() -> walk.project().images().count() == found());
    walk.awaitJobs();
    walk.jobs(robot, "project.embed", 1);
    walk.jobs(robot, "project.clean", 1);
    assertThat(walk.project().images().counts().get(ImageState.REJECTED)).isPositive();
  }

  private void lookedAt(FxRobot robot) throws Exception {
    walk.act(robot, "go.identities");
    walk.picture(robot, "identities");
    walk.act(robot, "go.clusters");
    walk.await(() -> robot.lookup("Fixed").tryQuery().isPresent());
    robot.clickOn("Fixed");
    walk.await(() -> Walk.shows(robot, "clusters-similarity"));
    robot.interact(
        () -> Walk.node(robot, "clusters-similarity", ValueSlider.class).value().set(.45));
    walk.await(
        () -> !Walk.node(robot, "clusters-heading", Label.class).getText().endsWith(" 0 images"));
    walk.picture(robot, "clusters");
    walk.act(robot, "go.map");
    walk.await(() -> Walk.shows(robot, "map-new"));
    walk.jobs(robot, "map.new", 1);
    walk.await(() -> Walk.shows(robot, "map"));
    walk.picture(robot, "map");
  }

  private void reviewed(FxRobot robot) throws Exception {
    walk.act(robot, "go.verdicts");
    walk.picture(robot, "verdicts");
    walk.act(robot, "go.review");
    walk.picture(robot, "review");
  }

  private void grownAndCompared(FxRobot robot) throws Exception {
    walk.act(robot, "generate.rendered");
    walk.await(() -> Walk.shows(robot, "render-start"));
    walk.await(() -> !Walk.node(robot, "render-start", Button.class).isDisabled());
    Walk.number(robot, "render-identities", walk.size().made());
    Walk.number(robot, "render-shots", walk.size().shots());
    robot.interact(() -> Walk.node(robot, "render-start", Button.class).fire());
    walk.await(() -> walk.project().images().count() == found() + made());
    walk.awaitJobs();
    walk.picture(robot, "rendered");
    walk.jobs(robot, "project.embed", 1);
    walk.act(robot, "go.leakage");
    walk.act(robot, "leakage.people");
    walk.jobs(robot, "leakage.check", 1);
    walk.await(() -> Walk.shows(robot, "leak-guarantee"));
    assertThat(Walk.node(robot, "leak-guarantee", Label.class).getText())
        .contains("reaches no further");
    walk.picture(robot, "leakage");
    walk.act(robot, "leakage.measure");
    walk.await(() -> Walk.shows(robot, "diversity-figures"));
    walk.picture(robot, "diversity");
  }

  /** What needs a model, and where models and settings are. */
  private void tried(FxRobot robot) throws Exception {
    walk.act(robot, "generate.vec2face");
    walk.await(
        () ->
            Walk.shows(robot, "vec2face-figures")
                && Walk.node(robot, "vec2face-figures", Label.class).getText().startsWith("mean "));
    walk.picture(robot, "vec2face");
    walk.act(robot, "generate.diffusion");
    walk.picture(robot, "diffusion");
    walk.act(robot, "go.models");
    walk.picture(robot, "models");
    walk.act(robot, "window.settings");
    walk.picture(robot, "settings");
    robot.interact(() -> walk.desktop.shell().overlay().close());
  }

  @SuppressWarnings("unchecked")
  private void assembledTrainedAndJudged(FxRobot robot) throws Exception {
    walk.act(robot, "go.curriculum");
    walk.await(() -> Walk.shows(robot, "curriculum-composition"));
    walk.picture(robot, "curriculum");
    walk.jobs(robot, "curriculum.freeze", 1);
    walk.await(() -> !Walk.node(robot, "curriculum-releases", ListView.class).getItems().isEmpty());
    robot.interact(
        () ->
            Walk.node(robot, "curriculum-releases", ListView.class).getSelectionModel().select(0));
    walk.act(robot, "curriculum.train");
    walk.await(() -> Walk.shows(robot, "training-architecture"));
    robot.interact(
        () ->
            ((ComboBox<String>) Walk.node(robot, "training-architecture", ComboBox.class))
                .setValue("compact"));
    Walk.number(robot, "training-epochs", walk.size().epochs());
    walk.jobs(robot, "training.start", 1);
    assertThat(walk.project().trainings().all()).hasSize(1);
    walk.picture(robot, "training");
    walk.act(robot, "go.evaluation");
    walk.jobs(robot, "evaluation.sample", 1);
    assertThat(EvaluateJob.book(walk.project()).all().evaluations()).hasSize(1);
    walk.await(() -> Walk.shows(robot, "evaluations"));
    walk.picture(robot, "evaluation");
  }

  @SuppressWarnings("unchecked")
  private void asked(FxRobot robot) throws Exception {
    walk.act(robot, "go.experiments");
    robot.interact(
        () ->
            ((Segments<Question>) Walk.node(robot, "experiment-question", Node.class))
                .value()
                .set(Question.GENERATION));
    walk.jobs(robot, "experiments.start", 2);
    walk.await(() -> Walk.shows(robot, "experiment-arms"));
    walk.await(() -> Walk.node(robot, "experiment-arms", TableView.class).getColumns().size() > 3);
    walk.picture(robot, "experiments");
    walk.act(robot, "experiments.report");
    walk.await(
        () ->
            Files.exists(
                walk.project().folder().resolve("runs/experiments/generation/report.html")));
  }
}
