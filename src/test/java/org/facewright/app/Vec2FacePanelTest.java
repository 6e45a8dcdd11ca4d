package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.facewright.generation.vec2face.growth.GrowOrder;
import org.facewright.generation.vec2face.preview.PreviewModel;
import org.facewright.generation.vec2face.preview.Vec2FacePanel;
import org.facewright.inference.InferenceSettings;
import org.facewright.jobs.JobState;
import org.facewright.jobs.Workers;
import org.facewright.project.Identity;
import org.facewright.project.Origin;
import org.facewright.ui.form.ValueSlider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
class Vec2FacePanelTest {
  private static final InferenceSettings ONE = InferenceSettings.ofThisMachine().withThreads(1);

  @TempDir private static Path shared;

  private final Workers drawing = new Workers("vec2face", 1);
  private final Workers searching = new Workers("search", 1);
  private Session session;
  private PanelStand stand;
  private PreviewModel model;
  private Stage stage;
  private Path work;
  private Installation installation;

  @Start
  void start(Stage window) {
    stage = window;
  }

  @Stop
  void stop() {
    if (model != null) {
      model.close();
    }
    drawing.close();
    searching.close();
    if (stand != null) {
      stand.close();
    }
  }

  private void begin() throws Exception {
    work = Files.createTempDirectory(shared, "vec2face");
    installation = new Installation(work, work.resolve("data"));
    TinyFaces.recogniser(work.resolve("data"));
    Files.createDirectories(work.resolve("models"));
    for (String file : List.of("catalog.json", "diffusion.json")) {
      Files.copy(Path.of("models", file), work.resolve("models").resolve(file));
    }
  }

  private void show(FxRobot robot, boolean embedded) throws Exception {
    DrawnProject.make(work.resolve("project"));
    session = Session.open(work.resolve("project"), installation.inProcess(ONE));
    if (embedded) {
      TinyFaces.embed(session, installation);
    }
    robot.interact(
        () -> {
          stand = new PanelStand(session);
          model =
              new PreviewModel(
                  session.project(),
                  session.jobs(),
                  desk(),
                  drawing,
                  searching,
                  stand.queries,
                  stand.problems::add);
          Vec2FacePanel panel = new Vec2FacePanel(model, stand.actions);
          stand.show(stage, panel, panel.actions());
        });
  }

  private Vec2FaceDesk desk() {
    return new Vec2FaceDesk(
        installation,
        new RememberedFolder(work.resolve("data/vec2face.txt"), stand.problems::add),
        () -> installation.inProcess(ONE).startVec2Face());
  }

  /** A page with the smallest generator, which it finds where users put theirs. */
  private void open(FxRobot robot, boolean embedded) throws Exception {
    begin();
    TinyFaces.generator(work.resolve("data/generators/tiny"));
    show(robot, embedded);
    awaitFaces(robot);
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
  }

  private static void awaitFaces(FxRobot robot) throws Exception {
    PanelStand.await(() -> text(robot, "#vec2face-figures").startsWith("mean "));
  }

  private static Image base(FxRobot robot) {
    Pane cell = robot.lookup("#vec2face-base").queryAs(Pane.class);
    return ((ImageView) cell.getChildren().getFirst()).getImage();
  }

  private static ValueSlider slider(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(ValueSlider.class);
  }

  private static Pane grid(FxRobot robot) {
    return robot.lookup("#vec2face-grid").queryAs(Pane.class);
  }

  private static List<String> badges(FxRobot robot) {
    return grid(robot).getChildren().stream()
        .map(cell -> (Label) ((Pane) cell).getChildren().getLast())
        .filter(Label::isVisible)
        .map(Label::getText)
        .toList();
  }

  @Test
  void withoutAGeneratorThePageSaysHowToGetOne(FxRobot robot) throws Exception {
    begin();
    show(robot, false);
    PanelStand.await(() -> robot.lookup("#vec2face-empty").tryQuery().isPresent());
    assertThat(words(robot)).contains("published weights", "train-generator");
  }

  @Test
  void aGeneratorThatCannotBeReadSaysWhy(FxRobot robot) throws Exception {
    begin();
    Path broken = Files.createDirectories(work.resolve("broken"));
    Files.writeString(broken.resolve("generator.onnx"), "nothing");
    Files.writeString(broken.resolve("config.json"), "{}");
    Files.writeString(work.resolve("data/vec2face.txt"), broken.toString());
    show(robot, false);
    PanelStand.await(() -> words(robot).contains("generator.onnx"));
  }

