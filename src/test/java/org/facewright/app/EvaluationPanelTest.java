package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.stage.Stage;
import org.facewright.evaluation.EvaluateJob;
import org.facewright.evaluation.Evaluation;
import org.facewright.evaluation.EvaluationBook;
import org.facewright.evaluation.EvaluationModel;
import org.facewright.evaluation.EvaluationOrder;
import org.facewright.evaluation.EvaluationPanel;
import org.facewright.faces.AlignmentMode;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
class EvaluationPanelTest {
  private static final Path PAIRS = Path.of("assets/sample/pairs.bin");

  @TempDir private static Path shared;

  private Session session;
  private PanelStand stand;
  private EvaluationBook book;
  private Stage stage;
  private Installation installation;

  @Start
  void start(Stage window) {
    stage = window;
  }

  @Stop
  void stop() {
    if (stand != null) {
      stand.close();
    }
  }

  private void open(FxRobot robot) throws Exception {
    Path work = Files.createTempDirectory(shared, "evaluation");
    session = new EmbeddedProject(work).imported();
    installation = new Installation(Path.of("."), work.resolve("data"));
    book = EvaluateJob.book(session.project());
    session.jobs().start();
    robot.interact(this::show);
    PanelStand.await(() -> TinyEmbedder.NAME.equals(recogniser(robot).getValue()));
  }

  private void show() {
    stand = new PanelStand(session);
    EvaluationModel model =
        new EvaluationModel(
            book,
            new EvaluationDesk(installation, session.jobs()),
            stand.queries,
            stand.problems::add);
    EvaluationPanel panel =
        new EvaluationPanel(
            model,
            stand.actions,
            stand.decisions.revision(),
            installation.samplePairs(),
            stand.problems::add);
    stand.show(stage, panel, panel.actions());
    session
        .jobs()
        .addListener(
            event -> {
              if (event.job().state().ended()) {
                javafx.application.Platform.runLater(stand.decisions::changed);
              }
            });
  }

  @SuppressWarnings("unchecked")
  private static ComboBox<String> recogniser(FxRobot robot) {
    return robot.lookup("#evaluation-recogniser").queryAs(ComboBox.class);
  }

  @SuppressWarnings("unchecked")
  private static TableView<Evaluation> table(FxRobot robot) {
    return robot.lookup("#evaluations").queryAs(TableView.class);
  }

  private void act(FxRobot robot, String action) {
    robot.interact(() -> stand.actions.run(stand.actions.find(action).orElseThrow()));
  }

  private void judge(FxRobot robot, int wanted) throws Exception {
    int before = session.jobs().all().size();
    act(robot, "evaluation.sample");
    PanelStand.await(() -> session.jobs().all().size() > before);
    JobRecord job = session.jobs().all().getLast();
    PanelStand.await(() -> record(job).state().ended());
    assertThat(record(job).message()).contains("right, AUC");
    assertThat(book.all().unreadable()).isEmpty();
    PanelStand.await(() -> book.all().evaluations().size() == wanted);
    PanelStand.await(
        () ->
            robot.lookup("#evaluations").tryQuery().isPresent()
                && table(robot).getItems().size() == wanted);
  }

  @Test
  void aRecogniserIsJudgedShownAndForgotten(FxRobot robot) throws Exception {
    open(robot);
    assertThat(robot.lookup(".fw-empty").tryQuery()).isPresent();

    judge(robot, 1);
    Evaluation found = book.all().evaluations().getFirst();
    assertThat(found.pairs()).isEqualTo(300);
    assertThat(found.set()).isEqualTo("pairs");
    assertThat(found.order().modelHash()).hasSize(64);
    assertThat(found.genuine()).hasSize(Evaluation.BINS);
    assertThat(java.util.Arrays.stream(found.genuine()).sum()).isEqualTo(150);
    // The threshold is where as many are wrongly accepted as are wrongly refused.
    long accepted = 0;
    for (int i = 0; i < Evaluation.BINS; i++) {
      accepted += -1 + 2.0 * i / Evaluation.BINS >= found.threshold() ? found.impostor()[i] : 0;
    }
    assertThat(accepted / 150.0).isCloseTo(found.eer(), org.assertj.core.data.Offset.offset(.1));

    PanelStand.await(
        () -> !robot.lookup("#worst-accepts").queryAs(FlowPane.class).getChildren().isEmpty());
    assertThat(found.falseAccepts())
        .isSortedAccordingTo((a, b) -> Double.compare(b.similarity(), a.similarity()));
    assertThat(found.falseRejects())
        .isSortedAccordingTo((a, b) -> Double.compare(a.similarity(), b.similarity()));

    judge(robot, 2);
    act(robot, "evaluation.remove");
    PanelStand.await(() -> table(robot).getItems().size() == 1);
    assertThat(stand.problems).isEmpty();
  }

  @Test
  void whatIsNoSetEndsTheJobInOneSentenceAndKeepsNothing(FxRobot robot) throws Exception {
    open(robot);
    Path file = Files.writeString(shared.resolve("no-set.bin"), "this is no pickle");
    JobRecord job = runNow(List.of(PAIRS.toString(), file.toString()));
    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.message()).contains("no-set.bin");
    assertThat(book.all().evaluations()).isEmpty();
  }

  @Test
  void anEvaluationThatCannotBeReadIsNamedAndTheOthersAreShown(FxRobot robot) throws Exception {
    open(robot);
    judge(robot, 1);
    Path broken =
        Files.createDirectories(session.project().folder().resolve("runs/evaluations/broken"));
    Files.writeString(broken.resolve("evaluation.json"), "{\"id\": ");
    robot.interact(stand.decisions::changed);
    PanelStand.await(() -> !stand.problems.isEmpty());
    assertThat(stand.problems.getFirst()).contains("broken").contains("cannot be read");
    assertThat(table(robot).getItems()).hasSize(1);
  }

  private JobRecord runNow(List<String> sets) throws Exception {
    EvaluationOrder order =
        new EvaluationOrder(
            TinyEmbedder.NAME,
            installation.modelHash(TinyEmbedder.NAME),
            sets,
            "",
            false,
            AlignmentMode.ALIGNED,
            1);
    JobRecord job = session.jobs().submit(EvaluateJob.NAME, "x", order.toJson());
    PanelStand.await(() -> record(job).state().ended());
    return record(job);
  }

  private JobRecord record(JobRecord job) {
    return session.project().jobs().find(job.id()).orElseThrow();
  }
}
