package org.facewright.generation.render;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Duration;
import org.facewright.image.RgbImage;
import org.facewright.jobs.JobQueue;
import org.facewright.ui.preview.LatestOnly;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.jspecify.annotations.Nullable;

/**
 * The person that is being made, and their picture. While a slider moves the picture is small and
 * comes at once; when it rests a sharp one follows. FX thread only.
 */
public final class RenderModel {
  private static final Texts TEXTS = Texts.of(RenderModel.class);

  /** Not the seed of the sample set, whose people would come again. */
  private static final long FIRST = 29;

  /** How far the face model is. */
  enum Phase {
    NO_KIT,
    OPENING,
    READY
  }

  /** Remembers which face model the user chose. */
  public interface KitMemory {
    Optional<Path> remembered();

    void remember(Path kit);
  }

  /** Pixels of the picture while something moves. */
  public static final int QUICK = 224;

  /** Pixels when it rests. */
  public static final int SHARP = 512;

  private static final Duration REST = Duration.millis(450);

  private record Question(Portrait portrait, int size) {}

  /**
   * A picture that came.
   *
   * @param millis it took
   */
  record Shown(Portrait portrait, RgbImage image, int size, double millis) {}

  private final JobQueue jobs;
  private final KitMemory memory;
  private final Executor worker;
  private final Consumer<String> problem;
  private final ReadOnlyObjectWrapper<Phase> phase =
      new ReadOnlyObjectWrapper<>(this, "phase", Phase.NO_KIT);
  private final ReadOnlyObjectWrapper<Optional<Path>> kit =
      new ReadOnlyObjectWrapper<>(this, "kit", Optional.empty());
  private final ObjectProperty<Portrait> portrait =
      new SimpleObjectProperty<>(this, "portrait", Portrait.drawn(FIRST));
  private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
  private final LatestOnly<Question, Shown> painter;
  private final PauseTransition rest = new PauseTransition(REST);
  private volatile @Nullable FaceRenderer renderer;

  /**
   * @param worker renders, one picture at a time
   * @param problem hears in one sentence what could not be done
   */
  public RenderModel(JobQueue jobs, KitMemory memory, Executor worker, Consumer<String> problem) {
    this.jobs = jobs;
    this.memory = memory;
    this.worker = worker;
    this.problem = problem;
    painter =
        new LatestOnly<>(
            worker,
            Platform::runLater,
            this::render,
            this::took,
            e -> problem.accept(TEXTS.get("preview.failed", Told.why(e))));
    portrait.subscribe(now -> paint(QUICK));
    rest.setOnFinished(event -> paint(SHARP));
  }

  /** Opens the face model that was chosen once, if it was. */
  void begin() {
    if (phase.get() == Phase.NO_KIT) {
      memory.remembered().ifPresent(this::open);
    }
  }

  /** Takes a face model: a packed file or the folder of the published one. */
  void open(Path file) {
    phase.set(Phase.OPENING);
    worker.execute(
        () -> {
          try {
            FaceRenderer opened = new FaceRenderer(FaceKit.open(file));
            Platform.runLater(() -> opened(file, opened));
          } catch (FaceKitException | RuntimeException e) {
            Platform.runLater(() -> refused(Told.why(e)));
          }
        });
  }

  private void opened(Path file, FaceRenderer fresh) {
    renderer = fresh;
    kit.set(Optional.of(file));
    memory.remember(file);
    phase.set(Phase.READY);
    paint(QUICK);
  }

  private void refused(String why) {
    phase.set(renderer == null ? Phase.NO_KIT : Phase.READY);
    problem.accept(why);
  }

  private void paint(int size) {
    if (renderer != null) {
      if (size == QUICK) {
        rest.playFromStart();
      }
      painter.ask(new Question(portrait.get(), size));
    }
  }

  private Shown render(Question question) {
    FaceRenderer now = java.util.Objects.requireNonNull(renderer);
    long start = System.nanoTime();
    Portrait who = question.portrait();
    RgbImage image = now.preview(who.identity(), who.shot(), question.size());
    return new Shown(who, image, question.size(), (System.nanoTime() - start) / 1e6);
  }

  private void took(Shown answer) {
    // A sharp picture of somebody who has changed meanwhile would jump back.
    if (answer.size() == QUICK || answer.portrait().equals(portrait.get())) {
      shown.set(Optional.of(answer));
    }
  }

  /** Draws somebody else. */
  void surprise() {
    draw(new SplittableRandom().nextLong(1, 1_000_000_000));
  }

  /** The person of a seed, in the light and pose that are set. */
  void draw(long seed) {
    Portrait drawn = Portrait.drawn(seed);
    portrait.set(new Portrait(seed, drawn.identity(), portrait.get().shot()));
  }

  void move(String name, double value) {
    portrait.set(portrait.get().with(name, value));
  }

  void style(HairStyle style) {
    if (portrait.get().identity().hair().style() != style) {
      portrait.set(portrait.get().withHair(style));
    }
  }

  /** The sliders of a group as the seed drew them. */
  void reset(Portrait.Group group) {
    Portrait now = portrait.get();
    portrait.set(now.withGroupOf(group, Portrait.drawn(now.seed())));
  }

  /** Queues a set; its pictures lie in the folder when the job is done. */
  void order(RenderOrder order) {
    String title = TEXTS.get("job.render", order.identities(), order.shots());
    worker.execute(
        () -> {
          try {
            jobs.submit(RenderJob.NAME, title, order.toJson());
          } catch (RuntimeException e) {
            Platform.runLater(() -> problem.accept(TEXTS.get("render.failed", Told.why(e))));
          }
        });
  }

  ReadOnlyObjectProperty<Phase> phase() {
    return phase.getReadOnlyProperty();
  }

  /** The face model that is open. */
  ReadOnlyObjectProperty<Optional<Path>> kit() {
    return kit.getReadOnlyProperty();
  }

  ObjectProperty<Portrait> portrait() {
    return portrait;
  }

  ReadOnlyObjectProperty<Optional<Shown>> shown() {
    return shown.getReadOnlyProperty();
  }

  void tell(String sentence) {
    problem.accept(sentence);
  }
}
