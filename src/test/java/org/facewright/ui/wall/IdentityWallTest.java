package org.facewright.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
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

/** Strips of faces: as many as the window has room for, at one size. */
@ExtendWith(ApplicationExtension.class)
class IdentityWallTest {
  private static final int EDGE = 48;
  private Wall<Integer> wall;
  private Stage stage;

  @Start
  void start(Stage primary) {
    stage = primary;
    Thumbnails<Integer> thumbnails =
        new Thumbnails<>((key, edge) -> RgbImage.black(8, 8), Runnable::run, 1, 1 << 20);
    wall = Wall.ofIdentities(IdentityWallTest::look, thumbnails, EDGE);
    wall.show(IntStream.range(0, 40).boxed().toList());
    Scene scene = new Scene(new StackPane(wall), 900, 500);
    new Appearance().dress(scene);
    stage.setScene(scene);
    stage.sizeToScene();
    stage.show();
  }

  /** Everybody has twenty pictures, but number 1 only three. */
  private static IdentityLook<Integer> look(int number) {
    int images = number == 1 ? 3 : 20;
    List<Integer> faces =
        IntStream.range(0, Math.min(images, IdentityLook.MOST)).mapToObj(i -> i).toList();
    return new IdentityLook<>("n" + number, faces, images, .8, 1, 0, FaceOrigin.IMPORTED);
  }

  private void wide(FxRobot robot, double width) {
    robot.interact(() -> stage.setWidth(width));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private List<Bounds> faces(FxRobot robot, int tile) {
    Node strip = tile(robot, tile);
    return robot.from(strip).lookup(".fw-face").queryAll().stream()
        .filter(Node::isVisible)
        .map(Node::getBoundsInParent)
        .toList();
  }

  private Node tile(FxRobot robot, int item) {
    return robot.lookup(".fw-identity").queryAllAs(Tile.class).stream()
        .filter(tile -> tile.item() == item)
        .findFirst()
        .orElseThrow();
  }

  private void filled(FxRobot robot, double width, int columns, int faces) {
    wide(robot, width);
    List<Bounds> strip = faces(robot, 0);
    assertThat(strip).hasSize(faces);
    assertThat(strip).allMatch(face -> face.getWidth() == EDGE && face.getHeight() == EDGE);
    double right = tile(robot, 0).getLayoutBounds().getWidth();
    assertThat(right).isBetween(width / columns - 14, width / columns);
    assertThat(strip.getFirst().getMinX()).isEqualTo(8);
    assertThat(strip.getLast().getMaxX()).isBetween(right - 9, right - 8);
  }

  @Test
  void stripsFillTheWindowWhateverItsWidth(FxRobot robot) {
    filled(robot, 900, 2, 8);
    filled(robot, 1200, 2, 11);
    filled(robot, 820, 1, 15);
    filled(robot, 1300, 3, 8);
  }

  @Test
  void whoHasFewPicturesShowsThoseInTheirPlaces(FxRobot robot) {
    wide(robot, 1200);
    assertThat(faces(robot, 1)).isEqualTo(faces(robot, 0).subList(0, 3));
  }
}
