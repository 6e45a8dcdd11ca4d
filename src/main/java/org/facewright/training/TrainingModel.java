package org.facewright.training;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.facewright.jobs.JobQueue;
import org.facewright.jobs.JobRecord;
import org.facewright.project.Project;
import org.facewright.training.run.TrainingSettings;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;

/** The training runs of a project, and which of them are looked at. FX thread only. */
public final class TrainingModel {
  private static final Texts TEXTS = Texts.of(TrainingModel.class);

  /** A run in the list; what it says changes while it trains. */
  static final class Entry {
    private final ReadOnlyObjectWrapper<RunRow> row;

    private Entry(RunRow first) {
      row = new ReadOnlyObjectWrapper<>(this, "row", first);
    }

    ReadOnlyObjectProperty<RunRow> row() {
      return row.getReadOnlyProperty();
    }

    String name() {
      return row.get().name();
    }
  }

  private final Project project;
  private final RunJobs queue;
  private final Executor worker;
  private final Consumer<String> problem;
  private final RunShelf shelf;
  private final ObservableList<Entry> runs = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Composition>> composition =
      new ReadOnlyObjectWrapper<>(this, "composition", Optional.empty());
  private final ReadOnlyObjectWrapper<List<RunCurves>> curves =
      new ReadOnlyObjectWrapper<>(this, "curves", List.of());
  private final ReadOnlyObjectWrapper<Optional<RunRow>> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ReleaseChoice>> release =
      new ReadOnlyObjectWrapper<>(this, "release", Optional.empty());
  private final Set<String> told = new HashSet<>();
  private List<String> chosen = List.of();
  private boolean watching;
  private boolean looking;
  private boolean again;

  /**
   * @param worker reads, one task at a time
   * @param problem hears in one sentence what could not be done
   */
  public TrainingModel(Project project, JobQueue jobs, Executor worker, Consumer<String> problem) {
    this.project = project;
    queue = new RunJobs(project, jobs);
    this.worker = worker;
    this.problem = problem;
    shelf = new RunShelf(project, jobs);
  }

  /** The newest first. */
  ObservableList<Entry> runs() {
    return runs;
  }

  /** What would be trained on now; empty before the first look. */
  ReadOnlyObjectProperty<Optional<Composition>> composition() {
    return composition.getReadOnlyProperty();
  }

  /** Of the chosen runs, the one in question first. */
  ReadOnlyObjectProperty<List<RunCurves>> curves() {
    return curves.getReadOnlyProperty();
  }

  /** The run in question. */
  ReadOnlyObjectProperty<Optional<RunRow>> shown() {
    return shown.getReadOnlyProperty();
  }

  /** Begins to look; {@link #rest} must follow before the worker is closed. */
  void watch() {
    watching = true;
  }

  /** Looks no more. */
  void rest() {
    watching = false;
  }

  /** The project's images or jobs may have changed. */
  void refresh() {
    worker.execute(
        () -> {
          Composition now = Composition.of(project);
          Platform.runLater(() -> composition.set(Optional.of(now)));
        });
    look();
  }

  /** Looks what the runs have logged since the last look; one look at a time. */
  void look() {
    if (looking) {
      again = true;
    } else if (watching) {
      looking = true;
      again = false;
      List<String> wanted = chosen;
      worker.execute(() -> read(wanted));
    }
  }

  private void read(List<String> wanted) {
    try {
      RunShelf.Look look = shelf.look(wanted);
      Platform.runLater(() -> took(look));
    } catch (IOException | RuntimeException e) {
      tell(TEXTS.get("runs.failed", Told.why(e)));
      Platform.runLater(this::looked);
    }
  }

  private void took(RunShelf.Look look) {
    try {
      show(look);
    } finally {
      // Whatever went wrong with one look, the next one must come.
      looked();
    }
  }

