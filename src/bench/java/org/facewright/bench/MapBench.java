package org.facewright.bench;

import java.util.Random;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.facewright.ui.chart.ScatterMap;
import org.facewright.ui.theme.Appearance;

/**
 * The map of 100,000 points, headless, window 1440 x 900: frame times while it zooms in and out,
 * and while all of it is panned.
 */
public final class MapBench {
  private static final int POINTS = 100_000;
  private static final int FRAMES = 300;

  private MapBench() {}

  public static void main(String[] args) throws Exception {
    System.setProperty("javafx.animation.fullspeed", "true");
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(() -> run(done));
    done.await();
    Platform.exit();
  }

  private static void run(CountDownLatch done) {
    ScatterMap map = map();
    Stage stage = new Stage();
    Scene scene = new Scene(new StackPane(map), 1440, 900);
    new Appearance().dress(scene);
    stage.setScene(scene);
    stage.show();
    Frames[] frames = new Frames[1];
    Frames warm = new Frames(FRAMES, frame -> zoom(map, frame), () -> frames[0].start());
    Frames[] panning = new Frames[1];
    panning[0] =
        new Frames(
            FRAMES,
            frame -> map.pan(frame < FRAMES / 2 ? 6 : -6, 3),
            () -> {
              System.out.printf("%,d points, panning: %s%n", POINTS, panning[0].summary());
              stage.hide();
              done.countDown();
            });
    frames[0] =
        new Frames(
            FRAMES,
            frame -> zoom(map, frame),
            () -> {
              System.out.printf("%,d points, zooming: %s%n", POINTS, frames[0].summary());
              panning[0].start();
            });
    warm.start();
  }

  private static void zoom(ScatterMap map, int frame) {
    double by = frame < FRAMES / 2 ? 8 : -8;
    map.fireEvent(
        new ScrollEvent(
            ScrollEvent.SCROLL,
            720,
            450,
            720,
            450,
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            by,
            0,
            by,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
  }

  private static ScatterMap map() {
    Random random = new Random(11);
    float[] x = new float[POINTS];
    float[] y = new float[POINTS];
    byte[] kinds = new byte[POINTS];
    for (int i = 0; i < POINTS; i++) {
      x[i] = (float) random.nextGaussian();
      y[i] = (float) random.nextGaussian();
      kinds[i] = (byte) (i % 9 - 1);
    }
    ScatterMap map = new ScatterMap();
    map.show(x, y, kinds);
    return map;
  }
}
