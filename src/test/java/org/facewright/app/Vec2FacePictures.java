package org.facewright.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.facewright.inference.models.InstallProgress;
import org.facewright.ui.form.ValueSlider;
import org.facewright.ui.snapshot.ThemeTour;

/**
 * Writes pictures of the page Generate, Vec2Face in both themes: {@code Vec2FacePictures GENERATOR
 * FOLDER}. The generator's vectors must be the built-in recogniser's embeddings.
 */
public final class Vec2FacePictures {
  private static final Duration SETTLE = Duration.ofSeconds(6);

  private Vec2FacePictures() {}

  public static void main(String[] args) throws Exception {
    Path work = Files.createTempDirectory("facewright-vec2face");
    Path data = Files.createDirectories(work.resolve("data"));
    Installation installation = new Installation(Path.of("."), data);
    installation.models(Installation.runtime()).install("builtin", InstallProgress.SILENT);
    Path folder = work.resolve("my-project");
    new PicturedProject(installation).make(folder);
    Files.writeString(data.resolve("vec2face.txt"), Path.of(args[0]).toAbsolutePath().toString());
    new SettingsFile(data.resolve("settings.json")).put(UserSettings.ofThisMachine());
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(() -> tour(installation, folder, Path.of(args[1]), done::countDown));
    done.await();
    Platform.exit();
  }

  private static void tour(Installation installation, Path folder, Path target, Runnable done) {
    Desktop desktop = new Desktop(installation, installation::inProcess);
    desktop.look().reducedMotion().set(true);
    desktop.shell().hints().wanted().set(false);
    Stage stage = new Stage();
    desktop.start(stage, null);
    stage.setWidth(1400);
    stage.setHeight(860);
    stage.setX(0);
    stage.setY(0);
    ThemeTour tour = new ThemeTour(stage.getScene(), desktop.look(), target);
    tour.run(
        List.of(
            new ThemeTour.Stop("home", () -> desktop.open(folder), SETTLE),
            new ThemeTour.Stop("vec2face", () -> act(desktop, "generate.vec2face"), SETTLE),
            new ThemeTour.Stop("vec2face-identity", () -> identity(desktop, stage), SETTLE),
            new ThemeTour.Stop("vec2face-expanded", () -> act(desktop, "vec2face.expand"), SETTLE)),
        () -> {
          desktop.stop();
          stage.hide();
          done.run();
        });
  }

  private static void identity(Desktop desktop, Stage stage) {
    Pane source = (Pane) stage.getScene().lookup("#vec2face-source");
    ((ToggleButton) source.getChildren().get(1)).fire();
    TextField label = (TextField) stage.getScene().lookup("#vec2face-identity");
    label.setText(
        desktop.bench().orElseThrow().session().project().identities().all().getFirst().label());
    label.fireEvent(new ActionEvent());
    act(desktop, "vec2face.pin");
    ((ValueSlider) stage.getScene().lookup("#vec2face-sigma")).value().set(.5);
  }

  private static void act(Desktop desktop, String action) {
    desktop.actions().find(action).ifPresent(desktop.actions()::run);
  }
}
