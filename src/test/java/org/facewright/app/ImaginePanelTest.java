package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
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
import org.facewright.generation.imagine.GenerationPictures;
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
import org.facewright.project.Project;
import org.facewright.ui.form.ValueSlider;
import org.facewright.ui.wall.Thumbnails;
import org.facewright.ui.wall.Wall;
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
    PanelStand.await(() -> !robot.lookup("#imagine-draw").queryAs(Button.class).isDisabled());
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
    Wall<?> wall = robot.lookup("#imagine-wall").queryAs(Wall.class);
    robot.interact(wall::requestFocus);
    // The newest is first: the look-alike, which was refused.
    robot.interact(() -> wall.selection().choose(0));
    PanelStand.await(() -> text(robot, "#imagine-warning").startsWith("Looks like sdxl-"));
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