  private static String words(FxRobot robot) {
    return robot.lookup("#vec2face-empty").tryQueryAs(Pane.class).stream()
        .flatMap(pane -> pane.getChildren().stream())
        .filter(Label.class::isInstance)
        .map(node -> ((Label) node).getText())
        .reduce("", String::concat);
  }

  private static int history(FxRobot robot) {
    return robot.lookup("#vec2face-history").queryAs(ListView.class).getItems().size();
  }

  private static void choose(FxRobot robot, String segments, int number) {
    robot.interact(
        () ->
            ((ToggleButton) robot.lookup(segments).queryAs(Pane.class).getChildren().get(number))
                .fire());
  }

  private static void type(FxRobot robot, String field, String text) {
    robot.interact(
        () -> {
          TextField typed = robot.lookup(field).queryAs(TextField.class);
          typed.setText(text);
          typed.fireEvent(new ActionEvent());
        });
  }

  @Test
  void slidersDrawAtOnceAndTheSameSettingsGiveTheSameFaces(FxRobot robot) throws Exception {
    open(robot, false);
    assertThat(grid(robot).getChildren()).hasSize(16);
    PanelStand.await(() -> badges(robot).size() == 16);
    List<String> first = badges(robot);
    robot.interact(() -> slider(robot, "#vec2face-sigma").value().set(0));
    PanelStand.await(() -> badges(robot).size() == 16 && !badges(robot).equals(first));
    robot.interact(() -> slider(robot, "#vec2face-sigma").value().set(.3));
    PanelStand.await(() -> badges(robot).equals(first));
    robot.interact(() -> slider(robot, "#vec2face-count").value().set(36));
    PanelStand.await(() -> grid(robot).getChildren().size() == 36);
    type(robot, "#vec2face-seed", "9");
    PanelStand.await(
        () -> badges(robot).size() == 36 && !badges(robot).subList(0, 16).equals(first));
    assertThat(stand.problems).isEmpty();
  }

  @Test
  void directionsAreRankedAndMoveTheFaceAndHistoryBringsItBack(FxRobot robot) throws Exception {
    open(robot, true);
    ListView<?> directions = robot.lookup("#vec2face-directions").queryAs(ListView.class);
    // Six identities differ in five directions at most.
    PanelStand.await(() -> directions.getItems().size() == DrawnProject.IDENTITIES - 1);
    PanelStand.await(() -> history(robot) == 1);
    Image before = base(robot);
    robot.interact(() -> ((javafx.scene.control.Slider) directions.lookup(".slider")).setValue(5));
    PanelStand.await(() -> base(robot) != before);
    PanelStand.await(() -> history(robot) == 2);
    choose(robot, "#vec2face-basis", 1);
    PanelStand.await(() -> directions.getItems().size() == TinyFaces.DIM);
    robot.interact(() -> robot.lookup("#vec2face-rank").queryAs(Button.class).fire());
    PanelStand.await(() -> text(robot, "#vec2face-rank").equals("Rank by effect"));
    robot.interact(() -> robot.lookup("#vec2face-reset").queryAs(Button.class).fire());
    PanelStand.await(() -> history(robot) == 2 || history(robot) == 3);
    assertThat(stand.problems).isEmpty();
  }

