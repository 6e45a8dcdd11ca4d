package org.facewright.generation.vec2face.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;
import org.facewright.generation.vec2face.GeneratorHome;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.generation.vec2face.engine.Description;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobQueue;
import org.facewright.project.Project;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.jspecify.annotations.Nullable;

/** What is looked at and how it is moved: the page's memory. FX thread only. */
public final class PreviewModel implements AutoCloseable {
  private static final Texts TEXTS = Texts.of(PreviewModel.class);
  private static final Duration REST = Duration.millis(700);
  private static final int REMEMBERED = 100;

  private final Project project;
  private final PreviewDesk desk;
  private final Executor drawing;
  private final Executor reading;
  private final Consumer<String> problem;
  private final PreviewOrders orders;
  private final HeldGenerator held;
  private final PreviewLoop loop;
  private final DirectionsModel directions;
  private final SearchModel search;
  private final PauseTransition rest = new PauseTransition(REST);

  private final ReadOnlyObjectWrapper<Standing> standing =
      new ReadOnlyObjectWrapper<>(this, "standing", Standing.none());
  private final ReadOnlyObjectWrapper<Optional<PreviewReference>> reference =
      new ReadOnlyObjectWrapper<>(this, "reference", Optional.empty());
  private final ObjectProperty<PreviewForm> form =
      new SimpleObjectProperty<>(this, "form", PreviewForm.FIRST);
  private final ReadOnlyObjectWrapper<Optional<Frame>> frame =
      new ReadOnlyObjectWrapper<>(this, "frame", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Shown>> pinned =
      new ReadOnlyObjectWrapper<>(this, "pinned", Optional.empty());
  private final ObservableList<Shown> history = FXCollections.observableArrayList();
  private volatile @Nullable ReferenceReader reader;
  private long questions;

  /**
   * @param drawing where faces are drawn: one thread of this page's own
   * @param searching where vectors are searched: one thread of this page's own
   * @param reading reads project and files, one task at a time
   * @param problem hears in one sentence what could not be done
   */
  public PreviewModel(
      Project project,
      JobQueue jobs,
      PreviewDesk desk,
      Executor drawing,
      Executor searching,
      Executor reading,
      Consumer<String> problem) {
    this.project = project;
    this.desk = desk;
    this.drawing = drawing;
    this.reading = reading;
    this.problem = problem;
    orders = new PreviewOrders(project, jobs);
    held = new HeldGenerator(desk);
    loop = new PreviewLoop(drawing, Platform::runLater, held, this::painted, this::failed);
    directions = new DirectionsModel(drawing, reading, held, problem);
    search = new SearchModel(desk, searching, reading, this::taken);
    rest.setOnFinished(event -> remember());
    form.subscribe(now -> ask());
    reference.subscribe(now -> ask());
  }

  /** Takes the generator of the last time, or one that is found. */
  void begin() {
    if (standing.get().phase() != Standing.Phase.NONE) {
      return;
    }
    Optional<Path> last = desk.remembered();
    if (last.isPresent()) {
      open(last.get());
      return;
    }
    reading.execute(
        () -> {
          List<Path> found = desk.found();
          if (!found.isEmpty()) {
            Platform.runLater(() -> open(found.getFirst()));
          }
        });
  }

  /** Opens a generator: a folder or a file. It is remembered once it is open. */
  void open(Path generator) {
    standing.set(Standing.opening(generator));
    drawing.execute(
        () -> {
          try {
            Description description = held.open(generator);
            Platform.runLater(() -> opened(generator, description));
          } catch (JobException e) {
            String why = Told.why(e);
            Platform.runLater(() -> standing.set(Standing.problem(generator, why)));
          }
        });
  }

  private void opened(Path generator, Description description) {
    desk.remember(generator);
    ReferenceReader fresh =
        new ReferenceReader(project, description, GeneratorHome.centres(generator));
    reader = fresh;
    history.clear();
    pinned.set(Optional.empty());
    form.set(form.get().withMask(description.maskRate(), true).withMoves(Moves.NONE));
    standing.set(Standing.ready(generator, description));
    directions.begin(description, fresh);
    search.begin(generator, description);
    sample(1);
  }

  private interface Reading {
    PreviewReference read(ReferenceReader from) throws IOException, Vec2FaceException, JobException;
  }

  private void take(Executor where, Reading reading) {
    ReferenceReader from = reader;
    if (from == null) {
      return;
    }
    where.execute(
        () -> {
          try {
            PreviewReference read = reading.read(from);
            Platform.runLater(() -> taken(read));
          } catch (IOException | Vec2FaceException | JobException e) {
            Platform.runLater(() -> problem.accept(Told.why(e)));
          }
        });
  }

  private void taken(PreviewReference read) {
    form.set(form.get().withMoves(Moves.NONE));
    reference.set(Optional.of(read));
  }

  /** Looks at a new vector. */
  void sample(long seed) {
    take(reading, from -> from.sampled(seed, TEXTS.get("reference.sampled", Long.toString(seed))));
  }

  void identity(String label) {
    take(reading, from -> from.identity(label));
  }

  /** Looks at somebody of the project. */
  void anybody(long seed) {
    take(
        reading,
        from ->
            from.identity(
                from.anybody(seed)
                    .orElseThrow(() -> new Vec2FaceException(TEXTS.get("reference.nobody")))));
  }

  void row(Path file, int row) {
    take(reading, from -> from.row(file, row, TEXTS.get("reference.row", file.getFileName(), row)));
  }

  /** Looks at the main face of a photograph. */
  void photo(Path file) {
    take(
        drawing,
        from -> {
          var read = held.photo(file);
          return new PreviewReference(
              PreviewReference.Kind.PHOTO,
              String.valueOf(file.getFileName()),
              read.vector(),
              read.crop(),
              null);
        });
  }

  void change(UnaryOperator<PreviewForm> changed) {
    form.set(changed.apply(form.get()));
  }

  private void ask() {
    reference
        .get()
        .filter(now -> standing.get().ready())
        .ifPresent(
            now -> {
              loop.ask(new Question(++questions, now, form.get()));
              rest.playFromStart();
            });
  }

  private void painted(Frame now) {
    frame.set(Optional.of(now));
    directions.painted(now);
  }

  private void failed(JobException e) {
    problem.accept(TEXTS.get("draw.failed", Told.why(e)));
  }

  /** Puts a state that stood for a while into the history. */
  private void remember() {
    Optional<Frame> now = frame.get();
    if (now.isEmpty() || !now.get().complete() || now.get().question().number() != questions) {
      rest.playFromStart();
      return;
    }
    Shown shown = shown(now.get());
    if (history.isEmpty() || !history.getLast().same(shown.reference(), shown.form())) {
      history.add(shown);
      if (history.size() > REMEMBERED) {
        history.removeFirst();
      }
    }
  }

  private static Shown shown(Frame frame) {
    return new Shown(frame.question().reference(), frame.question().form(), frame);
  }

  /** Puts reference and sliders back to how they were. */
  void restore(Shown before) {
    if (reference.get().filter(now -> now == before.reference()).isEmpty()) {
      reference.set(Optional.of(before.reference()));
    }
    form.set(before.form());
  }

  /** Keeps what is seen now beside what comes, or lets it go. */
  void pin() {
    pinned.set(pinned.get().isPresent() ? Optional.empty() : frame.get().map(PreviewModel::shown));
  }

  /** Exchanges what is pinned and what is seen. */
  void swap() {
    Optional<Shown> other = pinned.get();
    if (other.isPresent()) {
      pinned.set(frame.get().map(PreviewModel::shown));
      restore(other.get());
    }
  }

  /** Begins to search a face that meets the targets, from what is seen. */
  void find() {
    reference
        .get()
        .filter(now -> standing.get().ready())
        .ifPresent(now -> search.find(new Question(questions, now, form.get())));
  }

  SearchModel search() {
    return search;
  }

  /** Queues what is seen: so many variants of it for the project. */
  void queue(int count) {
    Optional<PreviewReference> now = reference.get();
    Optional<Path> generator = standing.get().generator();
    if (now.isEmpty() || generator.isEmpty()) {
      return;
    }
    PreviewForm how = form.get().withCount(count);
    reading.execute(
        () -> {
          try {
            orders.queue(
                generator.get(),
                now.get(),
                how,
                TEXTS.get("job.variants", how.count(), now.get().name()));
          } catch (IOException | IllegalArgumentException e) {
            Platform.runLater(() -> problem.accept(TEXTS.get("queue.failed", Told.why(e))));
          }
        });
  }

  ReadOnlyObjectProperty<Standing> standing() {
    return standing.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<PreviewReference>> reference() {
    return reference.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<PreviewForm> form() {
    return form;
  }

  ReadOnlyObjectProperty<Optional<Frame>> frame() {
    return frame.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Shown>> pinned() {
    return pinned.getReadOnlyProperty();
  }

  /** States that stood for a while, oldest first. */
  ObservableList<Shown> history() {
    return FXCollections.unmodifiableObservableList(history);
  }

  DirectionsModel directions() {
    return directions;
  }

  void tell(String sentence) {
    problem.accept(sentence);
  }

  /**
   * Lets the generator go, after what is being drawn. Any thread; the drawing thread still runs.
   */
  @Override
  public void close() {
    search.close();
    drawing.execute(held::close);
  }
}
