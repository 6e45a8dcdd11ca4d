package org.facewright.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.facewright.ui.form.ValueSlider;
import org.facewright.ui.snapshot.ThemeTour;

/**
 * Writes pictures of the pages Clusters, Map and Render in both themes, with an embedded project as
 * content: {@code PanelPictures PROJECT FOLDER [FACE-KIT]}. Needs the environment that the window
 * has.
 */
public final class PanelPictures {
  private static final Duration SETTLE = Duration.ofSeconds(4);

  private PanelPictures() {}

  public static void main(String[] args) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          Installation installation = Installation.here();
          Desktop desktop = new Desktop(installation, installation::inProcess);
          Stage stage = new Stage();
          desktop.start(stage, Path.of(args[0]));
          stage.setWidth(1400);
          stage.setHeight(900);
          stage.setX(0);
          stage.setY(0);
          new ThemeTour(stage.getScene(), desktop.look(), Path.of(args[1]))
              .run(
                  stops(desktop, stage.getScene()),
                  () -> {
                    desktop.stop();
                    stage.hide();
                    done.countDown();
                  });
        });
    done.await();
    Platform.exit();
  }

  private static List<ThemeTour.Stop> stops(Desktop desktop, Scene scene) {
    List<ThemeTour.Stop> stops = new ArrayList<>();
    stops.add(new ThemeTour.Stop("home", () -> {}, SETTLE));
    stops.add(stop("clusters-ours", () -> desktop.shell().panels().show("clusters")));
    stops.add(
        stop(
            "clusters-fixed",
            () ->
                find(scene, "#clusters-histogram", org.facewright.ui.chart.HistogramChart.class)
                    .threshold()
                    .set(.46)));
    return stops;
  }

  private static ThemeTour.Stop stop(String name, Runnable go) {
    return new ThemeTour.Stop(name, go, SETTLE);
  }

  private static <N extends Node> N find(Scene scene, String id, Class<N> type) {
    return type.cast(scene.lookup(id));
  }

  static ValueSlider slider(Scene scene, String id) {
    return find(scene, id, ValueSlider.class);
  }
}
