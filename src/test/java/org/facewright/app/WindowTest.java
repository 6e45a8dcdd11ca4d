package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facewright.app.OpenWindow.IDENTITIES;
import static org.facewright.app.OpenWindow.IMAGES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.facewright.gallery.FaceKey;
import org.facewright.inference.Precision;
import org.facewright.inference.models.InstallProgress;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The real window over real projects, without a screen. */
@ExtendWith(ApplicationExtension.class)
class WindowTest {
  @TempDir private static Path shared;
  private OpenWindow window;
  private Desktop desktop;

  @Start
  void start(Stage stage) throws IOException {
    Path work = Files.createTempDirectory(shared, "window");
    window = new OpenWindow(stage, work);
    desktop = window.desktop;
    window.show();
  }

  @Stop
  void stop() {
    window.leave();
  }

  @Test
  void importedPicturesAreRejectedTakenBackAndKeptOverARestart(FxRobot robot) throws Exception {
    window.createAndImport(robot);
    window.openIdentity(robot, "000000");
    robot.type(KeyCode.X);
    window.await(() -> window.count(ImageState.REJECTED) == 1 && desktop.canUndo().get());
    robot.type(KeyCode.U);
    window.await(() -> window.count(ImageState.REJECTED) == 0 && desktop.canRedo().get());
    window.act(robot, "edit.redo");
    window.await(() -> window.count(ImageState.REJECTED) == 1);
    List<FaceImage> before = window.images("000000");
    robot.interact(desktop::closeProject);
    window.open(robot, window.work.resolve("project"));
    assertThat(window.images("000000")).isEqualTo(before);
    assertThat(window.count(ImageState.REJECTED)).isEqualTo(1);
    assertThat(desktop.canUndo().get()).isTrue();
    window.act(robot, "edit.undo");
    window.await(() -> window.count(ImageState.REJECTED) == 0);
  }

  @Test
  void allPicturesOfAnIdentityMoveToAnotherOne(FxRobot robot) throws Exception {
    window.createAndImport(robot);
    window.openIdentity(robot, "000000");
    OpenWindow.control(robot, KeyCode.A);
    robot.type(KeyCode.M);
    window.await(() -> robot.lookup("#move-query").tryQuery().isPresent());
    robot.interact(() -> robot.lookup("#move-query").queryAs(TextField.class).setText("0003"));
    robot.type(KeyCode.ENTER);
    window.await(() -> window.images("000003").size() == 2 * IMAGES);
    assertThat(window.images("000000")).isEmpty();
    assertThat(window.images("000003").stream().filter(FaceImage::decided)).hasSize(IMAGES);
    robot.type(KeyCode.U);
    window.await(() -> window.images("000000").size() == IMAGES);
  }

  @Test
  void embedAndCleanJudgeEveryPicture(FxRobot robot) throws Exception {
    Installation installation = desktop.installation();
    TinyEmbedder.install(installation.data());
    installation.models(Installation.runtime()).install(TinyEmbedder.NAME, InstallProgress.SILENT);
    window.createAndImport(robot);
    window.act(robot, "project.embed");
    window.await(() -> window.project().embeddingModels().contains(TinyEmbedder.NAME));
    window.await(window::jobsAreDone);
    window.act(robot, "project.clean");
    window.await(() -> window.count(ImageState.UNJUDGED) == 0);
    assertThat(window.project().embeddings(TinyEmbedder.NAME).orElseThrow().size())
        .isEqualTo(IDENTITIES * IMAGES);
  }

  @Test
  void aFolderThatIsNoProjectLeavesTheWelcomeAndSaysWhy(FxRobot robot) throws Exception {
    robot.interact(() -> desktop.open(window.work.resolve("nowhere")));
    window.await(() -> window.told().contains("nowhere"));
    assertThat(desktop.ready().get()).isFalse();
    assertThat(desktop.shell().panels().current().get().id()).isEqualTo("welcome");
  }

  @Test
  void thePaletteFindsTheThemeAndSwitchesIt(FxRobot robot) throws Exception {
    boolean before = desktop.look().dark().get();
    robot.interact(window.stage::requestFocus);
    OpenWindow.control(robot, KeyCode.K);
    window.await(() -> robot.lookup("#palette-query").tryQuery().isPresent());
    robot.interact(
        () -> robot.lookup("#palette-query").queryAs(TextField.class).setText("light and dark"));
    robot.type(KeyCode.ENTER);
    window.await(() -> desktop.look().dark().get() != before);
  }

