package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.facewright.exchange.ImportJob;
import org.facewright.generation.render.RenderJob;
import org.facewright.generation.render.RenderModel;
import org.facewright.generation.render.RenderOrder;
import org.facewright.generation.render.RenderPanel;
import org.facewright.inference.InferenceSettings;
import org.facewright.jobs.JobQueue;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.project.Project;
import org.facewright.ui.form.ValueSlider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
class RenderPanelTest {
  private static final Path KIT = Path.of("assets/facekit/ict_pack.npz");
  @TempDir private static Path shared;

  private Session session;
  private PanelStand stand;
  private Stage stage;
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

  private void open(FxRobot robot, Optional<Path> kit) throws Exception {
    work = Files.createTempDirectory(shared, "render");
    Path folder = work.resolve("project");
    Project.create(folder, "test").close();
    Installation installation = new Installation(Path.of("."), work.resolve("data"));
    session = Session.open(folder, installation.inProcess(InferenceSettings.ofThisMachine()));
    KitFile memory = new KitFile(work.resolve("data/facekit.txt"), Optional.empty(), problem -> {});
    kit.ifPresent(memory::remember);
    robot.interact(() -> show(memory));
  }

  private void show(KitFile memory) {
    stand = new PanelStand(session);
    RenderModel model =
        new RenderModel(session.jobs(), memory, stand.previews, stand.problems::add);
    RenderPanel panel = new RenderPanel(model, stand.actions, work.resolve("sets"));
    stand.show(stage, panel, panel.actions());
  }

  private Image picture(FxRobot robot) {
    return robot.lookup("#render-preview").queryAs(ImageView.class).getImage();
  }

  private static boolean differ(Image a, Image b) {
    for (int y = 0; y < a.getHeight(); y += 4) {
      for (int x = 0; x < a.getWidth(); x += 4) {
        if (a.getPixelReader().getArgb(x, y) != b.getPixelReader().getArgb(x, y)) {
          return true;
        }
      }
    }
    return false;
  }

  private void settled(FxRobot robot) throws Exception {
    PanelStand.await(
        () ->
            robot.lookup("#render-preview").tryQuery().isPresent()
                && picture(robot) != null
                && picture(robot).getWidth() == RenderModel.SHARP);
  }

  @Test
  void aSliderChangesThePictureAndResetBringsItBack(FxRobot robot) throws Exception {
    open(robot, Optional.of(KIT));
    settled(robot);
    Image before = picture(robot);
    robot.clickOn("Skin");
    ValueSlider melanin = robot.lookup("#render-identity-skin-melanin").queryAs(ValueSlider.class);
    double drawn = melanin.value().get();
    robot.interact(() -> melanin.value().set(drawn > .5 ? .1 : .9));
    PanelStand.await(() -> picture(robot).getWidth() == RenderModel.QUICK);
    settled(robot);
    assertThat(differ(before, picture(robot))).isTrue();
    robot.clickOn("#render-reset");
    PanelStand.await(() -> Math.abs(melanin.value().get() - drawn) < .01);
    PanelStand.await(() -> picture(robot).getWidth() == RenderModel.QUICK);
    settled(robot);
    assertThat(differ(before, picture(robot))).isFalse();
  }

  @Test
  void surpriseDrawsSomebodyElseAndTheSeedBringsThemBack(FxRobot robot) throws Exception {
    open(robot, Optional.of(KIT));
    settled(robot);
    Image first = picture(robot);
    TextField seed = robot.lookup("#render-seed").queryAs(TextField.class);
    String known = seed.getText();
    robot.clickOn("#render-surprise");
    PanelStand.await(() -> !seed.getText().equals(known));
    robot.interact(seed::requestFocus);
    robot.interact(() -> seed.setText(known));
    robot.type(KeyCode.ENTER);
    PanelStand.await(() -> picture(robot).getWidth() == RenderModel.QUICK);
    settled(robot);
    assertThat(differ(first, picture(robot))).isFalse();
    robot.interact(seed::requestFocus);
    robot.interact(() -> seed.setText("somebody"));
    robot.type(KeyCode.ENTER);
    assertThat(stand.problems).singleElement().asString().contains("no seed");
  }

  @Test
  void withoutAFaceModelThePageAsksForOne(FxRobot robot) throws Exception {
    open(robot, Optional.empty());
    assertThat(robot.lookup("#render-kit").tryQuery()).isPresent();
    assertThat(robot.lookup("#render-preview").tryQuery()).isEmpty();
  }

  @Test
  void whatIsNoFaceModelIsRefusedInWords(FxRobot robot) throws Exception {
    Path letter = Files.writeString(shared.resolve("letter.npz"), "Dear reader");
    open(robot, Optional.of(letter));
    PanelStand.await(() -> !stand.problems.isEmpty());
    assertThat(stand.problems.getFirst()).contains("letter.npz");
    PanelStand.await(() -> robot.lookup("#render-kit").tryQuery().isPresent());
  }

  @Test
  void aSetIsRenderedLabelledAndTakenIn(FxRobot robot) throws Exception {
    open(robot, Optional.of(KIT));
    JobQueue jobs = session.jobs();
    Path output = work.resolve("set");
    RenderOrder order =
        new RenderOrder(
            KIT.toAbsolutePath().toString(), output.toString(), 2, 2, 5, 48, true, true);
    JobRecord done = EmbeddedProject.run(session, RenderJob.NAME, order.toJson());
    assertThat(done.message()).startsWith("4 pictures");
    assertThat(Files.readAllLines(output.resolve("labels.csv"))).hasSize(5);
    assertThat(Files.readAllLines(output.resolve("identities.csv"))).hasSize(3);
    JobRecord importing = jobs.all().getLast();
    assertThat(importing.kind()).isEqualTo(ImportJob.NAME);
    assertThat(jobs.runNow(importing.id()).state()).isEqualTo(JobState.DONE);
    assertThat(session.project().images().count()).isEqualTo(4);
    // A person that is missing is rendered again, the others are left alone.
    Path kept = output.resolve("000000/000.jpg");
    byte[] lost = Files.readAllBytes(output.resolve("000001/001.jpg"));
    var before = Files.getLastModifiedTime(kept);
    try (var files = Files.list(output.resolve("000001"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(output.resolve("000001"));
    EmbeddedProject.run(session, RenderJob.NAME, order.toJson());
    assertThat(Files.readAllBytes(output.resolve("000001/001.jpg"))).isEqualTo(lost);
    assertThat(Files.getLastModifiedTime(kept)).isEqualTo(before);
  }

  @Test
  void aFolderWithSomethingElseIsRefused(FxRobot robot) throws Exception {
    open(robot, Optional.empty());
    Path output = Files.createDirectories(work.resolve("full"));
    Files.writeString(output.resolve("diary.txt"), "mine");
    RenderOrder order =
        new RenderOrder(
            KIT.toAbsolutePath().toString(), output.toString(), 1, 1, 5, 48, true, false);
    JobRecord job = session.jobs().submit(RenderJob.NAME, "set", order.toJson());
    JobRecord ended = session.jobs().runNow(job.id());
    assertThat(ended.state()).isEqualTo(JobState.FAILED);
    assertThat(ended.message()).contains("full", "not empty");
    assertThat(output.resolve("diary.txt")).hasContent("mine");
  }
}
