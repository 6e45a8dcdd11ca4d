package org.facewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.facewright.ui.theme.Motion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** How many messages stand in the corner, and which. */
@ExtendWith(ApplicationExtension.class)
class NoticesTest {
  private Notices notices;

  @Start
  void start(Stage stage) {
    notices = new Notices(new Motion(new SimpleBooleanProperty(true)));
    stage.setScene(new Scene(notices, 400, 600));
    stage.show();
  }

  @Test
  void whatIsToldAgainMovesDown(FxRobot robot) {
    robot.interact(
        () -> {
          notices.offer("Only rendered people.", "Install", () -> {});
          notices.problem("The disk is full.");
          notices.offer("Only rendered people.", "Install", () -> {});
        });
    assertThat(notices.messages()).containsExactly("The disk is full.", "Only rendered people.");
  }

  @Test
  void manyEndsOfJobsDoNotCoverThePageNorPushAProblemAway(FxRobot robot) {
    robot.interact(
        () -> {
          notices.problem("The disk is full.");
          for (int i = 0; i < 9; i++) {
            notices.done("done " + i);
          }
        });
    assertThat(notices.messages()).containsExactly("The disk is full.", "done 7", "done 8");
  }
}
