package org.facewright.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.facewright.ui.theme.Appearance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ScatterMapTest {
  private ScatterMap map;
  private final List<BitSet> chosen = new ArrayList<>();
  private final List<Integer> hovered = new ArrayList<>();

  @Start
  void start(Stage stage) {
    map = new ScatterMap();
    // 24 pixels of margin: the corners of a square of 200 pixels and its middle.
    map.show(
        new float[] {0, 1, 0, 1, 0.5f},
        new float[] {0, 0, 1, 1, 0.5f},
        new byte[] {0, 1, 2, 3, -1});
    map.onChosen(chosen::add);
    map.onHover(hovered::add);
    Scene scene = new Scene(new StackPane(map), 248, 248);
    new Appearance().dress(scene);
    stage.setScene(scene);
    // The stage is the one of the test before: take this scene's size, at the robot's origin.
    stage.sizeToScene();
    stage.setX(0);
    stage.setY(0);
    stage.show();
    stage.requestFocus();
  }

  @Test
  void theLassoTakesWhatItSurrounds(FxRobot robot) {
    robot.moveTo(map.localToScreen(5, 5)).press(MouseButton.PRIMARY);
    robot.moveTo(map.localToScreen(240, 5)).moveTo(map.localToScreen(240, 60));
    robot.moveTo(map.localToScreen(5, 60)).release(MouseButton.PRIMARY);
    assertThat(chosen).hasSize(1);
    assertThat(chosen.getFirst().stream()).containsExactly(0, 1);
  }

  @Test
  void hoverNamesTheNearestPointAndLeavingNone(FxRobot robot) {
    robot.moveTo(map.localToScreen(126, 122));
    robot.moveTo(map.localToScreen(60, 124));
    assertThat(hovered).containsSubsequence(4, -1);
  }
}
