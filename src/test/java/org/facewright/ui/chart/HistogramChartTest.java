package org.facewright.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.facewright.ui.theme.Appearance;
import org.facewright.ui.theme.ThemeChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class HistogramChartTest {
  private HistogramChart chart;
  private Appearance look;

  @Start
  void start(Stage stage) {
    chart = new HistogramChart();
    chart.show(
        new Bins("genuine", 0, 1, new long[] {0, 0, 1, 3}),
        new Bins("impostor", 0, 1, new long[] {6, 3, 1, 0}));
    chart.threshold().set(0.5);
    look = new Appearance();
    look.choice().set(ThemeChoice.LIGHT);
    // 12 pixels of margin at both sides: 400 pixels are one unit of the axis.
    Scene scene = new Scene(new StackPane(chart), 424, 200);
    look.dress(scene);
    stage.setScene(scene);
    // The stage is the one of the test before: take this scene's size, at the robot's origin.
    stage.sizeToScene();
    stage.setX(0);
    stage.setY(0);
    stage.show();
    stage.requestFocus();
  }

  @Test
  void theLineFollowsTheMouse(FxRobot robot) {
    robot
        .moveTo(chart.localToScreen(12 + 200.0, 100))
        .press(MouseButton.PRIMARY)
        .moveTo(chart.localToScreen(12 + 120.0, 100));
    assertThat(chart.threshold().get()).isCloseTo(0.3, within(0.01));
    robot.moveTo(chart.localToScreen(2, 100)).release(MouseButton.PRIMARY);
    assertThat(chart.threshold().get()).as("it stops at the end of the axis").isZero();
  }

  @Test
  void arrowsMoveItInSmallAndLargeSteps(FxRobot robot) {
    robot.interact(chart::requestFocus);
    robot.type(KeyCode.RIGHT);
    assertThat(chart.threshold().get()).isCloseTo(0.505, within(1e-9));
    robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
    assertThat(chart.threshold().get()).isCloseTo(0.455, within(1e-9));
  }

  @Test
  void itsInksFollowTheTheme(FxRobot robot) {
    Color light = chart.ink(Ink.TEXT);
    robot.interact(() -> look.choice().set(ThemeChoice.DARK));
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(chart::applyCss);
    assertThat(chart.ink(Ink.TEXT).getBrightness()).isGreaterThan(light.getBrightness());
  }

  @Test
  void numbersAndPictureAreExported(FxRobot robot, @TempDir Path folder) throws IOException {
    assertThat(chart.csv()).startsWith("from,to,genuine,impostor\n0.0,0.25,0,6\n").hasLineCount(5);
    ChartExport export = new ChartExport(problem -> {});
    robot.interact(
        () -> {
          try {
            export.write(chart, folder.resolve("a.png"));
            export.write(chart, folder.resolve("a.csv"));
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
    assertThat(javax.imageio.ImageIO.read(folder.resolve("a.png").toFile()).getWidth())
        .isEqualTo(848);
    assertThat(Files.readString(folder.resolve("a.csv"))).isEqualTo(chart.csv());
  }

  @Test
  void sharesBelowCutABinInProportion() {
    Bins bins = new Bins("x", 0, 1, new long[] {2, 2, 4, 0});
    assertThat(bins.below(0.5)).isEqualTo(0.5);
    assertThat(bins.below(0.625)).isEqualTo(0.75);
    assertThat(Bins.of("y", new float[] {-5, 0.1f, 0.9f, 7}, 0, 1, 2).counts())
        .containsExactly(2, 2);
  }
}
