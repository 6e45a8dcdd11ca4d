package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.facewright.ui.guide.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Guide, news, diagnosis, log and reports of the window, after it crashed and was updated. */
@ExtendWith(ApplicationExtension.class)
class HelpDeskTest {
  @TempDir private static Path shared;
  private OpenWindow window;
  private Desktop desktop;

  @Start
  void start(Stage stage) throws IOException {
    Path work = Files.createTempDirectory(shared, "help");
    window = new OpenWindow(stage, work);
    desktop = window.desktop;
    for (String name : List.of("docs/user-guide.md", "docs/review.md", "CHANGELOG.md")) {
      Path copy = window.program().resolve(name);
      Files.createDirectories(copy.getParent());
      Files.copy(Path.of(name), copy);
    }
    Path picture = window.program().resolve("docs/images/clusters-light.png");
    Files.createDirectories(picture.getParent());
    Files.copy(Path.of("docs/images/clusters-light.png"), picture);
    Path logs = Files.createDirectories(work.resolve("data/logs"));
    Files.writeString(logs.resolve("hs_err_pid7.log"), "SIGSEGV in libonnxruntime");
    Files.writeString(logs.resolve("facewright-0.log"), "INFO: something was noted");
    Files.writeString(work.resolve("data/last-version"), "0.0.9");
    window.show();
  }

  @Stop
  void stop() {
    window.leave();
  }

  private String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(TextArea.class).getText();
  }

  @Test
  void f1OpensTheGuideAtThePageAndLinksLeadOn(FxRobot robot) throws Exception {
    window.createAndImport(robot);
    window.act(robot, "go.clusters");
    robot.type(KeyCode.F1);
    window.await(() -> robot.lookup("#guide-contents").tryQuery().isPresent());
    ListView<Document.Section> contents = robot.lookup("#guide-contents").queryListView();
    assertThat(contents.getItems()).hasSizeGreaterThan(10);
    assertThat(contents.getSelectionModel().getSelectedItem().title()).isEqualTo("Clusters");
    assertThat(robot.lookup("#guide-page .fw-picture").tryQueryAs(ImageView.class)).isPresent();
    int review =
        Document.read(Path.of("docs/user-guide.md")).about("A machine that several people use");
    robot.interact(() -> contents.getSelectionModel().clearAndSelect(review));
    assertThat(robot.lookup("Network drives.").tryQuery()).isPresent();
    robot.type(KeyCode.ESCAPE);
    assertThat(desktop.shell().overlay().sheet()).isEmpty();
  }

  @Test
  void theMachineIsDiagnosedAndTheResultCopied(FxRobot robot) throws Exception {
    window.act(robot, "help.doctor");
    window.await(() -> text(robot, "#doctor-text").contains("processor"));
    robot.interact(() -> robot.lookup("#doctor-copy").queryButton().fire());
    robot.interact(
        () ->
            assertThat(Clipboard.getSystemClipboard().getString())
                .isEqualTo(text(robot, "#doctor-text")));
    window.act(robot, "help.log");
    window.await(() -> text(robot, "#log-text").contains("something was noted"));
  }

  @Test
  void aCrashAndANewVersionAreToldOnce(FxRobot robot) throws Exception {
    assertThat(desktop.shell().notices().messages())
        .anyMatch(s -> s.contains("ended unexpectedly last time"))
        .anyMatch(s -> s.equals("This is Facewright " + Version.current() + "."));
    robot.interact(() -> robot.lookup("Show").queryButton().fire());
    window.await(() -> text(robot, "#crash-text").contains("SIGSEGV"));
    robot.type(KeyCode.ESCAPE);
    robot.interact(() -> new HelpDesk(desktop).welcome());
    assertThat(desktop.shell().notices().messages())
        .noneMatch(s -> s.contains("ended unexpectedly"));
  }

  @Test
  void whatNobodyExpectedBecomesAReportOnThisMachine(FxRobot robot) throws Exception {
    HelpDesk help = new HelpDesk(desktop);
    robot.interact(() -> help.unexpected(new IllegalStateException("a tile without a face")));
    assertThat(desktop.shell().notices().messages().getLast()).contains("IllegalStateException");
    CrashReports reports = new CrashReports(window.work.resolve("data/logs"));
    assertThat(reports.unseen()).isEmpty();
    try (var files = Files.list(reports.folder())) {
      Path report =
          files.filter(file -> file.toString().contains("crash-")).findFirst().orElseThrow();
      assertThat(report).content().contains("a tile without a face", Version.current(), "Java");
    }
  }
}
