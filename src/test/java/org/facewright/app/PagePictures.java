package org.facewright.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.facewright.ui.snapshot.ThemeTour;

/**
 * Writes pictures of pages of a project in both themes: {@code PagePictures PROJECT FOLDER
 * STEP...}, a step being a page's id or an action's.
 */
public final class PagePictures {
  private static final Duration SETTLE = Duration.ofMillis(4000);

  private PagePictures() {}

  public static void main(String[] args) throws Exception {
    Installation installation =
        new Installation(Path.of("."), Files.createTempDirectory("facewright-pictures"));
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
          new ThemeTour(stage.getScene(), desktop.look(), Path.of(args[1]))
              .run(
                  stops(desktop, args),
                  () -> {
                    desktop.stop();
                    stage.hide();
                    done.countDown();
                  });
        });
    done.await();
    Platform.exit();
  }

  private static List<ThemeTour.Stop> stops(Desktop desktop, String[] args) {
    List<ThemeTour.Stop> stops = new ArrayList<>();
    stops.add(
        new ThemeTour.Stop("home", () -> desktop.open(Path.of(args[0])), SETTLE.multipliedBy(2)));
    for (int i = 2; i < args.length; i++) {
      String step = args[i];
      String name = (i - 1) + "-" + step.replaceAll("[^a-z0-9]", "-");
      stops.add(new ThemeTour.Stop(name, () -> go(desktop, step), SETTLE));
    }
    return stops;
  }

  private static void go(Desktop desktop, String step) {
    if (step.contains(".")) {
      desktop.actions().find(step).ifPresent(desktop.actions()::run);
    } else {
      desktop.shell().panels().show(step);
    }
  }
}