  @Test
  void spaceShowsAPictureLargeAndTheKeysDecideThere(FxRobot robot) throws Exception {
    window.createAndImport(robot);
    window.openIdentity(robot, "000001");
    robot.type(KeyCode.SPACE);
    window.await(() -> robot.lookup("#large-picture").tryQuery().isPresent());
    robot.type(KeyCode.X);
    window.await(() -> window.count(ImageState.REJECTED) == 1);
    robot.type(KeyCode.RIGHT, KeyCode.K);
    window.await(() -> window.count(ImageState.KEPT) == 1);
    robot.type(KeyCode.SPACE);
    assertThat(desktop.shell().overlay().sheet()).isEmpty();
    List<FaceImage> images = window.images("000001");
    assertThat(images.getFirst().state()).isEqualTo(ImageState.REJECTED);
    assertThat(images.get(2).state()).isEqualTo(ImageState.KEPT);
  }

  @Test
  void oneSourceAloneCanBeShown(FxRobot robot) throws Exception {
    window.createAndImport(robot);
    Path more = window.work.resolve("more");
    PictureFolders.write(more, 2, 3);
    // Under other names: the same picture of the same person would be a duplicate.
    Files.move(more.resolve("000000"), more.resolve("eve"));
    Files.move(more.resolve("000001"), more.resolve("zoe"));
    window.drop(robot, more);
    window.awaitImages(IDENTITIES * IMAGES + 6);
    window.act(robot, "go.identities");
    window.await(() -> window.text(robot, "#identity-count").equals("6 identities"));
    ComboBox<?> source = robot.lookup("#identity-source").queryAs(ComboBox.class);
    robot.interact(() -> source.getSelectionModel().selectLast());
    window.await(() -> window.text(robot, "#identity-count").equals("2 identities"));
    robot.interact(() -> source.getSelectionModel().selectFirst());
    window.await(() -> window.text(robot, "#identity-count").equals("6 identities"));
  }

  @Test
  void theKeyboardAloneReachesAnIdentityAndComesBack(FxRobot robot) throws Exception {
    window.createAndImport(robot);
    OpenWindow.control(robot, KeyCode.DIGIT2);
    window.await(() -> window.text(robot, "#identity-count").equals(IDENTITIES + " identities"));
    window.await(() -> robot.lookup("#identity-wall").query().isFocused());
    robot.type(KeyCode.HOME, KeyCode.RIGHT, KeyCode.ENTER);
    window.await(() -> window.text(robot, "#identity-title").equals("000001"));
    window.await(() -> robot.lookup("#face-wall").query().isFocused());
    robot.type(KeyCode.ESCAPE, KeyCode.ESCAPE);
    window.await(() -> robot.lookup("#identity-title").tryQuery().isEmpty());
  }

  @Test
  void aStripHasEveryFaceThatFits(FxRobot robot) throws Exception {
    Path pictures = window.work.resolve("many");
    PictureFolders.write(pictures, 2, 20);
    window.create(robot, window.work.resolve("project"));
    robot.interact(() -> desktop.imports().take(List.of(pictures)));
    window.awaitImages(40);
    // One column, as wide as it gets.
    robot.interact(() -> window.stage.setWidth(860));
    window.act(robot, "go.identities");
    window.await(() -> faces(robot).size() == 2 * FaceKey.STRIP);
    window.await(() -> faces(robot).stream().allMatch(WindowTest::loaded));
  }

  private static List<Node> faces(FxRobot robot) {
    return robot.lookup("#identity-wall .fw-face").queryAll().stream()
        .filter(face -> face.isVisible() && face.getParent().isVisible())
        .toList();
  }

  private static boolean loaded(Node face) {
    assertThat(face.getPseudoClassStates())
        .as(face.getAccessibleHelp())
        .doesNotContain(PseudoClass.getPseudoClass("missing"));
    return face.lookupAll(".image-view").stream()
        .anyMatch(view -> ((ImageView) view).getImage() != null);
  }

  @Test
  void settingsAreKept(FxRobot robot) throws Exception {
    window.act(robot, "window.settings");
    robot.clickOn("Fast");
    SettingsFile again = new SettingsFile(window.work.resolve("data/settings.json"));
    assertThat(again.get().precision()).isEqualTo(Precision.FAST);
    assertThat(robot.lookup("#projects-folder").queryAs(TextField.class).getText())
        .isEqualTo(desktop.projects().toString());
  }

  @Test
  void aModelIsMeasuredOnThisMachine(FxRobot robot) throws Exception {
    Installation installation = desktop.installation();
    TinyEmbedder.install(installation.data());
    installation.models(Installation.runtime()).install(TinyEmbedder.NAME, InstallProgress.SILENT);
    window.act(robot, "go.models");
    window.await(() -> robot.lookup("Benchmark").tryQuery().isPresent());
    Button benchmark = robot.lookup("Benchmark").queryButton();
    robot.interact(benchmark::fire);
    window.await(() -> window.told().matches("tiny: [\\d,]+ pictures/s .*"));
  }
}
