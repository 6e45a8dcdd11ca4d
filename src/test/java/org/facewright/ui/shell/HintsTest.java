package org.facewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.Actions;
import org.facewright.ui.job.JobBoard;
import org.facewright.ui.job.NoJobs;
import org.facewright.ui.theme.Appearance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** What is said at the first visit of a page, and how to be rid of it. */
@ExtendWith(ApplicationExtension.class)
class HintsTest {
  @TempDir private static Path shared;
  private final AtomicInteger escapes = new AtomicInteger();
  private Stage stage;
  private Path file;
  private Shell shell;

  private record Page(String id) implements Panel {
    @Override
    public String title() {
      return id;
    }

    @Override
    public String icon() {
      return "fth-home";
    }

    @Override
    public Node view() {
      TextField field = new TextField();
      field.setId("field-" + id);
      return new VBox(new Label(id), field);
    }
  }

  @Start
  void start(Stage stage) throws IOException {
    this.stage = stage;
    file = Files.createTempDirectory(shared, "hints").resolve("window.properties");
    open();
  }

  /** A window with the memory of the one before. */
  private void open() {
    Actions actions = new Actions();
    actions.add(Action.of("review.keep", "Review", "Keep", "Keeps it.", () -> {}).key("K"));
    shell =
        new Shell(actions, new Appearance(), new JobBoard(), new NoJobs(), new WindowMemory(file));
    actions.add(
        Action.of("page.leave", "Page", "Leave", "Leaves.", escapes::incrementAndGet).key("Esc"));
    shell.pages(List.of(new Page("home"), new Page("review"), new Page("clusters")));
    shell.open(stage);
  }

  @Stop
  void stop() {
    stage.setOnHiding(null);
    stage.setMinWidth(0);
    stage.setMinHeight(0);
  }

  private void go(FxRobot robot, String page) {
    robot.interact(() -> shell.panels().show(page));
  }

  private static boolean told(FxRobot robot) {
    return robot.lookup("#hint-bar").tryQuery().isPresent();
  }

  @Test
  void theFirstVisitTellsWhatAPageIsForAndTheNextOneDoesNot(FxRobot robot) {
    assertThat(told(robot)).isFalse();
    go(robot, "review");
    assertThat(robot.lookup("#hint-sentence").queryAs(Label.class).getText())
        .isEqualTo(Hint.of("review").orElseThrow().sentence());
    assertThat(robot.lookup("#hint-bar .fw-key-cap").queryAllAs(Label.class))
        .extracting(Label::getText)
        .containsExactly("K");
    go(robot, "clusters");
    assertThat(robot.lookup("#hint-sentence").queryAs(Label.class).getText())
        .isEqualTo(Hint.of("clusters").orElseThrow().sentence());
    go(robot, "review");
    assertThat(told(robot)).isFalse();
  }

  @Test
  void escapeClosesItFirstAndBelongsToThePageAfterwards(FxRobot robot) {
    go(robot, "review");
    robot.type(KeyCode.ESCAPE);
    assertThat(told(robot)).isFalse();
    assertThat(escapes).hasValue(0);
    robot.type(KeyCode.ESCAPE);
    assertThat(escapes).hasValue(1);
  }

  @Test
  void theCrossClosesItAndTheNextStartRemembers(FxRobot robot) {
    go(robot, "review");
    robot.interact(() -> robot.lookup("#hint-close").queryButton().fire());
    assertThat(told(robot)).isFalse();
    robot.interact(this::open);
    go(robot, "home");
    go(robot, "review");
    assertThat(told(robot)).isFalse();
    go(robot, "clusters");
    assertThat(told(robot)).isTrue();
  }

  @Test
  void whoWantsNoneSeesNoneUntilTheyAreSwitchedOnAgain(FxRobot robot) {
    go(robot, "review");
    robot.interact(() -> robot.lookup("#hint-never").queryButton().fire());
    go(robot, "clusters");
    assertThat(told(robot)).isFalse();
    robot.interact(this::open);
    assertThat(shell.hints().wanted().get()).isFalse();
    go(robot, "review");
    assertThat(told(robot)).isFalse();
    robot.interact(() -> shell.hints().wanted().set(true));
    assertThat(told(robot)).isTrue();
  }
}
