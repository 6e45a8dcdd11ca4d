package org.facewright.gallery;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.facewright.project.Identity;
import org.facewright.project.Project;
import org.facewright.ui.preview.LatestOnly;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;

/** The numbers of the funnel and the identities that most need a look. FX thread only. */
public final class HomeModel {
  private static final Texts TEXTS = Texts.of(HomeModel.class);

  /**
   * What was found so far.
   *
   * @param counted whether the funnel's numbers are the project's: those of a new one are zero too
   */
  public record Reading(Funnel funnel, boolean counted, List<Identity> doubtful) {}

  private static final int SHOWN = 60;
  private final ReadOnlyObjectWrapper<Reading> reading =
      new ReadOnlyObjectWrapper<>(this, "reading", new Reading(Funnel.EMPTY, false, List.of()));
  private final LatestOnly<Boolean, List<Identity>> finder;
  private final LatestOnly<Boolean, Funnel> counter;

  public HomeModel(Project project, Executor worker, Consumer<String> problem) {
    Consumer<Exception> failed = e -> problem.accept(TEXTS.get("home.not-counted", Told.why(e)));
    finder =
        new LatestOnly<>(
            worker,
            Platform::runLater,
            now -> project.identities().doubtful(SHOWN),
            found ->
                reading.set(new Reading(reading.get().funnel(), reading.get().counted(), found)),
            failed);
    counter =
        new LatestOnly<>(
            worker,
            Platform::runLater,
            now -> Funnel.read(project),
            funnel -> reading.set(new Reading(funnel, true, reading.get().doubtful())),
            failed);
  }

  public ReadOnlyObjectProperty<Reading> reading() {
    return reading.getReadOnlyProperty();
  }

  /** Counts again; several calls while one counts are one. */
  public void refresh() {
    // Faces first: they are found at once, counting a large project takes longer.
    finder.ask(true);
    counter.ask(true);
  }
}
