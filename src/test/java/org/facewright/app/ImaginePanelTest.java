package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.facewright.generation.diffusion.LightModel;
import org.facewright.generation.diffusion.Preset;
import org.facewright.generation.diffusion.schedule.Scheduler;
import org.facewright.generation.imagine.GenerationPictures;
import org.facewright.generation.imagine.GrowWish;
import org.facewright.generation.imagine.ImagineJob;
import org.facewright.generation.imagine.ImagineModel;
import org.facewright.generation.imagine.ImagineOrder;
import org.facewright.generation.imagine.ImaginePanel;
import org.facewright.generation.imagine.PictureSource;
import org.facewright.generation.imagine.ReferenceGates;
import org.facewright.generation.prompt.PromptPreset;
import org.facewright.inference.Device;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.Precision;
import org.facewright.inference.TestModels;
import org.facewright.jobs.JobRecord;
import org.facewright.project.DecisionKind;
import org.facewright.project.Identity;
import org.facewright.project.LeakGallery;
import org.facewright.project.Project;
import org.facewright.ui.form.ValueSlider;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.ui.wall.Wall;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Npy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
class ImaginePanelTest {
  private static final InferenceSettings ONE =
      new InferenceSettings(Device.CPU, 1, 1, Precision.EXACT);

  @TempDir private static Path shared;

  private Session session;
  private PanelStand stand;
  private Stage stage;
  private Path work;
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

  private void project() throws Exception {
    work = Files.createTempDirectory(shared, "imagine");
    Path data = Files.createDirectories(work.resolve("data"));
    Files.createSymbolicLink(
        data.resolve("models"), Path.of("target/test-models").toAbsolutePath());
    installation = new Installation(Path.of("."), data);
    Project.create(work.resolve("project"), "test").close();
    session = Session.open(work.resolve("project"), installation.inProcess(ONE));
  }

  private void show(FxRobot robot) {
    robot.interact(
        () -> {
          stand = new PanelStand(session);
          RememberedFolder memory =
              new RememberedFolder(work.resolve("data/sdxl.txt"), stand.problems::add);
          DrawingDesk desk =
              new DrawingDesk(
                  installation,
                  () -> ONE,
                  memory,
                  new Vec2FaceDesk(
                      installation,
                      new RememberedFolder(work.resolve("data/vec2face.txt"), stand.problems::add),
                      installation.inProcess(ONE)),
                  (sentence, rulings) ->
                      stand.decisions.decide(DecisionKind.JUDGE, sentence, rulings));
          ImagineModel model =
              new ImagineModel(
                  session.project(),
                  session.jobs(),
                  session.drawing(),
                  desk,
                  stand.queries,
                  stand.problems::add);
          GenerationPictures drawn = new GenerationPictures(session.project());
          ImaginePanel panel =
              new ImaginePanel(
                  model,
                  stand.actions,
                  new Thumbnails<>(drawn::thumbnail, stand.previews, 1, 16L << 20),
                  stand.decisions.revision(),
                  stand.decisions::undo);
          stand.show(stage, panel, panel.actions());
        });
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
  }

