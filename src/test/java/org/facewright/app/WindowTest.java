package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.facewright.inference.models.InstallProgress;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The real window over real projects, without a screen. */
@ExtendWith(ApplicationExtension.class)
@Tag("slow") // Not green yet: see docs/performance.md, "The window".
class WindowTest {
  private static final int IDENTITIES = 5;
  private static final int IMAGES = 6;
  @TempDir private static Path shared;

  private Path work;
  private Desktop desktop;
  private Stage window;

  @Start
  void start(Stage stage) throws IOException {
    work = Files.createTempDirectory(shared, "window");
    Installation installation = new Installation(Path.of("."), work.resolve("data"));
    window = stage;
    desktop = new Desktop(installation, installation::inProcess);
    desktop.look().reducedMotion().set(true);
    desktop.start(stage, null);
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1400);
    stage.setHeight(900);
  }

  @Stop
  void stop() {
    desktop.stop();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Project project() {
    return desktop.bench().orElseThrow().session().project();
  }

  private void createAndImport(FxRobot robot) throws Exception {
    Path pictures = work.resolve("pictures");
    PictureFolders.write(pictures, IDENTITIES, IMAGES);
    robot.interact(() -> desktop.create(work.resolve("project")));
    await(() -> desktop.ready().get());
    robot.interact(() -> new ImportDesk(desktop).take(List.of(pictures)));
    await(() -> project().images().count() == IDENTITIES * IMAGES);
    await(() -> jobsAreDone());
  }

  private boolean jobsAreDone() {
    List<org.facewright.jobs.JobRecord> all = desktop.bench().orElseThrow().session().jobs().all();
    return !all.isEmpty() && all.stream().allMatch(job -> job.state().ended());
  }

  private void act(FxRobot robot, String id) {
    robot.interact(() -> desktop.actions().run(desktop.actions().find(id).orElseThrow()));
  }

  private String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private void openFirstIdentity(FxRobot robot) throws Exception {
    act(robot, "go.identities");
    await(() -> text(robot, "#identity-count").equals(IDENTITIES + " identities"));
    robot.interact(() -> robot.lookup("#identity-wall").query().requestFocus());
    robot.type(KeyCode.HOME, KeyCode.ENTER);
    await(() -> robot.lookup("#identity-title").tryQuery().isPresent());
    await(() -> text(robot, "#identity-title").equals("000000"));
  }

  private long rejected() {
    return project().images().counts().getOrDefault(ImageState.REJECTED, 0L);
  }

  @Test
  void importedPicturesAreRejectedTakenBackAndKeptOverARestart(FxRobot robot) throws Exception {
    createAndImport(robot);
    openFirstIdentity(robot);
    robot.type(KeyCode.X);
    await(() -> rejected() == 1 && desktop.canUndo().get());
    robot.type(KeyCode.U);
    await(() -> rejected() == 0 && desktop.canRedo().get());
    act(robot, "edit.redo");
    await(() -> rejected() == 1);
    List<FaceImage> before = images("000000");
    robot.interact(desktop::closeProject);
    robot.interact(() -> desktop.open(work.resolve("project")));
    await(() -> desktop.ready().get());
    assertThat(images("000000")).isEqualTo(before);
    assertThat(rejected()).isEqualTo(1);
    assertThat(desktop.canUndo().get()).isTrue();
  }

  private List<FaceImage> images(String label) {
    return project().images().of(project().identities().find(label).orElseThrow().id());
  }

  @Test
  void allPicturesOfAnIdentityMoveToAnotherOne(FxRobot robot) throws Exception {
    createAndImport(robot);
    openFirstIdentity(robot);
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.type(KeyCode.M);
    await(() -> robot.lookup("#move-query").tryQuery().isPresent());
    robot.interact(() -> robot.lookup("#move-query").queryAs(TextField.class).setText("0003"));
    robot.type(KeyCode.ENTER);
    await(() -> images("000003").size() == 2 * IMAGES);
    assertThat(images("000000")).isEmpty();
    assertThat(images("000003").stream().filter(FaceImage::decided)).hasSize(IMAGES);
  }

  @Test
  void embedAndCleanJudgeEveryPicture(FxRobot robot) throws Exception {
    Installation installation = desktop.installation();
    TinyEmbedder.install(installation.data());
    installation.models(Installation.runtime()).install(TinyEmbedder.NAME, InstallProgress.SILENT);
    createAndImport(robot);
    act(robot, "project.embed");
    await(() -> project().embeddingModels().contains(TinyEmbedder.NAME) && jobsAreDone());
    act(robot, "project.clean");
    await(() -> project().images().counts().get(ImageState.UNJUDGED) == 0);
    assertThat(project().embeddings(TinyEmbedder.NAME).orElseThrow().size())
        .isEqualTo(IDENTITIES * IMAGES);
  }

  @Test
  void whatIsNoDatasetIsRefusedInWords(FxRobot robot) throws Exception {
    Path letter = Files.writeString(work.resolve("letter.txt"), "Dear reader");
    robot.interact(() -> desktop.create(work.resolve("project")));
    await(() -> desktop.ready().get());
    robot.interact(() -> new ImportDesk(desktop).take(List.of(letter)));
    await(() -> told(robot).contains("letter.txt is of no format"));
    assertThat(project().images().count()).isZero();
  }

  @Test
  void aFolderThatIsNoProjectLeavesTheWelcomeAndSaysWhy(FxRobot robot) throws Exception {
    robot.interact(() -> desktop.open(work.resolve("nowhere")));
    await(() -> told(robot).contains("nowhere"));
    assertThat(desktop.ready().get()).isFalse();
    assertThat(desktop.shell().panels().current().get().id()).isEqualTo("welcome");
  }

  private static String told(FxRobot robot) {
    StringBuilder text = new StringBuilder();
    for (Node notice : robot.lookup(".fw-notice .label").queryAll()) {
      text.append(notice instanceof Label label ? label.getText() : "");
    }
    for (Node notice : robot.lookup(".fw-notice .text").queryAll()) {
      text.append(notice instanceof javafx.scene.text.Text words ? words.getText() : "");
    }
    return text.toString();
  }

  @Test
  void thePaletteFindsTheThemeAndSwitchesIt(FxRobot robot) throws Exception {
    boolean before = desktop.look().dark().get();
    robot.interact(window::requestFocus);
    robot.push(KeyCode.CONTROL, KeyCode.K);
    await(() -> robot.lookup("#palette-query").tryQuery().isPresent());
    robot.interact(
        () -> robot.lookup("#palette-query").queryAs(TextField.class).setText("light and dark"));
    robot.type(KeyCode.ENTER);
    await(() -> desktop.look().dark().get() != before);
  }

  @Test
  void recentProjectsAreRemembered(FxRobot robot) throws Exception {
    Path folder = work.resolve("project");
    robot.interact(() -> desktop.create(folder));
    await(() -> desktop.ready().get());
    SettingsFile again = new SettingsFile(work.resolve("data/settings.json"));
    assertThat(again.get().recent()).containsExactly(folder.toAbsolutePath().toString());
  }
}
