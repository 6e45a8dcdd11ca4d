package org.facewright.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.facewright.project.Identity;
import org.facewright.ui.snapshot.ThemeTour;

/**
 * Writes a picture of every page in both themes: {@code WindowPictures FOLDER}. Its content is
 * drawn, never photographed.
 */
public final class WindowPictures {
  private static final Duration SETTLE = Duration.ofMillis(2500);

  private WindowPictures() {}

  public static void main(String[] args) throws Exception {
    Path work = Files.createTempDirectory("facewright-pictures");
    Path folder = work.resolve("my-project");
    DrawnProject.make(work, folder, 40, 24);
    Installation installation = new Installation(Path.of("."), work.resolve("data"));
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          Desktop desktop = new Desktop(installation, installation::inProcess);
          Stage stage = new Stage();
          desktop.start(stage, null);
          stage.setWidth(1440);
          stage.setHeight(900);
          stage.setX(0);
          stage.setY(0);
          new ThemeTour(stage.getScene(), desktop.look(), Path.of(args[0]))
              .run(
                  stops(desktop, folder),
                  () -> {
                    desktop.stop();
                    stage.hide();
                    done.countDown();
                  });
        });
    done.await();
    Platform.exit();
  }

  private static List<ThemeTour.Stop> stops(Desktop desktop, Path folder) {
    List<ThemeTour.Stop> stops = new ArrayList<>();
    stops.add(stop("welcome", () -> {}));
    stops.add(new ThemeTour.Stop("home", () -> desktop.open(folder), SETTLE.multipliedBy(2)));
    stops.add(stop("identities", () -> desktop.shell().panels().show("identities")));
    stops.add(stop("identity", () -> act(desktop, "go.home", () -> openFirst(desktop))));
    stops.add(stop("models", () -> act(desktop, "go.models", () -> {})));
    stops.add(stop("jobs", () -> act(desktop, "go.home", desktop.shell()::toggleDrawer)));
    stops.add(
        stop("settings", () -> act(desktop, "window.settings", desktop.shell()::toggleDrawer)));
    stops.add(stop("about", () -> act(desktop, "window.about", () -> {})));
    stops.add(stop("export", () -> act(desktop, "project.export", () -> {})));
    stops.add(stop("palette", () -> act(desktop, "window.palette", () -> {})));
    stops.add(stop("keys", () -> act(desktop, "window.keys", () -> {})));
    return stops;
  }

  private static ThemeTour.Stop stop(String name, Runnable go) {
    return new ThemeTour.Stop(name, go, SETTLE);
  }

  private static void act(Desktop desktop, String action, Runnable then) {
    desktop.actions().find(action).ifPresent(desktop.actions()::run);
    then.run();
  }

  private static void openFirst(Desktop desktop) {
    Workbench bench = desktop.bench().orElseThrow();
    Identity worst =
        bench.session().project().identities().all().stream()
            .max(java.util.Comparator.comparingInt(Identity::rejected))
            .orElseThrow();
    bench.open(worst);
  }
}
