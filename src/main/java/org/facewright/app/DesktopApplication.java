package org.facewright.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** What JavaFX starts and stops: the window over this installation. */
public final class DesktopApplication extends Application {
  /** The system property that has the window closed again, see {@link ShownOnce}. */
  private static final String LINGER = "facewright.linger";

  private @Nullable Desktop desktop;

  @Override
  public void start(Stage stage) {
    stage.getIcons().setAll(WindowIcon.pictures());
    Installation installation = Installation.here();
    Logging.keep(installation.data());
    SettingsFile settings = SettingsFile.of(installation);
    settings.get().language().speak();
    Desktop made = new Desktop(installation, installation::workers, settings);
    desktop = made;
    List<String> arguments = getParameters().getRaw();
    made.start(
        stage,
        arguments.isEmpty() ? null : Path.of(arguments.getFirst()),
        arguments.contains(WindowStart.VIEWING));
    Integer linger = Integer.getInteger(LINGER);
    if (linger != null) {
      watch(stage, linger);
    }
  }

  @SuppressWarnings("SystemOut") // Whoever measures reads it there.
  private static void watch(Stage stage, int linger) {
    new ShownOnce(stage, linger, System.out, Clock.systemUTC()).start();
  }

  @Override
  public void stop() {
    if (desktop != null) {
      desktop.stop();
    }
  }
}
