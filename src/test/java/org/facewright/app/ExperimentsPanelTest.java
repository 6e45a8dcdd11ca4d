package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.facewright.experiment.ExperimentsModel;
import org.facewright.experiment.ExperimentsPanel;
import org.facewright.experiment.Question;
import org.facewright.leakage.PlantedPeople;
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
class ExperimentsPanelTest {
  @TempDir private static Path shared;

  private Session session;
  private PanelStand stand;
  private Stage stage;
  private ExperimentsPanel panel;

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

  private void open(FxRobot robot) throws Exception {
    Path project = Files.createTempDirectory(shared, "experiments").resolve("P");
    PlantedPeople.create(project, 20, 12).close();
    session = Session.open(project, WorkEngines.NONE);
    session.jobs().start();
    robot.interact(this::show);
  }

  private void show() {
    stand = new PanelStand(session);
    ExperimentsModel model =
        new ExperimentsModel(
            new ExperimentDesk(session.project(), session.jobs(), Installation.here()),
            stand.queries,
            stand.said::add,
            stand.problems::add);
    panel =
        new ExperimentsPanel(model, stand.actions, stand.decisions.revision(), stand.problems::add);
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

  private void act(FxRobot robot, String action) {
    robot.interact(
        () -> stand.actions.run(stand.actions.find("experiments." + action).orElseThrow()));
  }

  @SuppressWarnings("unchecked")
  private static void ask(FxRobot robot, Question question, int seeds) {
    robot.interact(
        () -> {
          ((Segments<Question>) robot.lookup("#experiment-question").queryAs(Node.class))
              .value()
              .set(question);
          ((Spinner<Integer>) robot.lookup("#experiment-seeds").queryAs(Spinner.class))
              .getValueFactory()
              .setValue(seeds);
        });
  }

  private static String state(FxRobot robot) {
    return robot
        .from(robot.lookup("#experiments"))
        .lookup(".fw-muted")
        .<Label>tryQuery()
        .map(Label::getText)
        .orElse("");
  }

  private static List<String> said(FxRobot robot) {
    return robot.lookup("#experiment-sentences").queryAs(VBox.class).getChildren().stream()
        .map(node -> ((Label) node).getText())
        .toList();
  }

  @Test
  void aQuestionIsAskedAnsweredReportedAndRemoved(FxRobot robot) throws Exception {
    open(robot);
    assertThat(robot.lookup(".fw-empty").tryQuery()).isPresent();

    ask(robot, Question.GENERATION, 3);
    act(robot, "start");
    PanelStand.await(() -> state(robot).equals("generation: 6 of 6 trials"));
    assertThat(robot.lookup("#experiment-title").queryAs(Label.class).getText())
        .isEqualTo("Are the new people like real ones?");
    TableView<?> arms = robot.lookup("#experiment-arms").queryTableView();
    assertThat(arms.getItems()).hasSize(2);
    assertThat(arms.getColumns().get(1).getCellData(0)).isEqualTo("10");
    assertThat(robot.lookup("#experiment-intervals").queryAs(VBox.class).getChildren())
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(said(robot))
        .contains("How far this reaches")
        .anyMatch(one -> one.contains("3 seeds"));

    act(robot, "report");
    PanelStand.await(() -> !stand.said.isEmpty());
    assertThat(session.project().folder().resolve("runs/experiments/generation/report.html"))
        .exists();
    act(robot, "start");
    PanelStand.await(() -> state(robot).equals("generation-2: 6 of 6 trials"));
    act(robot, "remove");
    PanelStand.await(() -> state(robot).equals("generation: 6 of 6 trials"));
    act(robot, "remove");
    PanelStand.await(() -> robot.lookup(".fw-empty").tryQuery().isPresent());
    assertThat(stand.problems).isEmpty();
  }

  @Test
  void whatCannotBeAskedIsSaidInOneSentence(FxRobot robot) throws Exception {
    open(robot);
    ask(robot, Question.CLEANING, 1);
    act(robot, "start");
    PanelStand.await(() -> !stand.problems.isEmpty());
    assertThat(stand.problems.getFirst()).contains("Cleaning has taken nothing out");
    assertThat(session.jobs().all()).isEmpty();
  }
}
