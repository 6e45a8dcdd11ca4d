package org.facewright.app;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** What JavaFX starts and stops: the window over this installation. */
public final class DesktopApplication extends Application {
  private @Nullable Desktop desktop;

  @Override
  public void start(Stage stage) {
    Installation installation = Installation.here();
    Logging.keep(installation.data());
    Desktop made = new Desktop(installation, installation::workers);
    desktop = made;
    List<String> arguments = getParameters().getRaw();
    made.start(stage, arguments.isEmpty() ? null : Path.of(arguments.getFirst()));
  }

  @Override
  public void stop() {
    if (desktop != null) {
      desktop.stop();
    }
  }
}
