package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.facewright.clustering.ClustersModel;
import org.facewright.clustering.ClustersPanel;
import org.facewright.clustering.Rule;
import org.facewright.gallery.FaceKey;
import org.facewright.project.Decision;
import org.facewright.project.DecisionKind;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.ui.chart.HistogramChart;
import org.facewright.ui.form.ValueSlider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
class ClustersPanelTest {
  private static final int ALL = EmbeddedProject.IDENTITIES * EmbeddedProject.IMAGES;
  @TempDir private static Path shared;

  private EmbeddedProject made;
  private Session session;
  private PanelStand stand;
  private ClustersModel model;
  private Stage stage;

  @Start
  void start(Stage window) {
    stage = window;
  }

  @Stop
  void stop() {
    if (stand != null) {
      model.close();
      stand.close();
    }
  }

  private void open(FxRobot robot, boolean embedded) throws Exception {
    made = new EmbeddedProject(Files.createTempDirectory(shared, "clusters"));
    session = embedded ? made.embedded() : made.imported();
    robot.interact(this::show);
  }

  private void show() {
    stand = new PanelStand(session);
    model =
        new ClustersModel(
            project(),
            stand.previews,
            (rulings, note, sentence) ->
                stand.decisions.decide(DecisionKind.ACCEPT, note, sentence, rulings),
            stand.problems::add);
    ClustersPanel panel =
        new ClustersPanel(
            model,
            stand.actions,
            stand.thumbnails,
            FaceKey::image,
            stand.decisions.revision(),
            identity -> {},
            stand.problems::add);
    stand.show(stage, panel, panel.actions());
  }

  private Project project() {
    return session.project();
  }

  private String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private boolean shows(Rule rule, double similarity) {
    return model
        .proposal()
        .get()
        .filter(shown -> shown.tuning().rule() == rule)
        .filter(shown -> shown.tuning().similarity() == similarity)
        .isPresent();
  }

  private void ready() throws Exception {
    PanelStand.await(() -> model.proposal().get().isPresent());
  }

  @Test
  void theSliderShowsWhatChangesAndAcceptingIsOneDecisionToTakeBack(FxRobot robot)
      throws Exception {
    open(robot, true);
    ready();
    robot.clickOn("Fixed");
    robot.interact(
        () -> robot.lookup("#clusters-similarity").queryAs(ValueSlider.class).value().set(.9));
    PanelStand.await(() -> shows(Rule.FIXED, .9));
    assertThat(text(robot, "#clusters-rejected"))
        .isEqualTo(Integer.toString(EmbeddedProject.STRANGERS));
    assertThat(text(robot, "#clusters-heading")).endsWith(ALL + " images");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    PanelStand.await(() -> rejected() == EmbeddedProject.STRANGERS);
    assertThat(project().decisions().history(10))
        .singleElement()
        .satisfies(ClustersPanelTest::isOneAcceptance);
    assertThat(project().images().decidedCount()).isZero();
    PanelStand.await(() -> text(robot, "#clusters-heading").endsWith(" 0 images"));
    robot.interact(stand.decisions::undo);
    PanelStand.await(() -> counts().get(ImageState.UNJUDGED) == ALL);
    PanelStand.await(() -> text(robot, "#clusters-heading").endsWith(ALL + " images"));
    robot.interact(stand.decisions::redo);
    PanelStand.await(() -> rejected() == EmbeddedProject.STRANGERS);
    assertThat(stand.problems).isEmpty();
  }

  private static void isOneAcceptance(Decision decision) {
    assertThat(decision.kind()).isEqualTo(DecisionKind.ACCEPT);
    assertThat(decision.items()).isEqualTo(ALL);
    assertThat(decision.note()).contains("fixed threshold 0.900");
  }

  private Map<ImageState, Long> counts() {
    return project().images().counts();
  }

  private long rejected() {
    return counts().get(ImageState.REJECTED);
  }

  @Test
  void draggingTheLineOfTheHistogramCutsByHandUnderAnyRule(FxRobot robot) throws Exception {
    open(robot, true);
    ready();
    assertThat(model.tuning().get().rule()).isEqualTo(Rule.DEFAULT);
    HistogramChart chart = robot.lookup("#clusters-histogram").queryAs(HistogramChart.class);
    robot.drag(chart.localToScreen(chart.getWidth() / 2, 100)).dropBy(60, 0);
    PanelStand.await(() -> model.tuning().get().rule() == Rule.FIXED);
    double at = model.tuning().get().similarity();
    assertThat(at).isEqualTo(chart.threshold().get()).isBetween(.4, .6);
    PanelStand.await(() -> shows(Rule.FIXED, at));
  }

  @Test
  void whatAPersonDecidedIsNeitherChangedNorListed(FxRobot robot) throws Exception {
    open(robot, true);
    long image = project().images().of(identity("000001")).getFirst().id();
    project()
        .decisions()
        .decide(
            "somebody",
            DecisionKind.JUDGE,
            "",
            java.util.List.of(org.facewright.project.Ruling.of(image, ImageState.AMBIGUOUS)));
    robot.interact(stand.decisions::changed);
    PanelStand.await(() -> model.proposal().get().filter(p -> p.changes() == ALL - 1).isPresent());
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    PanelStand.await(() -> counts().get(ImageState.UNJUDGED) == 0);
    assertThat(project().images().find(image).orElseThrow().state())
        .isEqualTo(ImageState.AMBIGUOUS);
  }

  private long identity(String label) {
    return project().identities().find(label).orElseThrow().id();
  }

  @Test
  void withoutEmbeddingsThePageSaysWhatToDoAndGoesOnOnceTheyAreThere(FxRobot robot)
      throws Exception {
    open(robot, false);
    PanelStand.await(() -> robot.lookup("#project-embed").tryQuery().isPresent());
    made.embed(session);
    robot.interact(stand.decisions::changed);
    ready();
    assertThat(robot.lookup("#clusters-wall").tryQuery()).isPresent();
  }
}
