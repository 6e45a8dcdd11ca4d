package org.facewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.Actions;
import org.facewright.ui.action.KeySheet;
import org.facewright.ui.job.JobBoard;
import org.facewright.ui.job.JobCommands;
import org.facewright.ui.job.JobPhase;
import org.facewright.ui.job.JobRow;
import org.facewright.ui.theme.Appearance;
import org.facewright.ui.theme.ThemeChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ShellTest {
  @TempDir private static Path shared;
  private final Actions actions = new Actions();
  private final JobBoard board = new JobBoard();
  private final List<String> done = new ArrayList<>();
  private TextField field;
  private Appearance look;
  private Shell shell;
  private Path file;
  private Stage stage;

  /** Counts how often it is built, shown and hidden. */
  private final class Page implements Panel {
    private final String id;

    Page(String id) {
      this.id = id;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String title() {
      return "Page " + id;
    }

    @Override
    public String icon() {
      return "fth-home";
    }

    @Override
    public Node view() {
      done.add("built " + id);
      return new VBox(new Label(id), id.equals("a") ? field : new Label());
    }

    @Override
    public void shown() {
      done.add("shown " + id);
    }

    @Override
    public void hidden() {
      done.add("hidden " + id);
    }
  }

  private final class Commands implements JobCommands {
    @Override
    public void pause(long job) {
      done.add("pause " + job);
      board.find(job).orElseThrow().phase().set(JobPhase.PAUSED);
    }

    @Override
    public void resume(long job) {
      done.add("resume " + job);
    }

    @Override
    public void cancel(long job) {
      done.add("cancel " + job);
    }

    @Override
    public void retry(long job) {
      done.add("retry " + job);
    }
  }

  @Start
  void start(Stage primary) throws IOException {
    stage = primary;
    field = new TextField();
    file = Files.createTempDirectory(shared, "shell").resolve("window.properties");
    look = new Appearance();
    look.choice().set(ThemeChoice.LIGHT);
    look.reducedMotion().set(true);
    shell = new Shell(actions, look, board, new Commands(), new WindowMemory(file));
    actions.add(
        Action.of("test.keep", "Review", "Keep this", "Keeps.", () -> done.add("keep")).key("K"));
    shell.pages(List.of(new Page("a"), new Page("b")));
    shell.open(stage);
    stage.setX(0);
    stage.setY(0);
    stage.requestFocus();
  }

  @Stop
  void freeTheStageForOtherTests() {
    stage.setMinWidth(0);
    stage.setMinHeight(0);
  }

  private static void control(FxRobot robot, KeyCode... keys) {
    robot.press(KeyCode.CONTROL).type(keys).release(KeyCode.CONTROL);
  }

  @Test
  void pagesAreBuiltWhenTheyAreFirstShownAndOnlyOnce(FxRobot robot) {
    control(robot, KeyCode.DIGIT2);
    robot.clickOn("#page-a");
    robot.clickOn("#page-b");
    assertThat(done)
        .containsExactly(
            "built a",
            "shown a",
            "hidden a",
            "built b",
            "shown b",
            "hidden b",
            "shown a",
            "hidden a",
            "shown b");
  }

  @Test
  void thePaletteFindsRunsAndCloses(FxRobot robot) {
    control(robot, KeyCode.K);
    robot.write("kt");
    robot.type(KeyCode.ENTER);
    assertThat(done).endsWith("keep");
    assertThat(shell.overlay().sheet()).isEmpty();
    assertThat(actions.recent()).startsWith("test.keep");
    control(robot, KeyCode.K);
    assertThat(shell.overlay().sheet()).isPresent();
    robot.type(KeyCode.ESCAPE);
    assertThat(shell.overlay().sheet()).isEmpty();
  }

  @Test
  void singleLettersRestWhileSomebodyTypes(FxRobot robot) {
    robot.interact(() -> shell.root().requestFocus());
    robot.type(KeyCode.K);
    assertThat(done).endsWith("keep");
    robot.clickOn(field);
    robot.write("k?");
    assertThat(field.getText()).isEqualTo("k?");
    assertThat(done).containsOnlyOnce("keep");
    assertThat(shell.overlay().sheet()).isEmpty();
  }

  @Test
  void theQuestionMarkOpensTheKeySheet(FxRobot robot) {
    robot.interact(() -> shell.root().requestFocus());
    robot.write("?");
    assertThat(shell.overlay().sheet()).containsInstanceOf(KeySheet.class);
    assertThat(robot.lookup("Keep this").tryQuery()).isPresent();
  }

  @Test
  void theThemeSwitchesAndIsRemembered(FxRobot robot) throws IOException {
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.L);
    robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
    assertThat(look.dark().get()).isTrue();
    control(robot, KeyCode.DIGIT2);
    robot.interact(stage::hide);
    assertThat(Files.readString(file)).contains("theme=DARK", "page=b", "window.width=");
  }

  @Test
  void theStatusLineOpensTheJobsAndTheirButtonsWork(FxRobot robot) {
    JobRow row = new JobRow(7, "Embedding");
    robot.interact(
        () -> {
          row.phase().set(JobPhase.RUNNING);
          row.total().set(100);
          row.done().set(40);
          row.say("batch 4");
          board.add(row);
        });
    Node drawer = robot.lookup("#job-drawer").query();
    assertThat(drawer.isVisible()).isFalse();
    robot.clickOn("#status-jobs");
    assertThat(drawer.isVisible()).isTrue();
    robot.clickOn((Node) robot.from(drawer).lookup("Log").query());
    assertThat(robot.from(drawer).lookup("batch 4").tryQuery()).isPresent();
    Node pause =
        robot.from(drawer).lookup((Node node) -> "Pause".equals(node.getAccessibleText())).query();
    robot.clickOn(pause);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(done).endsWith("pause 7");
    assertThat(robot.lookup("#status-jobs").queryLabeled().getText())
        .contains("Embedding", "40 / 100", "paused");
  }

  @Test
  void aNoticeOffersUndoOnceAndProblemsStay(FxRobot robot) {
    robot.interact(
        () -> {
          shell.notices().done("Rejected 12 images.", "Undo", () -> done.add("undone"));
          shell.notices().problem("The folder is empty: choose another.");
        });
    robot.clickOn("Undo");
    assertThat(done).endsWith("undone");
    assertThat(shell.notices().getChildren()).hasSize(1);
  }
}
