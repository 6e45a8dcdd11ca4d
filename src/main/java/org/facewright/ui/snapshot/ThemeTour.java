package org.facewright.ui.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.facewright.ui.theme.Appearance;
import org.facewright.ui.theme.ThemeChoice;

/**
 * Walks through pages and takes a picture of each in both themes, as {@code NAME-light.png} and
 * {@code NAME-dark.png}. Asynchronous, because pictures and layouts need frames to arrive. FX
 * thread.
 */
public final class ThemeTour {
  /**
   * One stop.
   *
   * @param name of the file
   * @param go brings the page on screen
   * @param settle how long it needs to load what it shows
   */
  public record Stop(String name, Runnable go, Duration settle) {}

  private record Shot(Stop stop, ThemeChoice theme) {}

  private final Scene scene;
  private final Appearance look;
  private final Path folder;
  private final Snapshots snapshots = new Snapshots();

  public ThemeTour(Scene scene, Appearance look, Path folder) {
    this.scene = scene;
    this.look = look;
    this.folder = folder;
  }

  /** Starts; {@code done} runs when the last picture is written and the theme is as before. */
  public void run(List<Stop> stops, Runnable done) {
    ThemeChoice before = look.choice().get();
    Deque<Shot> shots = new ArrayDeque<>();
    for (Stop stop : stops) {
      shots.add(new Shot(stop, ThemeChoice.LIGHT));
      shots.add(new Shot(stop, ThemeChoice.DARK));
    }
    next(
        shots,
        () -> {
          look.choice().set(before);
          done.run();
        });
  }

  private void next(Deque<Shot> shots, Runnable done) {
    Shot shot = shots.poll();
    if (shot == null) {
      done.run();
      return;
    }
    look.choice().set(shot.theme);
    if (shot.theme == ThemeChoice.LIGHT) {
      shot.stop.go().run();
    }
    PauseTransition settle =
        new PauseTransition(javafx.util.Duration.millis(shot.stop.settle().toMillis()));
    settle.setOnFinished(
        event -> {
          // A picture may not be taken while animations are processed.
          javafx.application.Platform.runLater(
              () -> {
                take(shot);
                next(shots, done);
              });
        });
    settle.play();
  }

  private void take(Shot shot) {
    WritableImage image = snapshots.picture(scene);
    String theme = shot.theme == ThemeChoice.DARK ? "dark" : "light";
    try {
      snapshots.writeSmall(image, folder.resolve(shot.stop.name() + "-" + theme + ".png"));
    } catch (IOException e) {
      throw new UncheckedIOException("no picture of " + shot.stop.name(), e);
    }
  }
}
