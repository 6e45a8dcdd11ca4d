package org.facewright.experiment;

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
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.jspecify.annotations.Nullable;

/** The experiments of a project and which of them is looked at. FX thread only. */
public final class ExperimentsModel {
  private static final Texts TEXTS = Texts.of(ExperimentsModel.class);

  /** What one reading found; what cannot be read is named in a sentence each. */
  public record Shelf(List<Findings> all, List<String> unreadable) {}

  /** What can be chosen from for the next experiment. */
  public record Offer(List<String> releases, List<String> models) {}

  /** What the page asks of the program around it; called off the FX thread. */
  public interface Desk {
    /** All experiments, the newest first. */
    Shelf all() throws IOException;

    Offer offer() throws IOException;

    /** A name that is free for the next experiment. */
    String freeName(Question question);

    /**
     * Plans an experiment and puts its trials into the queue.
     *
     * @throws IOException saying what is missing
     */
    void start(ExperimentDraft draft) throws IOException;

    /** Puts in every trial that is neither done nor waiting. */
    void goOn(ExperimentPlan plan) throws IOException;

    /** Forgets the experiment and cancels what waits; runs that were trained stay. */
    void remove(ExperimentPlan plan) throws IOException;

    /** Writes the report and answers where. */
    Path report(Findings findings) throws IOException;
  }

  private final Desk desk;
  private final Executor worker;
  private final Consumer<String> problem;
  private final Consumer<String> said;
  private final ObservableList<Findings> experiments = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Findings>> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
  private final ReadOnlyObjectWrapper<Offer> offer =
      new ReadOnlyObjectWrapper<>(this, "offer", new Offer(List.of(), List.of()));

  /**
   * @param worker reads, one task at a time
   * @param said hears in one sentence what was done
   * @param problem hears in one sentence what could not be done
   */
  public ExperimentsModel(
      Desk desk, Executor worker, Consumer<String> said, Consumer<String> problem) {
    this.desk = desk;
    this.worker = worker;
    this.said = said;
    this.problem = problem;
  }

  /** The newest first. */
  ObservableList<Findings> experiments() {
    return experiments;
  }

  ReadOnlyObjectProperty<Optional<Findings>> shown() {
    return shown.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Offer> offer() {
    return offer.getReadOnlyProperty();
  }

  /** A trial may have come further. */
  void refresh() {
    work(
        "read.failed",
        "",
        () -> {
          Shelf shelf = desk.all();
          Offer now = desk.offer();
          Platform.runLater(() -> took(shelf, now));
        });
  }

  private void took(Shelf shelf, Offer now) {
    String before = shown.get().map(each -> each.plan().name()).orElse("");
    offer.set(now);
    if (!experiments.equals(shelf.all())) {
      experiments.setAll(shelf.all());
    }
    shown.set(
        experiments.stream()
            .filter(each -> each.plan().name().equals(before))
            .findFirst()
            .or(() -> experiments.stream().findFirst()));
    shelf.unreadable().forEach(problem);
  }

  void show(@Nullable Findings findings) {
    if (findings != null) {
      shown.set(Optional.of(findings));
    }
  }

  /** Sets an experiment going; its name is chosen here. */
  void start(ExperimentDraft draft) {
    work(
        "start.failed",
        "",
        () -> {
          String name = draft.name().isEmpty() ? desk.freeName(draft.question()) : draft.name();
          desk.start(
              new ExperimentDraft(
                  name,
                  draft.question(),
                  draft.seeds(),
                  draft.training(),
                  draft.sets(),
                  draft.release(),
                  draft.model(),
                  draft.identities()));
          Platform.runLater(
              () -> {
                shown.set(Optional.empty());
                refresh();
              });
        });
  }

  /** The one that is shown takes up what was stopped or failed. */
  void goOn() {
    shown
        .get()
        .ifPresent(
            findings ->
                work(
                    "resume.failed",
                    "",
                    () -> {
                      desk.goOn(findings.plan());
                      Platform.runLater(this::refresh);
                    }));
  }

  void remove() {
    shown
        .get()
        .ifPresent(
            findings ->
                work(
                    "remove.failed",
                    findings.plan().name(),
                    () -> {
                      desk.remove(findings.plan());
                      Platform.runLater(
                          () -> {
                            shown.set(Optional.empty());
                            refresh();
                          });
                    }));
  }

  void report() {
    shown
        .get()
        .ifPresent(
            findings ->
                work(
                    "report.failed",
                    "",
                    () -> {
                      Path file = desk.report(findings);
                      Platform.runLater(() -> said.accept(TEXTS.get("report.written", file)));
                    }));
  }

  private interface Task {
    void run() throws IOException;
  }

  /** The question as the window asks it. */
  static String title(Question question) {
    return switch (question) {
      case CLEANING -> TEXTS.get("question.cleaning.title");
      case GENERATION -> TEXTS.get("question.generation.title");
      case CURRICULUM -> TEXTS.get("question.curriculum.title");
    };
  }

  /** What is compared, as the window tells it. */
  static String explanation(Question question) {
    return switch (question) {
      case CLEANING -> TEXTS.get("question.cleaning.about");
      case GENERATION -> TEXTS.get("question.generation.about");
      case CURRICULUM -> TEXTS.get("question.curriculum.about");
    };
  }

  /** Runs it off the window's thread; the text of this key tells what did not happen and why. */
  private void work(String failure, String about, Task task) {
    worker.execute(
        () -> {
          try {
            task.run();
          } catch (IOException | RuntimeException e) {
            Platform.runLater(() -> problem.accept(TEXTS.get(failure, Told.why(e), about)));
          }
        });
  }
}
