package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToDoubleFunction;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.facewright.training.run.EpochLine;
import org.facewright.training.run.RunFolder;
import org.facewright.training.run.RunReader;
import org.facewright.training.run.StepLine;
import org.facewright.ui.chart.Curve;
import org.facewright.ui.chart.CurveChart;
import org.facewright.ui.chart.Ink;
import org.facewright.ui.snapshot.Snapshots;
import org.facewright.ui.theme.Appearance;

/**
 * Draws runs for the documentation, as the program's own charts do: {@code CurvePictures OUT.png
 * NAME=FOLDER ...}. The first run lies on top; up to three.
 */
final class CurvePictures {
  private static final double WIDTH = 760;
  private static final double HEIGHT = 640;
  private static final double PERCENT = 100;
  private static final List<Ink> INKS = List.of(Ink.ACCENT, Ink.SERIES_4, Ink.SERIES_5);

  private CurvePictures() {}

  public static void main(String[] args) throws Exception {
    Path target = Path.of(args[0]);
    List<Curve> losses = new ArrayList<>();
    List<Curve> rates = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      int sign = args[i].indexOf('=');
      String name = args[i].substring(0, sign);
      RunReader run = new RunReader(new RunFolder(Path.of(args[i].substring(sign + 1))));
      Ink ink = INKS.get((i - 1) % INKS.size());
      losses.add(loss(name, run, ink));
      rates.addAll(verified(name, run, ink));
    }
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          try {
            draw(losses, rates, target);
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          } finally {
            done.countDown();
          }
        });
    done.await();
    Platform.exit();
  }

  private static Curve loss(String name, RunReader run, Ink ink) throws IOException {
    List<StepLine> steps = run.steps();
    return new Curve(name, all(steps, StepLine::step), all(steps, StepLine::loss), ink, false);
  }

  private static List<Curve> verified(String name, RunReader run, Ink ink) throws IOException {
    List<EpochLine> epochs = run.epochs();
    List<Curve> curves = new ArrayList<>();
    for (int set = 0; set < epochs.getFirst().verified().size(); set++) {
      int at = set;
      curves.add(
          new Curve(
              name + ", " + epochs.getFirst().verified().get(set).set(),
              all(epochs, EpochLine::step),
              all(epochs, epoch -> PERCENT * epoch.verified().get(at).figures().accuracy()),
              ink,
              set > 0));
    }
    return curves;
  }

  private static <T> double[] all(List<T> lines, ToDoubleFunction<T> figure) {
    return lines.stream().mapToDouble(figure).toArray();
  }

  private static void draw(List<Curve> losses, List<Curve> rates, Path target) throws IOException {
    CurveChart loss = new CurveChart("Loss");
    CurveChart rate = new CurveChart("Verification accuracy, %");
    loss.smoothing().set(0.8);
    loss.show(losses, List.of());
    rate.show(rates, List.of());
    VBox.setVgrow(loss, Priority.ALWAYS);
    VBox.setVgrow(rate, Priority.ALWAYS);
    VBox box = new VBox(12, loss, rate);
    Scene scene = new Scene(box, WIDTH, HEIGHT, Color.WHITE);
    new Appearance().dress(scene);
    box.applyCss();
    box.layout();
    Snapshots snapshots = new Snapshots();
    snapshots.writeSmall(snapshots.picture(scene), target);
  }
}
