package org.facewright.generation.vec2face.preview;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.facewright.generation.vec2face.engine.Description;
import org.facewright.generation.vec2face.engine.GeneratorClient;
import org.facewright.generation.vec2face.engine.GeneratorUse;
import org.facewright.generation.vec2face.engine.SearchReport;
import org.facewright.generation.vec2face.engine.SearchStep;
import org.facewright.generation.vec2face.engine.SearchWish;
import org.facewright.jobs.JobException;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.jspecify.annotations.Nullable;

/**
 * The search for a face that meets targets: in a worker of its own, so that previews go on. FX
 * thread only, but for {@link #close}.
 */
final class SearchModel {
  private static final Texts TEXTS = Texts.of(SearchModel.class);
  private static final int STEPS = 300;
  private static final int PATIENCE = 100;

  /** How a search stands. */
  enum Phase {
    IDLE,
    RUNNING,
    ENDED,
    FAILED
  }

  /**
   * What there is to be said.
   *
   * @param step the last one of a running search, null before the first
   * @param targets that were asked for
   * @param report of an ended one, else null
   * @param words why there is neither, else empty
   */
  record State(
      Phase phase,
      TargetForm targets,
      @Nullable SearchStep step,
      @Nullable SearchReport report,
      String words) {
    static State idle(String words) {
      return new State(Phase.IDLE, TargetForm.FIRST, null, null, words);
    }
  }

  private final PreviewDesk desk;
  private final Executor searching;
  private final Executor reading;
  private final Consumer<PreviewReference> found;
  private final ObjectProperty<TargetForm> form =
      new SimpleObjectProperty<>(this, "form", TargetForm.FIRST);
  private final ReadOnlyObjectWrapper<Judging> judging =
      new ReadOnlyObjectWrapper<>(this, "judging", Judging.unknown(TEXTS.get("judging.unknown")));
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.idle(""));
  private Optional<Path> generator = Optional.empty();
  private @Nullable Description description;
  private long newest;
  private volatile long wantedRun;

  // Of the searching thread alone.
  private @Nullable GeneratorClient client;

  /**
   * @param searching one thread of the search's own
   * @param reading asks who can judge, one task at a time
   * @param found hears of the best vector as a new reference
   */
  SearchModel(
      PreviewDesk desk, Executor searching, Executor reading, Consumer<PreviewReference> found) {
    this.desk = desk;
    this.searching = searching;
    this.reading = reading;
    this.found = found;
  }

  /** Another generator is open. */
  void begin(Path opened, Description what) {
    cancel();
    generator = Optional.of(opened);
    description = what;
    state.set(State.idle(""));
    searching.execute(this::letGo);
    look();
  }

  private void look() {
    Description what = description;
    if (generator.isEmpty() || what == null) {
      return;
    }
    Path path = generator.get();
    reading.execute(
        () -> {
          Judging now = desk.judging(path, what);
          Platform.runLater(() -> judging.set(now));
        });
  }

  /** Takes a network of the user's own for the quality. */
  void judgeBy(Path file) {
    take(() -> desk.judgeBy(file));
  }

  /** Takes weights of 6DRepNet for the yaw. */
  void turnBy(Path file) {
    take(() -> desk.turnBy(file));
  }

  private interface Choice {
    void take() throws JobException;
  }

  private void take(Choice choice) {
    reading.execute(
        () -> {
          try {
            choice.take();
            Platform.runLater(this::look);
          } catch (JobException e) {
            String why = Told.why(e);
            Platform.runLater(() -> state.set(State.idle(why)));
          }
        });
  }

  void change(UnaryOperator<TargetForm> changed) {
    form.set(changed.apply(form.get()));
  }

  /** Begins to search from what is seen. */
  void find(Question from) {
    if (generator.isEmpty() || !judging.get().ready() || running()) {
      return;
    }
    long run = ++newest;
    wantedRun = run;
    TargetForm targets = form.get();
    Judging judges = judging.get();
    boolean turns = targets.wantsYaw() && judges.noPose().isEmpty();
    SearchWish wish =
        new SearchWish(
            judges.files(),
            targets.identityWithin(),
            targets.wantsQuality() ? targets.quality() : null,
            turns ? targets.yaw() : null,
            STEPS,
            PATIENCE,
            from.form().maskRate(),
            from.maskSeed(-1));
    state.set(new State(Phase.RUNNING, targets, null, null, ""));
    GeneratorUse use = GeneratorUse.of(generator.get().toAbsolutePath().normalize().toString());
    searching.execute(() -> search(run, targets, use, wish, from));
  }

  private void search(
      long run, TargetForm targets, GeneratorUse use, SearchWish wish, Question from) {
    if (wantedRun != run) {
      return;
    }
    try {
      GeneratorClient open = client;
      if (open == null) {
        open = new GeneratorClient(desk.startVec2Face(), use);
        client = open;
      }
      PreviewReference reference = from.reference();
      GeneratorClient.Found best =
          open.search(
              wish,
              from.base(),
              reference.vector(),
              () -> wantedRun != run,
              step -> show(run, new State(Phase.RUNNING, targets, step, null, "")));
      show(run, new State(Phase.ENDED, targets, null, best.report(), ""));
      Platform.runLater(
          () -> {
            if (wantedRun == run) {
              found.accept(
                  new PreviewReference(
                      PreviewReference.Kind.VECTOR,
                      name(reference),
                      best.vector(),
                      reference.face(),
                      null));
            }
          });
    } catch (JobException e) {
      letGo();
      show(run, new State(Phase.FAILED, targets, null, null, Told.why(e)));
    }
  }

  private static String name(PreviewReference reference) {
    String end = TEXTS.get("search.found", "");
    return reference.name().endsWith(end)
        ? reference.name()
        : TEXTS.get("search.found", reference.name());
  }

  private void show(long run, State now) {
    Platform.runLater(
        () -> {
          if (wantedRun == run) {
            state.set(now);
          }
        });
  }

  private boolean running() {
    return state.get().phase() == Phase.RUNNING;
  }

  /** Ends the search at once; the face stays as it is. */
  void cancel() {
    wantedRun = 0;
    if (running()) {
      state.set(State.idle(TEXTS.get("search.stopped")));
    }
  }

  private void letGo() {
    GeneratorClient open = client;
    client = null;
    if (open != null) {
      open.close();
    }
  }

  ReadOnlyObjectProperty<TargetForm> form() {
    return form;
  }

  ReadOnlyObjectProperty<Judging> judging() {
    return judging.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Ends what is searched and lets the worker go. Any thread; the searching thread still runs. */
  void close() {
    wantedRun = 0;
    searching.execute(this::letGo);
  }
}
