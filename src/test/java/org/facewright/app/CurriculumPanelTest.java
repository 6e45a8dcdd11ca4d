package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.facewright.assembly.AssembledPeople;
import org.facewright.curriculum.CurriculumModel;
import org.facewright.curriculum.CurriculumPanel;
import org.facewright.gallery.FaceKey;
import org.facewright.gallery.FaceSource;
import org.facewright.image.ImageDecoder;
import org.facewright.jobs.Workers;
import org.facewright.project.Project;
import org.facewright.project.ReleaseRecord;
import org.facewright.project.release.CurriculumPlan;
import org.facewright.project.release.PlanPacing;
import org.facewright.training.sampler.Pacing;
import org.facewright.ui.chart.CutHistogram;
import org.facewright.ui.chart.StageBands;
import org.facewright.ui.form.Segments;
import org.facewright.ui.wall.Thumbnails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
class CurriculumPanelTest {
  @TempDir private static Path shared;

  private final Workers decoders = new Workers("crop", 1);
  private final List<String> opened = new ArrayList<>();
  private Session session;
  private PanelStand stand;
  private CurriculumModel model;
  private CurriculumPanel panel;
  private Stage stage;
  private CurriculumPlan trained;

  @Start
  void start(Stage window) {
    stage = window;
  }

  @Stop
  void stop() {
    if (stand != null) {
      panel.hidden();
      stand.close();
    }
    decoders.close();
  }

  private void open(FxRobot robot, boolean people) throws Exception {
    Path project = Files.createTempDirectory(shared, "curriculum").resolve("p");
    if (people) {
      try (Project made = AssembledPeople.make(project, new int[] {12, 14, 11, 3}, new int[] {})) {
        AssembledPeople.embed(made);
      }
    } else {
      Project.create(project, "test").close();
    }
    session = Session.open(project, Installation.here().noEngines());
    session.jobs().start();
    robot.interact(this::show);
    if (people) {
      PanelStand.await(() -> robot.lookup("#curriculum-bands").tryQuery().isPresent());
    }
  }