  private void show(RunShelf.Look look) {
    List<String> names = look.rows().stream().map(RunRow::name).toList();
    if (!names.equals(runs.stream().map(Entry::name).toList())) {
      runs.setAll(look.rows().stream().map(this::entry).toList());
    }
    for (int i = 0; i < runs.size(); i++) {
      runs.get(i).row.set(look.rows().get(i));
    }
    look.rows().stream()
        .map(RunRow::problem)
        .filter(sentence -> !sentence.isEmpty() && told.add(sentence))
        .forEach(problem);
    if (!look.curves().equals(curves.get())) {
      curves.set(look.curves());
    }
    showChosen();
  }

  private Entry entry(RunRow row) {
    return runs.stream()
        .filter(known -> known.name().equals(row.name()))
        .findFirst()
        .orElseGet(() -> new Entry(row));
  }

  private void looked() {
    looking = false;
    if (again) {
      look();
    }
  }

  private void showChosen() {
    shown.set(
        chosen.isEmpty()
            ? Optional.empty()
            : runs.stream()
                .map(entry -> entry.row.get())
                .filter(row -> row.name().equals(chosen.getFirst()))
                .findFirst());
  }

  /**
   * Looks at runs.
   *
   * @param names the one in question first, the others to compare with
   */
  void choose(List<String> names) {
    if (!names.equals(chosen)) {
      chosen = List.copyOf(names);
      showChosen();
      look();
    }
  }

  /** A name for the next run. */
  String freeName() {
    return RunShelf.freeName(runs.stream().map(Entry::name).toList());
  }

  /** The release to train on; empty for what is kept now. */
  ReadOnlyObjectProperty<Optional<ReleaseChoice>> release() {
    return release.getReadOnlyProperty();
  }

  /** Trains the next run on a release, or on what is kept now. */
  void trainOn(Optional<ReleaseChoice> chosen) {
    release.set(chosen);
  }

  /**
   * Sets a training going.
   *
   * @param preset says what the draft does not
   */
  void start(String name, RunDraft draft, TrainingSettings preset) {
    if (runs.stream().anyMatch(run -> run.name().equals(name))) {
      problem.accept(TEXTS.get("run.taken", name));
      return;
    }
    ReleaseChoice on = release.get().orElse(null);
    work("start.failed", "", () -> queue.start(name, draft, preset, on));
  }

  /** The run in question saves a checkpoint and waits. */
  void pause() {
    withJob(queue::pause);
  }

  /** It learns to the end of the epoch, saves and waits. */
  void stopAfterEpoch() {
    withJob(queue::stopAfterEpoch);
  }

  /** It goes on from its last checkpoint, also when it failed or was cancelled. */
  void resume() {
    withJob(queue::resume);
  }

  /** It ends; what it has learnt stays in its checkpoint. */
  void cancel() {
    withJob(queue::cancel);
  }

  /** How a run stands, in a word or two. */
  static String word(RunRow.State state) {
    return switch (state) {
      case UNREADABLE -> TEXTS.get("state.unreadable");
      case WAITING -> TEXTS.get("state.waiting");
      case PAUSED -> TEXTS.get("state.paused");
      case PREPARING -> TEXTS.get("state.preparing");
      case TRAINING -> TEXTS.get("state.training");
      case CANCELLED -> TEXTS.get("state.cancelled");
      case STOPPED -> TEXTS.get("state.stopped");
      case INTERRUPTED -> TEXTS.get("state.interrupted");
      case FAILED -> TEXTS.get("state.failed");
      case DONE -> TEXTS.get("state.done");
    };
  }

  private interface Order {
    void give(JobRecord job) throws IOException;
  }

  private void withJob(Order order) {
    RunRow row = shown.get().orElse(null);
    JobRecord job = row == null ? null : row.job();
    if (job != null) {
      work("order.failed", job.title(), () -> order.give(job));
    }
  }

  private interface Task {
    void run() throws IOException;
  }

  /** Runs it off the window's thread; the text of this key tells what did not happen and why. */
  private void work(String failure, String about, Task task) {
    worker.execute(
        () -> {
          try {
            task.run();
          } catch (IOException | RuntimeException e) {
            tell(TEXTS.get(failure, Told.why(e), about));
          }
          Platform.runLater(this::look);
        });
  }

  private void tell(String sentence) {
    Platform.runLater(() -> problem.accept(sentence));
  }
}
