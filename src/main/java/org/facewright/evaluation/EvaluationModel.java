package org.facewright.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.RgbImage;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;

/** The evaluations of a project and which of them are looked at. FX thread only. */
public final class EvaluationModel {
  private static final Texts TEXTS = Texts.of(EvaluationModel.class);

  /** What the page asks of the program around it; called off the FX thread. */
  public interface Desk {
    /** Names of the recognisers that are installed. */
    List<String> recognisers() throws IOException;

    /**
     * Sets an evaluation going.
     *
     * @param images where the pictures of a pairs.txt lie, empty for other formats
     */
    void evaluate(String recogniser, List<Path> sets, String images, boolean flip)
        throws IOException;
  }

  /** A worst pair with its two pictures, absent when they cannot be read. */
  record Pictured(WorstPair pair, Optional<RgbImage> left, Optional<RgbImage> right) {}

  /** The worst pairs of one evaluation. */
  record Worst(Evaluation of, List<Pictured> accepts, List<Pictured> rejects) {}

  private final EvaluationBook book;
  private final Desk desk;
  private final Executor worker;
  private final Consumer<String> problem;
  private final ObservableList<Evaluation> evaluations = FXCollections.observableArrayList();
  private final ObservableList<String> recognisers = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Evaluation>> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Worst>> worst =
      new ReadOnlyObjectWrapper<>(this, "worst", Optional.empty());

  /**
   * @param worker reads, one task at a time
   * @param problem hears in one sentence what could not be done
   */
  public EvaluationModel(
      EvaluationBook book, Desk desk, Executor worker, Consumer<String> problem) {
    this.book = book;
    this.desk = desk;
    this.worker = worker;
    this.problem = problem;
  }

  /** The newest first. */
  ObservableList<Evaluation> evaluations() {
    return evaluations;
  }

  ObservableList<String> recognisers() {
    return recognisers;
  }

  /** Whose pairs and curve are looked at. */
  ReadOnlyObjectProperty<Optional<Evaluation>> shown() {
    return shown.getReadOnlyProperty();
  }

  /** Follows {@link #shown} as soon as the pictures are read. */
  ReadOnlyObjectProperty<Optional<Worst>> worst() {
    return worst.getReadOnlyProperty();
  }

  /** Something may have been judged or installed. */
  void refresh() {
    worker.execute(
        () -> {
          try {
            EvaluationBook.Shelf shelf = book.all();
            List<String> installed = desk.recognisers();
            Platform.runLater(() -> took(shelf, installed));
          } catch (IOException e) {
            tell(TEXTS.get("read.failed", Told.why(e)));
          }
        });
  }

  private void took(EvaluationBook.Shelf shelf, List<String> installed) {
    if (!recognisers.equals(installed)) {
      recognisers.setAll(installed);
    }
    List<String> before = evaluations.stream().map(Evaluation::id).toList();
    if (!before.equals(shelf.evaluations().stream().map(Evaluation::id).toList())) {
      evaluations.setAll(shelf.evaluations());
      show(evaluations.isEmpty() ? null : evaluations.getFirst());
    }
    shelf.unreadable().forEach(problem);
  }

  void show(@org.jspecify.annotations.Nullable Evaluation evaluation) {
    shown.set(Optional.ofNullable(evaluation));
    worst.set(Optional.empty());
    if (evaluation != null) {
      worker.execute(
          () -> {
            Worst read =
                new Worst(
                    evaluation,
                    pictured(evaluation, evaluation.falseAccepts()),
                    pictured(evaluation, evaluation.falseRejects()));
            Platform.runLater(() -> took(read));
          });
    }
  }

  private void took(Worst read) {
    if (shown.get().filter(read.of()::equals).isPresent()) {
      worst.set(Optional.of(read));
    }
  }

  private List<Pictured> pictured(Evaluation evaluation, List<WorstPair> pairs) {
    return pairs.stream()
        .map(
            pair ->
                new Pictured(
                    pair, picture(evaluation, pair.left()), picture(evaluation, pair.right())))
        .toList();
  }

  private Optional<RgbImage> picture(Evaluation evaluation, String name) {
    try {
      return Optional.of(new ImageDecoder().decodeSmall(book.picture(evaluation, name), 112));
    } catch (IOException | ImageException e) {
      return Optional.empty();
    }
  }

  void evaluate(String recogniser, List<Path> sets, String images, boolean flip) {
    worker.execute(
        () -> {
          try {
            desk.evaluate(recogniser, sets, images, flip);
          } catch (IOException | RuntimeException e) {
            tell(TEXTS.get("evaluate.failed", Told.why(e)));
          }
        });
  }

  void remove(Evaluation evaluation) {
    worker.execute(
        () -> {
          try {
            book.remove(evaluation);
          } catch (IOException e) {
            tell(TEXTS.get("remove.failed", evaluation.id(), Told.why(e)));
          }
          Platform.runLater(this::refresh);
        });
  }

  private void tell(String sentence) {
    Platform.runLater(() -> problem.accept(sentence));
  }
}