  private void show() {
    stand = new PanelStand(session);
    FaceSource faces = new FaceSource(session.project(), new ImageDecoder());
    model =
        new CurriculumModel(
            new CurriculumDesk(session.project(), session.jobs()),
            stand.queries,
            stand.problems::add);
    panel =
        new CurriculumPanel(
            model,
            stand.actions,
            new Thumbnails<>(
                (id, edge) -> faces.thumbnail(FaceKey.image(id), edge), decoders, 1, 8L << 20),
            stand.decisions.revision(),
            image -> opened.add("image " + image),
            (ReleaseRecord release, CurriculumPlan plan) -> {
              opened.add(release.title());
              trained = plan;
            });
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

  private static <N extends Node> N node(FxRobot robot, String id, Class<N> type) {
    return robot.lookup("#" + id).queryAs(type);
  }

  private static List<String> texts(FxRobot robot, String id) {
    return robot.from(robot.lookup("#" + id)).lookup(".label").queryAll().stream()
        .map(label -> ((Label) label).getText())
        .toList();
  }

  private void act(FxRobot robot, String action) {
    robot.interact(
        () -> stand.actions.run(stand.actions.find("curriculum." + action).orElseThrow()));
  }

  private static List<Integer> starts(FxRobot robot) {
    return node(robot, "curriculum-bands", StageBands.class).stages().stream()
        .map(StageBands.Stage::from)
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static void preset(FxRobot robot, String name) {
    robot.interact(
        () ->
            ((Segments<String>) node(robot, "curriculum-preset", Segments.class))
                .value()
                .set(name));
  }

  private static String preset(FxRobot robot) {
    return String.valueOf(node(robot, "curriculum-preset", Segments.class).value().get());
  }

  @Test
  void aPlanIsEditedWithTheKeysAndUndone(FxRobot robot) throws Exception {
    open(robot, true);
    assertThat(model.canUndo().get()).as("nobody has edited yet").isFalse();
    assertThat(texts(robot, "curriculum-composition"))
        .contains("150 images of 3 people, 113 of them changed pictures");
    preset(robot, "measured");
    PanelStand.await(() -> starts(robot).size() == 3);
    assertThat(starts(robot)).containsExactly(1, 7, 14);
    assertThat(node(robot, "curriculum-difficulty", CutHistogram.class).cuts()).hasSize(2);

    robot.interact(() -> node(robot, "curriculum-bands", StageBands.class).requestFocus());
    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    robot.press(KeyCode.SHIFT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.SHIFT);
    PanelStand.await(() -> starts(robot).equals(List.of(1, 8, 14)));
    assertThat(preset(robot)).isEqualTo("own");
    robot.press(KeyCode.CONTROL, KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.CONTROL);
    assertThat(node(robot, "curriculum-bands", StageBands.class).stages().getFirst().caption())
        .contains("67 %");
    act(robot, "split");
    assertThat(starts(robot)).hasSize(4);
    act(robot, "undo");
    act(robot, "undo");
    act(robot, "undo");
    assertThat(starts(robot)).containsExactly(1, 7, 14);
    assertThat(preset(robot)).isEqualTo("measured");
    act(robot, "redo");
    assertThat(starts(robot)).containsExactly(1, 8, 14);
    assertThat(stand.problems).isEmpty();
  }

  private void pace(FxRobot robot, int way) {
    robot.interact(
        () ->
            ((ToggleButton) node(robot, "curriculum-pacing", Segments.class).getChildren().get(way))
                .fire());
  }

  private static String pacing(FxRobot robot) {
    return node(robot, "curriculum-pacing-words", Label.class).getText();
  }

  @Test
  @SuppressWarnings("unchecked")
  void aSetIsOpenedFromItsEasyEnd(FxRobot robot) throws Exception {
    open(robot, true);
    PanelStand.await(() -> !node(robot, "curriculum-pacing", Segments.class).isDisabled());
    assertThat(pacing(robot)).startsWith("Every picture");
    pace(robot, 3);
    assertThat(pacing(robot))
        .contains("30 % in epoch 1", "74 % in epoch 6", "everything from epoch 11 on");
    robot.interact(
        () -> {
          node(robot, "curriculum-pacing-start", Spinner.class).getValueFactory().setValue(50);
          node(robot, "curriculum-pacing-until", Spinner.class).getValueFactory().setValue(4);
        });
    assertThat(pacing(robot)).contains("50 % in epoch 1", "everything from epoch 5 on");
    act(robot, "undo");
    assertThat(pacing(robot)).contains("everything from epoch 11 on");
    act(robot, "redo");
    pace(robot, 1);
    robot.interact(
        () -> node(robot, "curriculum-pacing-every", Spinner.class).getValueFactory().setValue(8));
    assertThat(pacing(robot)).contains("50 % in epoch 1", "90 % in the last");
    act(robot, "freeze");
    ListView<ReleaseRecord> list = node(robot, "curriculum-releases", ListView.class);
    PanelStand.await(
        () -> list.getItems().size() == 1 && list.getSelectionModel().getSelectedItem() != null);
    act(robot, "train");
    PanelStand.await(() -> trained != null);
    assertThat(trained.pacing()).isEqualTo(new PlanPacing.Steps(.5, .2, 8));
    for (int epoch = 1; epoch <= 20; epoch++) {
      assertThat(trained.pacing().share(epoch))
          .isEqualTo(new Pacing.Steps(.5, .2, 8).share(epoch - 1));
      assertThat(new PlanPacing.Root(.2, 7).share(epoch))
          .isEqualTo(new Pacing.Root(.2, 7).share(epoch - 1));
      assertThat(new PlanPacing.Linear(.2, 7).share(epoch))
          .isEqualTo(new Pacing.Linear(.2, 7).share(epoch - 1));
    }
    assertThat(stand.problems).isEmpty();
  }

  @Test
  void withoutEmbeddingsThePageSaysWhyNothingCanBePaced(FxRobot robot) throws Exception {
    Path project = Files.createTempDirectory(shared, "curriculum").resolve("p");
    AssembledPeople.make(project, new int[] {12, 14, 11, 3}, new int[] {}).close();
    session = Session.open(project, Installation.here().noEngines());
    session.jobs().start();
    robot.interact(this::show);
    PanelStand.await(() -> robot.lookup("#curriculum-pacing").tryQuery().isPresent());
    assertThat(node(robot, "curriculum-pacing", Segments.class).isDisabled()).isTrue();
    assertThat(pacing(robot)).contains("embed the project");
  }

  @Test
  void bandsAndCutLinesAreDragged(FxRobot robot) throws Exception {
    open(robot, true);
    preset(robot, "measured");
    PanelStand.await(() -> starts(robot).size() == 3);
    StageBands bands = node(robot, "curriculum-bands", StageBands.class);
    double epoch = (bands.getWidth() - 116) / 20;
    var line = bands.localToScreen(104 + 6 * epoch, 60);
    robot.drag(line.getX(), line.getY()).dropTo(line.getX() + 2 * epoch, line.getY());
    PanelStand.await(() -> starts(robot).equals(List.of(1, 9, 14)));

    CutHistogram histogram = node(robot, "curriculum-difficulty", CutHistogram.class);
    double before = histogram.cuts().getFirst();
    robot.interact(histogram::requestFocus);
    robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
    PanelStand.await(() -> histogram.cuts().getFirst() < before);
    assertThat(bands.stages().getFirst().caption()).doesNotContain("0–33 %");
  }

  @Test
  void stepsAreSwitchedAndTheWallFollows(FxRobot robot) throws Exception {
    open(robot, true);
    GridPane wall = node(robot, "curriculum-wall", GridPane.class);
    PanelStand.await(() -> wall.getChildren().size() == 3 * 10);
    robot.interact(
        () -> {
          for (String step : List.of("flip", "colour", "grey", "affine", "turn", "blur", "half")) {
            node(robot, "curriculum-augment-" + step, CheckBox.class).setSelected(false);
          }
        });
    PanelStand.await(
        () ->
            texts(robot, "curriculum-composition")
                .contains("37 images of 3 people, 0 of them changed pictures"));
  }

  @Test
  @SuppressWarnings("unchecked")
  void aReleaseIsFrozenAndHandedToTraining(FxRobot robot) throws Exception {
    open(robot, true);
    robot.interact(
        () -> {
          node(robot, "curriculum-images", Spinner.class).getValueFactory().setValue(12);
          node(robot, "curriculum-epochs", Spinner.class).getValueFactory().setValue(8);
        });
    act(robot, "freeze");
    ListView<ReleaseRecord> list = node(robot, "curriculum-releases", ListView.class);
    PanelStand.await(
        () -> list.getItems().size() == 1 && list.getSelectionModel().getSelectedItem() != null);
    ReleaseRecord frozen = list.getItems().getFirst();
    assertThat(frozen.title()).isEqualTo("release-v1");
    assertThat(frozen.images()).isEqualTo(36);
    act(robot, "train");
    PanelStand.await(() -> opened.contains("release-v1"));
    assertThat(trained).isEqualTo(CurriculumPlan.paper(8));

    act(robot, "freeze");
    PanelStand.await(() -> list.getItems().size() == 2);
    robot.interact(() -> list.getSelectionModel().selectLast());
    act(robot, "current");
    PanelStand.await(() -> list.getItems().getLast().current());
    robot.interact(() -> list.getSelectionModel().selectLast());
    act(robot, "uncurrent");
    PanelStand.await(() -> list.getItems().getFirst().current());
    assertThat(stand.problems).isEmpty();
  }

  @Test
  void whatCannotBeFilledIsSaidAndNotFrozen(FxRobot robot) throws Exception {
    open(robot, true);
    robot.interact(
        () -> node(robot, "curriculum-identities", Spinner.class).getValueFactory().setValue(500));
    PanelStand.await(
        () -> node(robot, "curriculum-obstacle", Label.class).getText().contains("asks for"));
    assertThat(stand.actions.find("curriculum.freeze").orElseThrow().enabled().get()).isFalse();
    act(robot, "undo");
    PanelStand.await(() -> node(robot, "curriculum-obstacle", Label.class).getText().isEmpty());
  }

  @Test
  void anEmptyProjectSaysWhatToDo(FxRobot robot) throws Exception {
    open(robot, false);
    PanelStand.await(
        () -> node(robot, "curriculum-why", Label.class).getText().contains("images that count"));
    assertThat(robot.lookup(".fw-empty").tryQuery()).isPresent();
    assertThat(stand.actions.find("curriculum.freeze").orElseThrow().enabled().get()).isFalse();
  }
}
