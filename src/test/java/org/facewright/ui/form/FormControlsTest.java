package org.facewright.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.facewright.ui.theme.Appearance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FormControlsTest {
  private ValueSlider slider;
  private BandSlider band;
  private Segments<String> segments;

  @Start
  void start(Stage stage) {
    slider = new ValueSlider("similarity", -1, 1, 0.4, 2);
    band = new BandSlider("keep band", 0, 100, new BandSlider.Band(50, 100), 0, "%");
    segments = new Segments<>(List.of("ours", "paper"), "ours", text -> text);
    Scene scene = new Scene(new VBox(slider, band, segments), 400, 200);
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
  void aTypedValueIsTakenClampedOrPutBack(FxRobot robot) {
    TextField field = robot.from(slider).lookup(".text-field").query();
    type(robot, field, "0,73");
    assertThat(slider.value().get()).isEqualTo(0.73);
    type(robot, field, "7");
    assertThat(slider.value().get()).isEqualTo(1);
    type(robot, field, "nonsense");
    assertThat(slider.value().get()).isEqualTo(1);
    assertThat(field.getText()).isEqualTo("1.00");
  }

  private static void type(FxRobot robot, TextField field, String text) {
    robot.interact(
        () -> {
          field.requestFocus();
          field.setText(text);
        });
    robot.type(KeyCode.ENTER);
  }

  @Test
  void theSliderRoundsToWhatItShows(FxRobot robot) {
    robot.interact(() -> slider.slider().setValue(0.41499));
    assertThat(slider.value().get()).isEqualTo(0.41);
  }

  @Test
  void aBandMovesAsAWholeInBothDirections(FxRobot robot) {
    robot.interact(() -> band.set(new BandSlider.Band(10, 20)));
    assertThat(band.band().get()).isEqualTo(new BandSlider.Band(10, 20));
    robot.interact(() -> band.set(new BandSlider.Band(80, 90)));
    assertThat(band.band().get()).isEqualTo(new BandSlider.Band(80, 90));
  }

  @Test
  void oneSegmentIsAlwaysTaken(FxRobot robot) {
    robot.clickOn("paper");
    assertThat(segments.value().get()).isEqualTo("paper");
    robot.clickOn("paper");
    assertThat(segments.value().get()).isEqualTo("paper");
  }
}
