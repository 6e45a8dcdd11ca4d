package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.facewright.ui.action.KeyLegend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The hints of the real pages, with the keys that their actions really have. */
@ExtendWith(ApplicationExtension.class)
class HintPagesTest {
  private static final int KEYS = 3;
  @TempDir private static Path shared;
  private OpenWindow window;

  @Start
  void start(Stage stage) throws IOException {
    window = new OpenWindow(stage, Files.createTempDirectory(shared, "hints"));
    window.desktop.shell().hints().wanted().set(true);
    window.show();
  }

  @Stop
  void stop() {
    window.leave();
  }

  @Test
  void everyPageThatHasOneNamesThreeKeysAndTheSettingsSwitchThemOff(FxRobot robot)
      throws Exception {
    window.createAndImport(robot);
    for (String page :
        List.of("identities", "clusters", "review", "generate", "curriculum", "training")) {
      window.act(robot, "go." + page);
      KeyLegend keys =
          (KeyLegend)
              robot
                  .lookup("#hint-bar")
                  .query()
                  .lookup(".fw-key-cap")
                  .getParent()
                  .getParent()
                  .getParent();
      assertThat(keys.getChildren()).as(page).hasSize(KEYS);
    }
    window.act(robot, "window.settings");
    ToggleButton off =
        robot
            .lookup("#hints .toggle-button")
            .match((ToggleButton button) -> button.getText().equals("Off"))
            .queryAs(ToggleButton.class);
    robot.interact(off::fire);
    assertThat(window.desktop.shell().hints().wanted().get()).isFalse();
  }
}
