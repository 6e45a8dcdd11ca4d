package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.project.Project;
import org.facewright.training.TrainingModel;
import org.facewright.training.TrainingPanel;
import org.facewright.training.job.TrainJob;
import org.facewright.training.run.RunReader;
import org.facewright.training.run.TrainingSettings;
import org.facewright.ui.chart.CurveChart;
import org.facewright.ui.form.Segments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
class TrainingPanelTest {
  @TempDir private static Path shared;

  private Session session;
  private PanelStand stand;
  private TrainingPanel panel;
  private Stage stage;

  @Start
  void start(Stage window) {
    stage = window;
  }

  @AfterEach
  void hide(FxRobot robot) {
    robot.interact(panel::hidden);
  }

  @Stop
  void stop() {
    if (stand != null) {
      stand.close();
    }
  }

  private void open(FxRobot robot, Path project) throws Exception {
    session = Session.open(project, Installation.here().noEngines());
    session.jobs().start();
    robot.interact(this::show);
    PanelStand.await(() -> !composition(robot).isEmpty());
  }

  private static Path drawn() throws Exception {
    Path project = Files.createTempDirectory(shared, "training").resolve("project");
    DrawnProject.make(project);
    return project;
  }

  private void show() {
    stand = new PanelStand(session);
    panel =
        new TrainingPanel(
            new TrainingModel(
                session.project(), session.jobs(), stand.queries, stand.problems::add),
            stand.actions,
            stand.decisions.revision(),
            stand.problems::add);
    stand.show(stage, panel, panel.actions());
    session
        .jobs()
        .addListener(
            event -> {
              if (event.job().state().ended()) {
                Platform.runLater(stand.decisions::changed);
              }
            });
  }

  private static List<String> composition(FxRobot robot) {
    return robot.from(robot.lookup("#training-composition")).lookup(".label").queryAll().stream()
        .map(node -> ((Label) node).getText())
        .toList();
  }

  private static <N extends Node> N node(FxRobot robot, String id, Class<N> type) {
    return robot.lookup("#" + id).queryAs(type);
  }

  private static String state(FxRobot robot, int row) {
    TableView<?> table = node(robot, "training-runs", TableView.class);
    return String.valueOf(table.getColumns().get(1).getCellData(row));
  }

  private static String csv(FxRobot robot, String chart) {
    return node(robot, chart, CurveChart.class).csv();
  }

  private void act(FxRobot robot, String action) {
    robot.interact(() -> stand.actions.run(stand.actions.find(action).orElseThrow()));
  }

  private boolean enabled(String action) {
    return stand.actions.find(action).orElseThrow().enabled().get();
  }

  @SuppressWarnings("unchecked")
  private static void fill(FxRobot robot, int epochs) {
    robot.interact(
        () -> {
          node(robot, "training-architecture", ComboBox.class).setValue("compact");
          node(robot, "training-epochs", Spinner.class).getValueFactory().setValue(epochs);
          node(robot, "training-batch", Spinner.class).getValueFactory().setValue(4);
          robot
              .lookup("Held out, %")
              .queryAs(Label.class)
              .getLabelFor()
              .lookupAll(".slider")
              .forEach(node -> ((javafx.scene.control.Slider) node).setValue(34));
        });
  }

  private JobRecord job(int index) {
    return session.jobs().all().stream()
        .filter(job -> job.kind().equals(TrainJob.NAME))
        .toList()
        .get(index);
  }

  private void train(FxRobot robot) throws Exception {
    int before = session.jobs().all().size();
    act(robot, "training.start");
    PanelStand.await(() -> session.jobs().all().size() > before || !stand.problems.isEmpty());
  }

