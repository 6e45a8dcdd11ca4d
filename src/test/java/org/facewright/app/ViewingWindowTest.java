package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.facewright.project.ContentHash;
import org.facewright.project.DecisionKind;
import org.facewright.project.ImageState;
import org.facewright.project.Ruling;
import org.facewright.ui.action.Action;
import org.facewright.ui.shell.Panel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The window over a project that is only looked at. */
@ExtendWith(ApplicationExtension.class)
class ViewingWindowTest {
  @TempDir private static Path shared;
  private OpenWindow window;
  private Desktop desktop;

  @Start
  void start(Stage stage) throws IOException {
    window = new OpenWindow(stage, Files.createTempDirectory(shared, "viewing"));
    desktop = window.desktop;
    window.show();
  }

  @Stop
  void stop() {
    window.leave();
  }

  private Path made(FxRobot robot) throws Exception {
    window.createAndImport(robot);
    long first = window.images("000000").getFirst().id();
    window
        .project()
        .decisions()
        .decide("ada", DecisionKind.JUDGE, "", List.of(Ruling.of(first, ImageState.KEPT)));
    robot.interact(desktop::closeProject);
    window.await(() -> !desktop.ready().get());
    return window.work.resolve("project");
  }

  private void view(FxRobot robot, Path folder) throws Exception {
    robot.interact(() -> desktop.view(folder));
    window.await(() -> desktop.ready().get());
  }

  private static Map<String, String> state(Path folder) throws IOException {
    Map<String, String> state = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.toList()) {
        String content =
            Files.isDirectory(each) ? "" : ContentHash.of(Files.readAllBytes(each)).toString();
        state.put(each.toString(), Files.getLastModifiedTime(each) + " " + content);
      }
    }
    return state;
  }

  @Test
  void everyPageShowsNothingIsWrittenAndABarSaysWhy(FxRobot robot) throws Exception {
    Path folder = made(robot);
    Map<String, String> before = state(folder);
    view(robot, folder);
    assertThat(robot.lookup("#viewing-bar .label").queryAs(Label.class).getText())
        .startsWith("Opened for viewing only:");
    for (Panel page : List.copyOf(desktop.shell().panels().all())) {
      robot.interact(() -> desktop.shell().panels().show(page));
      robot.sleep(150);
    }
    window.openIdentity(robot, "000001");
    window.await(() -> robot.lookup("#identities-keep").tryQuery().isPresent());
    robot.type(KeyCode.SPACE);
    window.await(() -> robot.lookup("#large-picture").tryQuery().isPresent());
    robot.type(KeyCode.X);
    robot.type(KeyCode.SPACE);
    robot.sleep(300);
    assertThat(window.count(ImageState.REJECTED)).isZero();
    assertThat(window.told()).doesNotContain("unexpected");
    robot.interact(desktop::closeProject);
    window.await(() -> !desktop.ready().get());
    assertThat(robot.lookup("#viewing-bar").tryQuery()).isEmpty();
    window.open(robot, folder);
    assertThat(desktop.actions().resting()).isFalse();
    robot.interact(desktop::closeProject);
    assertThat(before).isNotEmpty();
  }

  @Test
  void nothingInTheFolderChangesWhileSomebodyLooks(FxRobot robot) throws Exception {
    Path folder = made(robot);
    // Closing writes behind the window's back; a second opening waits for it.
    view(robot, folder);
    Map<String, String> before = state(folder);
    for (Panel page : List.copyOf(desktop.shell().panels().all())) {
      robot.interact(() -> desktop.shell().panels().show(page));
      robot.sleep(100);
    }
    robot.interact(desktop::closeProject);
    window.await(() -> !desktop.ready().get());
    robot.interact(() -> desktop.view(folder));
    window.await(() -> desktop.ready().get());
    assertThat(state(folder)).isEqualTo(before);
  }

  @Test
  void actionsThatWriteRestAndSayWhy(FxRobot robot) throws Exception {
    view(robot, made(robot));
    for (String id : List.of("project.import", "project.embed", "project.clean", "review.keep")) {
      Action action = desktop.actions().find(id).orElseThrow();
      assertThat(desktop.actions().can(action)).as(id).isFalse();
      assertThat(desktop.actions().why(action).get()).as(id).contains("viewing only");
    }
    assertThat(desktop.actions().can(desktop.actions().find("project.export").orElseThrow()))
        .isTrue();
    window.act(robot, "go.home");
    window.await(() -> robot.lookup("#project-embed").tryQuery().isPresent());
    Button embed = robot.lookup("#project-embed").queryButton();
    assertThat(embed.isDisabled()).isTrue();
    assertThat(embed.getTooltip().getText()).contains("Opened for viewing only");
    robot.moveTo(embed);
    window.await(() -> embed.getTooltip().isShowing());
  }

  @Test
  void whatIsDroppedIsRefusedAndAnExportElsewhereWorks(FxRobot robot) throws Exception {
    view(robot, made(robot));
    window.drop(robot, window.work.resolve("pictures"));
    window.await(() -> window.told().contains("viewing only"));
    Path target = window.work.resolve("exported");
    robot.interact(() -> new StageDesk(desktop).export(new ExportChoice("folders", target, 1)));
    window.await(() -> Files.exists(target));
    window.await(window::jobsAreDone);
  }

  /** An action that came to be later must not be forgotten: it rests until somebody named it. */
  @Test
  void everyActionThatIsAllowedIsThere(FxRobot robot) throws Exception {
    view(robot, made(robot));
    List<String> known = desktop.actions().all().stream().map(Action::id).toList();
    assertThat(known).containsAll(ViewingRules.named());
  }
}
