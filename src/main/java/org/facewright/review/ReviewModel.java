package org.facewright.review;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.jspecify.annotations.Nullable;

/**
 * What the page of reviewing shows. FX thread only; the session itself lives on the worker, which
 * must run one task at a time. An answer is on the disk before the next face is shown.
 */
public final class ReviewModel {
  private static final Texts TEXTS = Texts.of(ReviewModel.class);

  /**
   * How the session goes.
   *
   * @param answers given, those replaced or taken back included
   * @param aMinute 0 before there are two answers
   */
  public record Score(int answers, double aMinute, Map<String, Agreement> experts) {}

  /**
   * How reviewing goes.
   *
   * @param all over all sessions, where that is known
   */
  record Standing(Score session, Optional<ReviewStatistics> all) {}

  /** Which questions, in which order, to whom. */
  private record Wanted(ReviewMode mode, QueueSettings.Order order, String person) {}

  private final ReviewPlace place;
  private final Executor worker;
  private final Runnable decided;
  private final Consumer<String> said;
  private final Consumer<String> problem;
  private final ObjectProperty<ReviewMode> mode =
      new SimpleObjectProperty<>(this, "mode", ReviewMode.OPEN);
  private final ObjectProperty<QueueSettings.Order> order =
      new SimpleObjectProperty<>(this, "order", QueueSettings.Order.VALUE);
  private final StringProperty person;
  private final BooleanProperty blind = new SimpleBooleanProperty(this, "blind");
  private final ReadOnlyObjectWrapper<Optional<Sight>> sight =
      new ReadOnlyObjectWrapper<>(this, "sight", Optional.empty());
  private final ReadOnlyObjectWrapper<Score> score =
      new ReadOnlyObjectWrapper<>(this, "score", new Score(0, 0, Map.of()));
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper(this, "read");
  private @Nullable ReviewSession session;
  private long shownAt;

  /**
   * @param place where questions come from and answers go
   * @param person whose name answers carry until another is given
   * @param decided runs on the FX thread whenever images stand otherwise than before
   * @param said hears what was taken back
   */
  public ReviewModel(
      ReviewPlace place,
      String person,
      Executor worker,
      Runnable decided,
      Consumer<String> said,
      Consumer<String> problem) {
    this.place = place;
    this.worker = worker;
    this.decided = decided;
    this.said = said;
    this.problem = problem;
    this.person = new SimpleStringProperty(this, "person", person);
    mode.subscribe(this::restart);
    order.subscribe(this::restart);
    this.person.subscribe(this::restart);
  }

  public ObjectProperty<ReviewMode> mode() {
    return mode;
  }

  /** What can be asked here. */
  List<ReviewMode> modes() {
    return place.modes();
  }

  /** Whether it is known here what the experts say. */
  boolean tellsExperts() {
    return place.tellsExperts();
  }

  public ObjectProperty<QueueSettings.Order> order() {
    return order;
  }

  public StringProperty person() {
    return person;
  }

  /** Hides what the experts say until the answer is given. */
  public BooleanProperty blind() {
    return blind;
  }

  public ReadOnlyObjectProperty<Optional<Sight>> sight() {
    return sight.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Score> score() {
    return score.getReadOnlyProperty();
  }

  /** An answer is on its way to the disk: keys rest, for the next face was not seen yet. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** The queue was read at least once. */
  public ReadOnlyBooleanProperty read() {
    return read.getReadOnlyProperty();
  }

  private void restart() {
    session = null;
    refresh();
  }

  /** Others may have decided something: reads the queue anew. */
  public void refresh() {
    if (!person.get().isBlank()) {
      act(current -> {}, true);
    }
  }

  private interface Act {
    void on(ReviewSession session) throws IOException;
  }

  private void act(Act act, boolean anew) {
    busy.set(true);
    Wanted wanted = new Wanted(mode.get(), order.get(), person.get().strip());
    ReviewSession known = session;
    worker.execute(
        () -> {
          try {
            ReviewSession now = known == null ? open(wanted) : known;
            if (known != null && anew) {
              now.read();
            }
            act.on(now);
            Optional<Sight> seen = now.sight();
            Score how = score(now.statistics());
            Platform.runLater(() -> show(now, seen, how));
            now.prepare();
          } catch (IOException | RuntimeException e) {
            String why = Told.why(e);
            Platform.runLater(
                () -> {
                  busy.set(false);
                  problem.accept(TEXTS.get("nothing-decided", why));
                });
          }
        });
  }

  private static Score score(SessionStatistics session) {
    return new Score(session.decisions(), session.decisionsAMinute(), session.agreement());
  }

  private ReviewSession open(Wanted wanted) throws IOException {
    QueueSettings usual = QueueSettings.DEFAULT;
    QueueSettings settings =
        new QueueSettings(
            wanted.order(),
            usual.missed(),
            usual.lost(),
            usual.secondsAScreen(),
            usual.secondsAFace());
    Clock clock = Clock.systemUTC();
    return new ReviewSession(place.desk(wanted.person(), clock), wanted.mode(), settings, clock);
  }

  private void show(ReviewSession now, Optional<Sight> seen, Score how) {
    session = now;
    shownAt = System.nanoTime();
    sight.set(seen);
    score.set(how);
    read.set(true);
    busy.set(false);
  }

  /** Answers about the chosen faces, or the one in sight. */
  public void answer(Verdict verdict, Set<ImageRef> chosen) {
    Optional<Sight> seen = sight.get();
    if (seen.isEmpty() || busy.get()) {
      return;
    }
    Set<ImageRef> about =
        chosen.isEmpty() ? Set.of(seen.get().now().question().image()) : Set.copyOf(chosen);
    long millis = (System.nanoTime() - shownAt) / 1_000_000;
    boolean hidden = blind.get();
    act(
        current -> {
          current.answer(about, verdict, millis, hidden);
          Platform.runLater(decided);
        },
        false);
  }

  public void later() {
    if (!busy.get()) {
      act(ReviewSession::later, false);
    }
  }

  public void go(ImageRef image) {
    if (!busy.get()) {
      act(current -> current.go(image), false);
    }
  }

  public void undo() {
    if (!busy.get()) {
      act(
          current -> {
            int images = current.undo();
            String what = images == 0 ? TEXTS.get("nothing-to-undo") : TEXTS.get("undone", images);
            Platform.runLater(
                () -> {
                  said.accept(what);
                  decided.run();
                });
          },
          false);
    }
  }

  /** Asks how reviewing goes; told on the FX thread. */
  void standing(Consumer<Standing> then) {
    Score session = score.get();
    worker.execute(
        () -> {
          try {
            Standing all = new Standing(session, place.statistics());
            Platform.runLater(() -> then.accept(all));
          } catch (IOException | RuntimeException e) {
            String why = Told.why(e);
            Platform.runLater(() -> problem.accept(why));
          }
        });
  }

  /** Asks for the labels an image can be moved to; told on the FX thread. */
  public void labels(Consumer<List<String>> then) {
    worker.execute(
        () -> {
          List<String> labels = place.labels();
          Platform.runLater(() -> then.accept(labels));
        });
  }
}
