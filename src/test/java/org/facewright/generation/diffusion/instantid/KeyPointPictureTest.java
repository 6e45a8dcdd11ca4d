package org.facewright.generation.diffusion.instantid;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.facewright.faces.FivePoints;
import org.facewright.faces.Point;
import org.facewright.generation.diffusion.Golden;
import org.facewright.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class KeyPointPictureTest {
  static FivePoints points(JsonNode list) {
    Point[] points = new Point[5];
    for (int i = 0; i < 5; i++) {
      points[i] = new Point(list.get(i).get(0).asDouble(), list.get(i).get(1).asDouble());
    }
    return new FivePoints(points[0], points[1], points[2], points[3], points[4]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"frontal", "tilt"})
  void everyPixelIsAsInstantIdDrawsIt(String name) throws Exception {
    JsonNode golden = Golden.json("misc/draw_kps_" + name + ".json");
    BufferedImage wanted = ImageIO.read(Golden.path("misc/draw_kps_" + name + ".png").toFile());
    RgbImage ours =
        KeyPointPicture.draw(points(golden.get("kps")), wanted.getWidth(), wanted.getHeight());
    int wrong = 0;
    for (int y = 0; y < ours.height(); y++) {
      for (int x = 0; x < ours.width(); x++) {
        int colour = ours.at(x, y, 0) << 16 | ours.at(x, y, 1) << 8 | ours.at(x, y, 2);
        if (colour != (wanted.getRGB(x, y) & 0xffffff)) {
          wrong++;
        }
      }
    }
    assertThat(wrong).isZero();
  }

  @Test
  void pointsOutsideAreCutOff() {
    Point far = new Point(-300, 5000);
    RgbImage ours =
        KeyPointPicture.draw(
            new FivePoints(far, new Point(20, 2), new Point(30, 30), far, new Point(63, 63)),
            64,
            64);
    assertThat(ours.at(30, 30, 2)).isEqualTo(255);
    assertThat(ours.at(63, 63, 0)).isEqualTo(255);
  }

  @Test
  void placementShrinksOntoWhiteOrEnlargesFromTheCorner() {
    RgbImage black = RgbImage.black(100, 80);
    RgbImage smaller = new RandomPlacement(0.8, 1, 1).apply(black);
    assertThat(smaller.at(0, 0, 0)).isEqualTo(255);
    assertThat(smaller.at(19, 79, 0)).isEqualTo(255);
    assertThat(smaller.at(20, 16, 0)).isZero();
    assertThat(smaller.at(99, 79, 0)).isZero();
    RgbImage larger = new RandomPlacement(1.2, 0.5, 0.5).apply(black);
    assertThat(larger.rgb()).containsOnly(0);
    assertThat(RandomPlacement.none().apply(smaller).rgb()).isEqualTo(smaller.rgb());
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 100; i++) {
      RandomPlacement drawn = RandomPlacement.drawn(random);
      assertThat(drawn.scale()).isBetween(0.8, 1.2);
      assertThat(drawn.apply(black).width()).isEqualTo(100);
    }
  }
}
