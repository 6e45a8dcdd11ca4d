package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.facewright.gallery.FaceKey;
import org.facewright.gallery.FaceSource;
import org.facewright.image.ImageDecoder;
import org.facewright.leakage.LeakageModel;
import org.facewright.leakage.LeakagePanel;
import org.facewright.leakage.PlantedPeople;
import org.facewright.leakage.diversity.DiversityModel;
import org.facewright.project.DecisionKind;
import org.facewright.project.Identity;
import org.facewright.ui.wall.Thumbnails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
class LeakagePanelTest {
  @TempDir private static Path shared;

  private Session session;
  private PanelStand stand;
  private Stage stage;
  private LeakageModel model;
  private Path work;

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
    work = Files.createTempDirectory(shared, "leakage");
    PlantedPeople.create(work.resolve("P"), 30, 40).close();
    session = Session.open(work.resolve("P"), WorkEngines.NONE);
    session.jobs().start();
    robot.interact(this::show);
  }

  private void show() {
    stand = new PanelStand(session);
    model =
        new LeakageModel(
            session.project(),
            session.jobs(),
            (note, sentence, rulings) ->
                stand.decisions.decide(DecisionKind.JUDGE, note, sentence, rulings),
            stand.queries,
            stand.problems::add);
    FaceSource faces = new FaceSource(session.project(), new ImageDecoder());
    LeakagePanel panel =
        new LeakagePanel(
            model,
            new DiversityModel(
                session.project(), session.jobs(), stand.queries, stand.problems::add),
            stand.actions,
            new Thumbnails<>(
                (id, edge) -> faces.thumbnail(FaceKey.image(id), edge),
                stand.previews,
                1,
                16L << 20),
            stand.decisions.revision(),
            stand.decisions::undo,
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

  private static ListView<?> list(FxRobot robot, String id) {
    return robot.lookup(id).queryListView();
  }

  private void act(FxRobot robot, String action) {
    robot.interact(() -> stand.actions.run(stand.actions.find(action).orElseThrow()));
  }

  private Identity person(int number) {
    return PlantedPeople.synthetic(session.project()).get(number);
  }

  @Test
  void peopleAreCheckedShownAndDecidedAbout(FxRobot robot) throws Exception {
    open(robot);
    PanelStand.await(
        () ->
            robot.lookup("#leak-fresh").queryAs(Label.class).getText().startsWith("40 synthetic"));
    assertThat(robot.lookup(".fw-empty").tryQuery()).isPresent();

    act(robot, "leakage.people");
    Path gallery = work.resolve("more.npy");
    PlantedPeople.writeGallery(gallery, 1, 200);
    robot.interact(() -> addFile(gallery));
    PanelStand.await(() -> list(robot, "#leak-galleries").getItems().size() == 2);
    act(robot, "leakage.check");
    PanelStand.await(() -> robot.lookup("#leak-pairs").tryQuery().isPresent());
    PanelStand.await(() -> !list(robot, "#leak-pairs").getItems().isEmpty());
    assertThat(robot.lookup("#leak-guarantee").queryAs(Label.class).getText())
        .contains("2 galleries", "reaches no further");
    assertThat(session.jobs().all().getLast().message()).contains("40 new identities");

    robot.interact(
        () -> {
          list(robot, "#leak-pairs").requestFocus();
          list(robot, "#leak-pairs").getSelectionModel().select(0);
        });
    robot.push(KeyCode.X);
    PanelStand.await(() -> person(0).rejected() == 1);
    PanelStand.await(() -> robot.lookup("the same person · rejected").tryQuery().isPresent());
    robot.push(KeyCode.U);
    PanelStand.await(() -> person(0).rejected() == 0);
    PanelStand.await(() -> robot.lookup("the same person · rejected").tryQuery().isEmpty());
    robot.push(KeyCode.K);
    PanelStand.await(
        () -> robot.lookup("the same person · accepted by a person").tryQuery().isPresent());
    assertThat(session.project().images().of(person(0).id()).getFirst().decided()).isTrue();
    assertThat(stand.problems).isEmpty();
  }

  @Test
  void realAndSyntheticPeopleAreMeasuredSideBySide(FxRobot robot) throws Exception {
    open(robot);
    PanelStand.await(() -> stand.actions.find("leakage.measure").orElseThrow().enabled().get());
    act(robot, "leakage.measure");
    PanelStand.await(() -> robot.lookup("#diversity-figures").tryQuery().isPresent());
    assertThat(robot.lookup("effective identities").tryQuery()).isPresent();
    assertThat(robot.lookup("synthetic").tryQuery()).isPresent();
    assertThat(stand.problems).isEmpty();
  }

  private void addFile(Path gallery) {
    model.add(List.of(gallery));
  }

  @Test
  void whatIsNoGalleryIsSaidInOneSentence(FxRobot robot) throws Exception {
    open(robot);
    robot.interact(() -> addFile(work.resolve("nothing.npy")));
    PanelStand.await(() -> !stand.problems.isEmpty());
    assertThat(stand.problems.getFirst()).contains("There is no file", "nothing.npy");
  }
}