  @Test
  void somebodyOfTheProjectIsPinnedAndQueued(FxRobot robot) throws Exception {
    open(robot, true);
    choose(robot, "#vec2face-source", 1);
    type(robot, "#vec2face-identity", "p002");
    PanelStand.await(() -> text(robot, "#vec2face-reference").equals("p002"));
    awaitFaces(robot);
    Image before = base(robot);
    robot.interact(() -> stand.actions.find("vec2face.pin").ifPresent(stand.actions::run));
    choose(robot, "#vec2face-source", 0);
    type(robot, "#vec2face-vector-seed", "5");
    PanelStand.await(
        () -> base(robot) != before && text(robot, "#vec2face-reference").contains("5"));
    robot.interact(() -> stand.actions.find("vec2face.swap").ifPresent(stand.actions::run));
    PanelStand.await(() -> text(robot, "#vec2face-reference").equals("p002"));
    robot.interact(() -> slider(robot, "#vec2face-similarity").value().set(0));
    robot.interact(() -> stand.actions.find("vec2face.queue").ifPresent(stand.actions::run));
    PanelStand.await(() -> !session.jobs().all().isEmpty() && job() != null);
    GrowOrder order = GrowOrder.fromJson(job().settings());
    assertThat(order.drawing().count()).isEqualTo(49);
    assertThat(session.jobs().runNow(job().id()).state()).isEqualTo(JobState.DONE);
    List<Identity> grown =
        session.project().identities().all().stream()
            .filter(each -> each.origin() == Origin.VEC2FACE)
            .toList();
    assertThat(grown).hasSize(1);
    assertThat(grown.getFirst().images()).isPositive();
    choose(robot, "#vec2face-source", 1);
    type(robot, "#vec2face-identity", "nobody");
    PanelStand.await(() -> stand.problems.stream().anyMatch(each -> each.contains("nobody")));
  }

  @Test
  void whereNoNetworkPassesGradientsOnThePageSaysSo(FxRobot robot) throws Exception {
    open(robot, false);
    choose(robot, "#vec2face-ways", 1);
    PanelStand.await(() -> text(robot, "#vec2face-no-search").contains("gives no gradients"));
    assertThat(text(robot, "#vec2face-no-search")).contains("embeddings by tiny");
    assertThat(robot.lookup("#vec2face-find").queryAs(Button.class).isDisabled()).isTrue();
    assertThat(slider(robot, "#vec2face-target-quality").isDisabled()).isTrue();
    assertThat(stand.problems).isEmpty();
  }

  @Test
  void aFaceThatMeetsItsTargetsIsFoundWithWhatComesAlong(FxRobot robot) throws Exception {
    begin();
    installation = new Installation(Path.of("."), work.resolve("data"));
    show(robot, false);
    awaitFaces(robot);
    choose(robot, "#vec2face-ways", 1);
    Button find = robot.lookup("#vec2face-find").queryAs(Button.class);
    PanelStand.await(() -> !find.isDisabled());
    assertThat(text(robot, "#vec2face-quality-by")).contains("builtin", "no MagFace");
    assertThat(robot.lookup("#vec2face-wants-yaw").queryAs(CheckBox.class).isDisabled()).isTrue();
    assertThat(text(robot, "#vec2face-no-pose")).contains("6DRepNet");
    String before = text(robot, "#vec2face-reference");
    // Nothing reaches this: the search runs until it is cancelled.
    robot.interact(() -> slider(robot, "#vec2face-target-quality").value().set(40));
    robot.interact(find::fire);
    PanelStand.await(() -> text(robot, "#vec2face-search").startsWith("Step "));
    assertThat(text(robot, "#vec2face-search")).contains("quality short by");
    robot.interact(() -> robot.lookup("#vec2face-cancel").queryAs(Button.class).fire());
    assertThat(text(robot, "#vec2face-search")).startsWith("Cancelled");
    assertThat(text(robot, "#vec2face-reference")).isEqualTo(before);
    // This is met at the first look or soon after.
    robot.interact(() -> slider(robot, "#vec2face-target-quality").value().set(20));
    robot.interact(find::fire);
    PanelStand.await(() -> text(robot, "#vec2face-search").startsWith("All targets are met"));
    assertThat(text(robot, "#vec2face-search"))
        .contains("Identity", "met: within 0.30", "Quality", "met: at least 20.0");
    PanelStand.await(() -> text(robot, "#vec2face-reference").equals(before + ", found"));
    Path none = Files.writeString(work.resolve("no.pth"), "nothing");
    Vec2FaceDesk desk = desk();
    assertThatThrownBy(() -> desk.turnBy(none)).hasMessageContaining("no.pth");
    assertThatThrownBy(() -> desk.judgeBy(none)).hasMessageContaining("no.pth");
    assertThat(work.resolve("data/pose.txt")).doesNotExist();
    assertThat(stand.problems).isEmpty();
  }

  private org.facewright.jobs.JobRecord job() {
    return session.jobs().all().stream()
        .filter(each -> each.kind().equals("grow"))
        .findFirst()
        .orElse(null);
  }
}