  private static String examples(FxRobot robot) {
    return robot.lookup("#imagine-examples").queryAs(VBox.class).getChildren().stream()
        .map(each -> ((Label) each).getText())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void withoutAModelThePageSaysHowToGetOne(FxRobot robot) throws Exception {
    project();
    show(robot);
    PanelStand.await(() -> robot.lookup("#imagine-empty").tryQuery().isPresent());
    assertThat(robot.lookup("#imagine-draw").queryAs(Button.class).isDisabled()).isTrue();
    assertThat(text(robot, "#imagine-model")).contains("No model folder");
    // Sentences and coverage live without a model.
    PanelStand.await(() -> examples(robot).contains("Photograph of a"));
  }

  @Test
  void aFolderThatIsNoModelSaysWhatIsMissing(FxRobot robot) throws Exception {
    project();
    Files.writeString(work.resolve("data/sdxl.txt"), work.toString());
    show(robot);
    PanelStand.await(() -> text(robot, "#imagine-model").contains("model_index.json"));
    assertThat(robot.lookup("#imagine-draw").queryAs(Button.class).isDisabled()).isTrue();
  }

  @Test
  void weightsAndWordsChangeTheSentencesAtOnce(FxRobot robot) throws Exception {
    project();
    Files.writeString(work.resolve("data/sdxl.txt"), LightModel.write(work).toString());
    show(robot);
    PanelStand.await(() -> text(robot, "#imagine-time").contains("a picture on this"));
    assertThat(text(robot, "#imagine-time")).contains("(estimated)", "for 10");
    @SuppressWarnings("unchecked")
    ComboBox<String> axis = robot.lookup("#imagine-axis").queryAs(ComboBox.class);
    robot.interact(() -> axis.setValue("gender"));
    List<String> values =
        PromptPreset.STANDARD.space().axis("gender").values().stream()
            .map(value -> value.name())
            .toList();
    for (String value : values.subList(1, values.size())) {
      robot.interact(
          () -> robot.lookup("#imagine-weight-" + value).queryAs(ValueSlider.class).value().set(0));
    }
    String wording =
        PromptPreset.STANDARD.space().axis("gender").value(values.getFirst()).wording();
    PanelStand.await(() -> examples(robot).lines().allMatch(line -> line.contains(wording)));
    robot.interact(
        () -> robot.lookup("#imagine-text").queryAs(TextField.class).setText("in heavy rain"));
    PanelStand.await(() -> examples(robot).lines().allMatch(l -> l.contains("in heavy rain")));
  }

  private static ValueSlider slider(FxRobot robot, String id) {
    return robot.lookup("#imagine-" + id).queryAs(ValueSlider.class);
  }

  private ImagineOrder drawn(FxRobot robot) throws Exception {
    int before = session.jobs().all().size();
    PanelStand.await(() -> !robot.lookup("#imagine-draw").queryAs(Button.class).isDisabled());
    robot.interact(() -> robot.lookup("#imagine-draw").queryAs(Button.class).fire());
    PanelStand.await(() -> session.jobs().all().size() == before + 1);
    return ImagineOrder.fromJson(session.jobs().all().getLast().settings());
  }

  @Test
  void whatIsMissingIsSaidWhereItIsMissed(FxRobot robot) throws Exception {
    project();
    Files.delete(work.resolve("data/models"));
    Files.writeString(work.resolve("data/sdxl.txt"), LightModel.write(work).toString());
    Path nowhere = Files.writeString(work.resolve("data/vec2face.txt"), work + "/no-generator");
    assertThat(nowhere).exists();
    show(robot);
    PanelStand.await(() -> text(robot, "#imagine-why").contains("models install faceplugin"));
    assertThat(robot.lookup("#imagine-draw").queryAs(Button.class).isDisabled()).isTrue();
    assertThat(robot.lookup("#imagine-gate-pose").queryAs(CheckBox.class).isDisabled()).isTrue();
    assertThat(text(robot, "#imagine-no-pose")).contains("poses are not looked at", "Faceplugin");
    assertThat(slider(robot, "leakage").isDisabled()).isTrue();
    assertThat(text(robot, "#imagine-no-gallery")).startsWith("Off: add a gallery");
    assertThat(robot.lookup("#imagine-gallery-listed").queryAs(Button.class).isDisabled()).isTrue();
    assertThat(robot.lookup("#imagine-grow").queryAs(CheckBox.class).isDisabled()).isTrue();
    assertThat(text(robot, "#imagine-no-grow")).contains("no generator", "no-generator");
  }

  @Test
  void gatesSchedulerAndWhatFollowsReachTheOrder(FxRobot robot) throws Exception {
    TestModels.faceplugin();
    project();
    Files.writeString(work.resolve("data/sdxl.txt"), LightModel.write(work).toString());
    Path gallery = work.resolve("real.npy");
    Npy.write(gallery, new FloatMatrix(3, 512, new float[3 * 512]));
    Path other = work.resolve("other.npy");
    Npy.write(other, new FloatMatrix(3, 192, new float[3 * 192]));
    for (Path each : List.of(gallery, other)) {
      String name = each.getFileName().toString();
      session.project().leaks().add(LeakGallery.Kind.NPY, name, each.toString(), 0, null);
    }
    show(robot);
    ImagineOrder usual = drawn(robot);
    assertThat(usual.gates()).isEqualTo(ReferenceGates.DEFAULT);
    assertThat(usual.galleries()).isEmpty();
    assertThat(usual.then()).isNull();
    @SuppressWarnings("unchecked")
    ComboBox<String> scheduler = robot.lookup("#imagine-scheduler").queryAs(ComboBox.class);
    robot.interact(
        () -> {
          scheduler.setValue("dpmpp_2m_karras");
          slider(robot, "separation").value().set(.3);
          slider(robot, "yaw").value().set(20);
          robot.lookup("#imagine-gate-quality").queryAs(CheckBox.class).setSelected(false);
          robot.lookup("#imagine-gallery-listed").queryAs(Button.class).fire();
          robot.lookup("#imagine-grow").queryAs(CheckBox.class).setSelected(true);
        });
    PanelStand.await(() -> !slider(robot, "leakage").isDisabled());
    PanelStand.await(() -> !stand.problems.isEmpty());
    assertThat(stand.problems.getFirst()).contains("other.npy", "192", "512");
    robot.interact(() -> slider(robot, "leakage").value().set(.45));
    ImagineOrder changed = drawn(robot);
    assertThat(changed.sampling().scheduler()).isEqualTo(Scheduler.DPMPP_2M_KARRAS);
    assertThat(changed.gates())
        .isEqualTo(
            ReferenceGates.DEFAULT.withSimilarities(.3, .45).withPose(20, 30, 25).anyQuality());
    assertThat(changed.galleries()).containsExactly(gallery.toString());
    GrowWish then = changed.then();
    assertThat(then).isNotNull();
    assertThat(then.variants()).isEqualTo(49);
    assertThat(then.generator()).endsWith("generator");
    assertThat(changed.key()).isEqualTo(changed.then(null).key()).isNotEqualTo(usual.key());
  }

  @Test
  void resultsAreKeptRejectedTakenBackAndDrawnAgain(FxRobot robot) throws Exception {
    TestModels.faceplugin();
    project();
    Path model = LightModel.write(work);
    Files.writeString(work.resolve("data/sdxl.txt"), model.toString());
    Path pictures = work.resolve("pictures");
    RenderedFaces.write(pictures, List.of(1, 2, 1));
    ImagineOrder order =
        new ImagineOrder(
            PictureSource.Kind.PICTURES,
            pictures.toString(),
            PromptPreset.STANDARD.space(),
            List.of(),
            3,
            1,
            Preset.BASE.settings(),
            "faceplugin",
            installation.modelHash("faceplugin"),
            ReferenceGates.DEFAULT,
            List.of(),
            1);
    EmbeddedProject.run(session, ImagineJob.NAME, order.toJson());
    show(robot);
    PanelStand.await(() -> text(robot, "#imagine-detail").startsWith("2 references kept, 1"));
    assertThat(text(robot, "#imagine-detail")).endsWith("refused by gate: separation 1");
    Wall<?> wall = robot.lookup("#imagine-wall").queryAs(Wall.class);
    robot.interact(wall::requestFocus);
    // The newest is first: the look-alike, which was refused.
    robot.interact(() -> wall.selection().choose(0));
    PanelStand.await(() -> text(robot, "#imagine-warning").startsWith("Looks like sdxl-"));
    assertThat(text(robot, "#imagine-detail"))
        .startsWith("refused by the gate \"separation\" · looks like sdxl-");
    robot.type(KeyCode.K);
    PanelStand.await(() -> text(robot, "#imagine-detail").startsWith("kept"));
    assertThat(session.project().identities().totals().kept()).isEqualTo(3);
    robot.interact(() -> wall.selection().choose(1));
    robot.type(KeyCode.X);
    PanelStand.await(() -> session.project().identities().totals().kept() == 2);
    robot.type(KeyCode.U);
    PanelStand.await(() -> session.project().identities().totals().kept() == 3);
    robot.type(KeyCode.U);
    PanelStand.await(() -> session.project().identities().totals().kept() == 2);
    assertThat(session.project().identities().all()).hasSize(3);
    assertThat(session.project().identities().all())
        .extracting(Identity::rejected)
        .containsExactlyInAnyOrder(0, 0, 1);
    robot.interact(() -> wall.selection().choose(2));
    robot.type(KeyCode.M);
    PanelStand.await(() -> examples(robot).lines().allMatch(l -> l.contains("East African")));
    robot.type(KeyCode.R);
    TextArea prompt = robot.lookup("#imagine-again-prompt").queryAs(TextArea.class);
    PanelStand.await(() -> prompt.getText().equals("somebody 0"));
    robot.interact(() -> prompt.setText("somebody else"));
    robot.interact(() -> robot.lookup("#imagine-again-draw").queryAs(Button.class).fire());
    PanelStand.await(() -> session.jobs().all().size() == 2);
    JobRecord again = session.jobs().all().getLast();
    ImagineOrder changed = ImagineOrder.fromJson(again.settings());
    assertThat(changed.given()).hasSize(1);
    assertThat(changed.given().getFirst().prompt()).isEqualTo("somebody else");
    assertThat(changed.folder()).isEqualTo(model.toString());
    assertThat(stand.problems).isEmpty();
  }
}
