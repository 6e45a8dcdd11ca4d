package org.facewright.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.facewright.gallery.map.MapJob;
import org.facewright.gallery.map.MapMethod;
import org.facewright.gallery.map.MapSettings;
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
    stops.add(
        new ThemeTour.Stop(
            "map",
            () -> {
              desktop.shell().panels().show("map");
              submit(desktop, MapSettings.of("faceplugin", MapMethod.UMAP, 0));
            },
            SETTLE.multipliedBy(2)));
    stops.add(
        stop(
            "map-images",
            () -> submit(desktop, MapSettings.of("faceplugin", MapMethod.TSNE, first(desktop)))));
    stops.add(stop("map-chosen", () -> lasso(scene)));
    stops.add(
        new ThemeTour.Stop(
            "render", () -> desktop.shell().panels().show("render"), SETTLE.plus(SETTLE)));
    stops.add(
        stop(
            "render-light",
            () -> {
              for (Node button : scene.lookup("#render-groups").lookupAll(".toggle-button")) {
                if (button instanceof ToggleButton toggle && toggle.getText().equals("Light")) {
                  toggle.fire();
                }
              }
            }));
    return stops;
  }

  private static void submit(Desktop desktop, MapSettings settings) {
    desktop
        .bench()
        .orElseThrow()
        .session()
        .jobs()
        .submit(MapJob.NAME, settings.method().label(), settings.toJson());
  }

  private static long first(Desktop desktop) {
    return desktop
        .bench()
        .orElseThrow()
        .session()
        .project()
        .identities()
        .find("000003")
        .orElseThrow()
        .id();
  }

  /** Draws around the right half of the map. */
  private static void lasso(Scene scene) {
    Node map = scene.lookup("#map");
    double w = map.getBoundsInLocal().getWidth();
    double h = map.getBoundsInLocal().getHeight();
    Robot robot = new Robot();
    robot.mouseMove(map.localToScreen(w / 2, 4));
    robot.mousePress(MouseButton.PRIMARY);
    robot.mouseMove(map.localToScreen(w - 4, 4));
    robot.mouseMove(map.localToScreen(w - 4, h - 4));
    robot.mouseMove(map.localToScreen(w / 2, h - 4));
    robot.mouseRelease(MouseButton.PRIMARY);
  }

  private static ThemeTour.Stop stop(String name, Runnable go) {
    return new ThemeTour.Stop(name, go, SETTLE);
  }

  private static <N extends Node> N find(Scene scene, String id, Class<N> type) {
    return type.cast(scene.lookup(id));
  }
}
