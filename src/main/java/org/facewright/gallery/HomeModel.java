package org.facewright.gallery;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.facewright.project.Identity;
import org.facewright.project.Project;
import org.facewright.ui.preview.LatestOnly;

/** The numbers of the funnel and the identities that most need a look. FX thread only. */
public final class HomeModel {
  /** What one reading found. */
  public record Reading(Funnel funnel, List<Identity> doubtful) {}

  private static final int SHOWN = 60;
  private final Project project;
  private final ReadOnlyObjectWrapper<Reading> reading =
      new ReadOnlyObjectWrapper<>(this, "reading", new Reading(Funnel.EMPTY, List.of()));
  private final LatestOnly<Boolean, Reading> reader;

  public HomeModel(Project project, Executor worker, Consumer<String> problem) {
    this.project = project;
    reader =
        new LatestOnly<>(
            worker,
            Platform::runLater,
            now -> read(),
            reading::set,
            e -> problem.accept("The project could not be counted: " + e.getMessage()));
  }

  public ReadOnlyObjectProperty<Reading> reading() {
    return reading.getReadOnlyProperty();
  }

  /** Counts again; several calls while one counts are one. */
  public void refresh() {
    reader.ask(true);
  }

  private Reading read() throws IOException {
    return new Reading(Funnel.read(project), project.identities().doubtful(SHOWN));
  }
}
