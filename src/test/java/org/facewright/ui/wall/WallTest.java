package org.facewright.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.facewright.image.RgbImage;
import org.facewright.ui.theme.Appearance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class WallTest {
  private static final int EDGE = 72;
  private static final int CELL = EDGE + 8;
  private final List<Integer> opened = new ArrayList<>();
  private Wall<Integer> wall;
  private Stage stage;

  @Start
  void start(Stage primary) {
    stage = primary;
    Thumbnails<Integer> thumbnails =
        new Thumbnails<>((key, edge) -> RgbImage.black(8, 8), Runnable::run, 1, 1 << 20);
    wall = Wall.ofFaces(n -> n, n -> FaceLook.plain("image " + n), thumbnails, EDGE);
    wall.onOpen(opened::add);
    wall.show(IntStream.range(0, 1000).boxed().toList());
    // Room for exactly five columns, so that tiles are as wide as asked.
    Scene scene = new Scene(new StackPane(wall), 5 * CELL + 14, 400);
    new Appearance().dress(scene);
    stage.setScene(scene);
    // The stage is the one of the test before: take this scene's size, at the robot's origin.
    stage.sizeToScene();
    stage.setX(0);
    stage.setY(0);
    stage.show();
    stage.requestFocus();
  }

  private Point2D tile(int item) {
    return wall.localToScreen(item % 5 * CELL + 40.0, item / 5 * (CELL + 20) + 40.0);
  }

  /** The headless robot's mouse forgets held keys, so clicks with one are sent as events. */
  private void click(FxRobot robot, int item, KeyCode... held) {
    if (held.length == 0) {
      robot.clickOn(tile(item));
      return;
    }
    Point2D at = wall.screenToLocal(tile(item));
    robot.interact(() -> Event.fireEvent(wall, mouse(MouseEvent.MOUSE_PRESSED, at, held[0])));
    robot.interact(() -> Event.fireEvent(wall, mouse(MouseEvent.MOUSE_RELEASED, at, held[0])));
  }

  private static MouseEvent mouse(EventType<MouseEvent> type, Point2D at, KeyCode held) {
    boolean shift = held == KeyCode.SHIFT;
    boolean control = held == KeyCode.CONTROL;
    return new MouseEvent(
        type,
        at.getX(),
        at.getY(),
        0,
        0,
        MouseButton.PRIMARY,
        1,
        shift,
        control,
        false,
        false,
        true,
        false,
        false,
        true,
        false,
        true,
        null);
  }

  @Test
  void clickChoosesControlAddsAndShiftExtends(FxRobot robot) {
    click(robot, 1);
    click(robot, 3, KeyCode.CONTROL);
    assertThat(wall.chosen()).containsExactly(1, 3);
    click(robot, 7, KeyCode.SHIFT);
    assertThat(wall.chosen()).containsExactly(3, 4, 5, 6, 7);
    click(robot, 2);
    assertThat(wall.chosen()).containsExactly(2);
  }

  @Test
  void theKeyboardReachesEveryItem(FxRobot robot) {
    click(robot, 0);
    robot.type(KeyCode.RIGHT, KeyCode.DOWN);
    assertThat(wall.chosen()).containsExactly(6);
    robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
    assertThat(wall.chosen()).hasSize(6).contains(6, 11);
    robot.type(KeyCode.END);
    assertThat(wall.chosen()).containsExactly(999);
    assertThat(wall.firstVisible()).isGreaterThan(900);
    robot.type(KeyCode.HOME);
    assertThat(wall.firstVisible()).isZero();
    robot.type(KeyCode.PAGE_DOWN);
    assertThat(wall.selection().focused().get()).isEqualTo(20);
    robot.type(KeyCode.ENTER);
    assertThat(opened).containsExactly(20);
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    assertThat(wall.selection().count().get()).isEqualTo(1000);
    robot.type(KeyCode.ESCAPE);
    assertThat(wall.chosen()).isEmpty();
  }

  @Test
  void aRubberBandTakesWhatItTouches(FxRobot robot) {
    robot.moveTo(tile(0)).press(MouseButton.PRIMARY).moveTo(tile(7)).release(MouseButton.PRIMARY);
    assertThat(wall.chosen()).containsExactly(0, 1, 2, 5, 6, 7);
  }

  @Test
  void aNarrowerWallFlowsAnewAndStaysWhereItWas(FxRobot robot) throws TimeoutException {
    robot.interact(() -> wall.reveal(900));
    WaitForAsyncUtils.waitForFxEvents();
    int before = wall.firstVisible();
    robot.interact(() -> stage.setWidth(stage.getWidth() - 2 * CELL));
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> wall.flow().columns() == 3);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(wall.firstVisible()).isBetween(before - 3, before);
  }

  @Test
  void whatIsShownIsAlsoSaid(FxRobot robot) {
    FaceLook look = new FaceLook("000417/3", FaceState.AMBIGUOUS, true, FaceOrigin.VEC2FACE, 0.417);
    assertThat(look.spoken())
        .isEqualTo("000417/3, ambiguous, decided by a person, synthetic vec2face, similarity 0.42");
    assertThat(SimilarityBar.text(0.62)).isEqualTo(".62");
    assertThat(SimilarityBar.text(-0.1)).isEqualTo("-.10");
    assertThat(SimilarityBar.text(1)).isEqualTo("1.00");
  }
}