  @Test
  void aRunIsTrainedPausedResumedAndCompared(FxRobot robot) throws Exception {
    open(robot, drawn());
    assertThat(robot.lookup(".fw-empty").tryQuery()).isPresent();
    assertThat(composition(robot)).contains("24 images · 6 people in all");
    fill(robot, 3);
    assertThat(node(robot, "training-preset", Segments.class).value().get()).isEqualTo("own");
    assertThat(node(robot, "training-name", TextField.class).getText()).isEqualTo("run-1");

    train(robot);
    PanelStand.await(() -> enabled("training.pause"));
    act(robot, "training.pause");
    PanelStand.await(() -> job(0).state() == JobState.PAUSED);
    PanelStand.await(() -> state(robot, 0).equals("paused") && enabled("training.resume"));
    act(robot, "training.resume");
    PanelStand.await(() -> job(0).state().ended());
    assertThat(job(0).state()).as(job(0).message()).isEqualTo(JobState.DONE);
    PanelStand.await(() -> state(robot, 0).equals("done"));
    PanelStand.await(() -> csv(robot, "training-loss").lines().count() == 1 + 12);
    assertThat(csv(robot, "training-held-out").lines()).hasSize(1 + 3);
    assertThat(csv(robot, "training-rate")).contains("\"run-1\",12.0,");
    assertThat(node(robot, "training-told", Label.class).getText())
        .contains("run-1 · done · step 12 of 12");
    TrainingSettings trained =
        new RunReader(TrainJob.folder(session.project(), "run-1")).settings();
    assertThat(trained.architecture()).isEqualTo("compact");
    assertThat(trained.heldOut()).isEqualTo(0.34);

    assertThat(node(robot, "training-name", TextField.class).getText()).isEqualTo("run-2");
    fill(robot, 1);
    train(robot);
    PanelStand.await(() -> job(1).state().ended());
    assertThat(job(1).state()).as(job(1).message()).isEqualTo(JobState.DONE);
    PanelStand.await(() -> csv(robot, "training-loss").contains("\"run-2\",4.0,"));
    PanelStand.await(() -> state(robot, 0).equals("done"));
    robot.interact(
        () -> node(robot, "training-runs", TableView.class).getSelectionModel().selectAll());
    PanelStand.await(
        () ->
            csv(robot, "training-loss").contains("\"run-1\",12.0,")
                && csv(robot, "training-loss").contains("\"run-2\",4.0,"));
    assertThat(stand.problems).isEmpty();
  }

  @Test
  void aCancelledRunCanGoOnAndWhatCannotBeReadIsNamed(FxRobot robot) throws Exception {
    open(robot, drawn());
    fill(robot, 2);
    train(robot);
    PanelStand.await(() -> enabled("training.cancel"));
    act(robot, "training.cancel");
    PanelStand.await(() -> job(0).state() == JobState.CANCELLED);
    PanelStand.await(() -> enabled("training.resume"));
    act(robot, "training.resume");
    PanelStand.await(() -> state(robot, 0).equals("done"));
    assertThat(new RunReader(TrainJob.folder(session.project(), "run-1")).steps()).hasSize(8);

    Path broken = Files.createDirectories(session.project().folder().resolve("runs/broken"));
    Files.writeString(broken.resolve("settings.json"), "{\"epochs\": ");
    PanelStand.await(() -> state(robot, 0).equals("unreadable"));
    assertThat(stand.problems).hasSize(1);
    assertThat(stand.problems.getFirst()).contains("broken").contains("cannot be read");
    assertThat(state(robot, 1)).isEqualTo("done");
  }

  @Test
  void withoutKeptImagesItIsSaidWhatIsMissing(FxRobot robot) throws Exception {
    Path project = Files.createTempDirectory(shared, "empty").resolve("project");
    Project.create(project, "test").close();
    open(robot, project);
    assertThat(composition(robot).getFirst()).contains("at least two people").contains("has 0");
    assertThat(enabled("training.start")).isFalse();
  }

  @Test
  void stagesByDifficultyNeedEmbeddings(FxRobot robot) throws Exception {
    open(robot, drawn());
    robot.interact(
        () -> {
          ComboBox<?> order =
              (ComboBox<?>) ((Parent) robot.lookup("Order").queryAs(Label.class).getLabelFor());
          order.getSelectionModel().selectLast();
        });
    train(robot);
    assertThat(stand.problems).hasSize(1);
    assertThat(stand.problems.getFirst()).contains("embed the project first");
    assertThat(session.jobs().all()).isEmpty();
  }
}
