package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.facewright.gallery.MapModel;
import org.facewright.gallery.MapPanel;
import org.facewright.gallery.map.MapJob;
import org.facewright.gallery.map.MapMethod;
import org.facewright.gallery.map.MapSettings;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
class MapPanelTest {
  @TempDir private static Path shared;

  private Session session;
  private PanelStand stand;
  private MapModel model;
  private Stage stage;

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
    session = new EmbeddedProject(Files.createTempDirectory(shared, "map")).embedded();
    robot.interact(this::show);
  }

  private void show() {
    stand = new PanelStand(session);
    model =
        new MapModel(
            project(), session.jobs(), stand.decisions, stand.queries, stand.problems::add);
    MapPanel panel =
        new MapPanel(
            model,
            stand.actions,
            stand.thumbnails,
            stand.decisions.revision(),
            identity -> {},
            stand.problems::add);
    stand.show(stage, panel, panel.actions());
  }

  private Project project() {
    return session.project();
  }

  private void map(FxRobot robot, MapMethod method, long identity) throws Exception {
    MapSettings settings = MapSettings.of(TinyEmbedder.NAME, method, identity);
    EmbeddedProject.run(session, MapJob.NAME, settings.toJson());
    robot.interact(stand.decisions::changed);
    PanelStand.await(
        () ->
            model
                .shown()
                .get()
                .filter(shown -> shown.map().settings().equals(settings))
                .isPresent());
  }

  private static void lassoEverything(FxRobot robot) {
    Node map = robot.lookup("#map").query();
    double w = map.getBoundsInLocal().getWidth();
    double h = map.getBoundsInLocal().getHeight();
    robot.moveTo(map.localToScreen(2, 2)).press(MouseButton.PRIMARY);
    robot.moveTo(map.localToScreen(w - 2, 2)).moveTo(map.localToScreen(w - 2, h - 2));
    robot.moveTo(map.localToScreen(2, h - 2)).release(MouseButton.PRIMARY);
  }

  private String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  @Test
  void theButtonMakesAMapAndTheLassoFillsTheWall(FxRobot robot) throws Exception {
    open(robot);
    PanelStand.await(() -> robot.lookup("#map-new").tryQuery().isPresent());
    robot.clickOn("#map-new");
    PanelStand.await(() -> session.jobs().all().getLast().kind().equals(MapJob.NAME));
    JobRecord queued = session.jobs().all().getLast();
    assertThat(session.jobs().runNow(queued.id()).state()).isEqualTo(JobState.DONE);
    robot.interact(stand.decisions::changed);
    PanelStand.await(() -> robot.lookup("#map").tryQuery().isPresent());
    lassoEverything(robot);
    PanelStand.await(
        () -> text(robot, "#map-chosen").equals(EmbeddedProject.IDENTITIES + " chosen"));
    robot.type(KeyCode.ESCAPE);
    PanelStand.await(() -> text(robot, "#map-chosen").equals("Nothing chosen"));
  }

  @Test
  void whatIsChosenIsRejectedInOneDecisionAndTheMapStays(FxRobot robot) throws Exception {
    open(robot);
    long identity = project().identities().find("000002").orElseThrow().id();
    map(robot, MapMethod.PCA, identity);
    lassoEverything(robot);
    int images = project().images().of(identity).size();
    PanelStand.await(() -> text(robot, "#map-chosen").equals(images + " chosen"));
    robot.type(KeyCode.X);
    PanelStand.await(() -> project().images().counts().get(ImageState.REJECTED) == images);
    PanelStand.await(
        () ->
            model.shown().get().orElseThrow().points().stream()
                .allMatch(point -> point.state() == ImageState.REJECTED));
    assertThat(project().decisions().history(9)).hasSize(1);
    assertThat(text(robot, "#map-chosen")).isEqualTo(images + " chosen");
  }

  @Test
  void aKeptMapIsShownAfterReopening(FxRobot robot) throws Exception {
    open(robot);
    map(robot, MapMethod.UMAP, 0);
    List<Float> before = places();
    Path folder = project().folder();
    robot.interact(() -> stage.hide());
    stand.close();
    session = Session.open(folder, WorkEngines.NONE);
    robot.interact(this::show);
    PanelStand.await(() -> model.shown().get().isPresent());
    assertThat(places()).isEqualTo(before);
  }

  private List<Float> places() {
    float[] x = model.shown().get().orElseThrow().map().x();
    return java.util.stream.IntStream.range(0, x.length).mapToObj(i -> x[i]).toList();
  }

  @Test
  void aDamagedMapIsToldAndNotTakenForNone(FxRobot robot) throws Exception {
    open(robot);
    MapSettings settings = MapSettings.of(TinyEmbedder.NAME, MapMethod.PCA, 0);
    EmbeddedProject.run(session, MapJob.NAME, settings.toJson());
    Path file;
    try (var files = Files.list(project().folder().resolve("runs"))) {
      file = files.filter(f -> f.toString().endsWith(".fwm")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    robot.interact(stand.decisions::changed);
    PanelStand.await(() -> !stand.problems.isEmpty());
    assertThat(stand.problems.getFirst()).contains(file.getFileName().toString(), "damaged");
  }
}
