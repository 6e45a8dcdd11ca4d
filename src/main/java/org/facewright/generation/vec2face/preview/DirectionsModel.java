package org.facewright.generation.vec2face.preview;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.facewright.generation.vec2face.engine.Description;
import org.facewright.jobs.JobException;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.facewright.vector.FloatMatrix;
import org.jspecify.annotations.Nullable;

/** The ways in which the vector can be moved, in an order. FX thread only. */
final class DirectionsModel {
  private static final Texts TEXTS = Texts.of(DirectionsModel.class);

  /** How directions are chosen. */
  enum Basis {
    /** Where the project's identities differ most. */
    PRINCIPAL(TEXTS.get("basis.principal")),
    /** The vector's numbers, those first that change the picture most. */
    COORDINATES(TEXTS.get("basis.coordinates"));

    private final String label;

    Basis(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /**
   * What is listed.
   *
   * @param about one sentence about the order
   */
  record Listed(Basis basis, List<Direction> directions, String about) {}

  private static final int FEW = 3;

  private final Executor drawing;
  private final Executor reading;
  private final FaceDrawer drawer;
  private final Consumer<String> problem;
  private final ReadOnlyObjectWrapper<Listed> listed =
      new ReadOnlyObjectWrapper<>(this, "listed", new Listed(Basis.COORDINATES, List.of(), ""));
  private final ReadOnlyDoubleWrapper ranking = new ReadOnlyDoubleWrapper(this, "ranking", -1);
  private List<Direction> principal = List.of();
  private List<Direction> coordinates = List.of();
  private String about = "";
  private @Nullable Question question;

  DirectionsModel(Executor drawing, Executor reading, FaceDrawer drawer, Consumer<String> problem) {
    this.drawing = drawing;
    this.reading = reading;
    this.drawer = drawer;
    this.problem = problem;
  }

  /** A generator was opened. */
  void begin(Description generator, ReferenceReader reader) {
    coordinates =
        IntStream.range(0, generator.features())
            .mapToObj(i -> Direction.coordinate(i, generator.features(), Double.NaN))
            .toList();
    about = TEXTS.get("directions.unranked");
    principal = List.of();
    show(Basis.COORDINATES);
    reading.execute(
        () -> {
          try {
            FloatMatrix centres = reader.centres();
            if (centres.rows() >= FEW) {
              List<Direction> found = PrincipalDirections.of(centres);
              Platform.runLater(() -> found(found));
            }
          } catch (IOException e) {
            Platform.runLater(() -> problem.accept(TEXTS.get("directions.failed", Told.why(e))));
          }
        });
  }

  private void found(List<Direction> directions) {
    principal = directions;
    show(Basis.PRINCIPAL);
  }

  void show(Basis basis) {
    listed.set(
        basis == Basis.PRINCIPAL
            ? new Listed(
                basis,
                principal,
                principal.isEmpty()
                    ? TEXTS.get("directions.none")
                    : TEXTS.get("directions.principal"))
            : new Listed(basis, coordinates, about));
  }

  void painted(Frame frame) {
    question = frame.question();
  }

  /** Looks at the effect of every coordinate; previews go in between. */
  void rank() {
    Question from = question;
    if (from == null || ranking.get() >= 0) {
      return;
    }
    ranking.set(0);
    drawing.execute(
        () -> {
          try {
            go(new CoordinateEffects(from, drawer));
          } catch (JobException e) {
            failed(e);
          }
        });
  }

  private void go(CoordinateEffects effects) {
    try {
      effects.go(drawer);
    } catch (JobException e) {
      failed(e);
      return;
    }
    double progress = effects.progress();
    Platform.runLater(() -> ranking.set(effects.done() ? -1 : progress));
    if (effects.done()) {
      List<Direction> ranked = effects.ranked();
      Platform.runLater(() -> ranked(ranked));
    } else {
      again(effects);
    }
  }

  private void again(CoordinateEffects effects) {
    try {
      drawing.execute(() -> go(effects));
    } catch (RejectedExecutionException e) {
      // The page is closing: nobody looks any more.
      return;
    }
  }

  private void failed(JobException e) {
    Platform.runLater(
        () -> {
          ranking.set(-1);
          problem.accept(TEXTS.get("directions.rank.failed", Told.why(e)));
        });
  }

  private void ranked(List<Direction> ranked) {
    coordinates = ranked;
    about = TEXTS.get("directions.ranked");
    show(Basis.COORDINATES);
  }

  ReadOnlyObjectProperty<Listed> listed() {
    return listed.getReadOnlyProperty();
  }

  /** How far the ranking is, 0 to 1; -1 while nothing is ranked. */
  ReadOnlyDoubleProperty ranking() {
    return ranking.getReadOnlyProperty();
  }
}
