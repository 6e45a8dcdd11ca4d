package org.facewright.curriculum;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.facewright.image.RgbImage;
import org.facewright.project.ReleaseRecord;
import org.facewright.project.release.AugmentStep;
import org.facewright.project.release.Composition;
import org.facewright.project.release.CurriculumPlan;
import org.facewright.project.release.ReleaseImage;
import org.facewright.project.release.ReleaseRecipe;
import org.facewright.ui.preview.LatestOnly;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;

/** The recipe that is being composed, what it comes to, and the releases. FX thread only. */
public final class CurriculumModel {
  private static final Texts TEXTS = Texts.of(CurriculumModel.class);

  /** What the page asks of the program around it; called off the FX thread. */
  public interface Desk {
    /**
     * What a recipe comes to.
     *
     * @throws IOException with one plain sentence, also if the project cannot fill it
     */
    Composed compose(ReleaseRecipe recipe) throws IOException;

    /** Whether there are embeddings to measure difficulty on. */
    boolean embedded() throws IOException;

    /** Freezes a release as a job. */
    void freeze(String name, ReleaseRecipe recipe) throws IOException;

    /** All releases by name, the newest version first. */
    List<ReleaseRecord> releases();

    /** Makes a version the one its name stands for. */
    void choose(ReleaseRecord release);

    /** Takes the last such choice about a name back; whether there was one. */
    boolean undoChoice(String name);

    /** The plan a release was frozen with. */
    CurriculumPlan plan(ReleaseRecord release) throws IOException;

    /** Pictures, each followed by what the steps make of it. */
    List<List<RgbImage>> variants(List<Long> images, Set<AugmentStep> steps, long seed, int each)
        throws IOException;
  }

  /** What the preview wall is asked. */
  private record Wall(List<Long> images, Set<AugmentStep> steps, long seed) {}

  private static final int FACES = 3;
  private static final int VARIANTS = 9;

  private final Desk desk;
  private final Executor worker;
  private final Consumer<String> problem;
  private final RecipeHistory history = new RecipeHistory(ReleaseRecipe.paper());
  private final ReadOnlyObjectWrapper<ReleaseRecipe> recipe =
      new ReadOnlyObjectWrapper<>(this, "recipe", history.now());
  private final ReadOnlyObjectWrapper<Optional<Composed>> composed =
      new ReadOnlyObjectWrapper<>(this, "composed", Optional.empty());
  private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper(this, "obstacle", "");
  private final ReadOnlyObjectWrapper<List<List<RgbImage>>> wall =
      new ReadOnlyObjectWrapper<>(this, "wall", List.of());
  private final ReadOnlyBooleanWrapper measurable = new ReadOnlyBooleanWrapper(this, "measurable");
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
  private final ObservableList<ReleaseRecord> releases = FXCollections.observableArrayList();
  private final LatestOnly<ReleaseRecipe, Composed> composing;
  private final LatestOnly<Wall, List<List<RgbImage>>> drawing;
  private long wallSeed = 1;
  private boolean begun;

  /**
   * @param worker asks the project, one task at a time
   * @param problem hears in one sentence what could not be done
   */
  public CurriculumModel(Desk desk, Executor worker, Consumer<String> problem) {
    this.desk = desk;
    this.worker = worker;
    this.problem = problem;
    composing =
        new LatestOnly<>(worker, Platform::runLater, desk::compose, this::took, this::hindered);
    drawing =
        new LatestOnly<>(
            worker,
            Platform::runLater,
            asked -> desk.variants(asked.images(), asked.steps(), asked.seed(), VARIANTS),
            wall::set,
            e -> problem.accept(TEXTS.get("wall.failed", Told.why(e))));
  }

  ReadOnlyObjectProperty<ReleaseRecipe> recipe() {
    return recipe.getReadOnlyProperty();
  }

  /** Follows the recipe; the last one that could be filled. */
  ReadOnlyObjectProperty<Optional<Composed>> composed() {
    return composed.getReadOnlyProperty();
  }

  /** Why the recipe cannot be filled, in one sentence; empty if it can. */
  ReadOnlyStringProperty obstacle() {
    return obstacle.getReadOnlyProperty();
  }

  /** Rows of a picture and what the steps make of it. */
  ReadOnlyObjectProperty<List<List<RgbImage>>> wall() {
    return wall.getReadOnlyProperty();
  }

  ObservableList<ReleaseRecord> releases() {
    return releases;
  }

  /** Whether somebody can say how hard images are. */
  ReadOnlyBooleanProperty measurable() {
    return measurable.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canUndo() {
    return canUndo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canRedo() {
    return canRedo.getReadOnlyProperty();
  }

  /** The project or its jobs may have changed. */
  void refresh() {
    worker.execute(
        () -> {
          List<ReleaseRecord> all = desk.releases();
          boolean embedded = embedded();
          Platform.runLater(() -> looked(all, embedded));
        });
  }

  private boolean embedded() {
    try {
      return desk.embedded();
    } catch (IOException e) {
      return false;
    }
  }

  private void looked(List<ReleaseRecord> all, boolean embedded) {
    measurable.set(embedded);
    if (!all.equals(releases)) {
      releases.setAll(all);
    }
    if (!begun && embedded) {
      begun = true;
      // Where it costs nothing, every release says how hard its images are.
      history.begin(Recipes.measuredWherePossible(history.now()));
      show();
    } else {
      composing.ask(history.now());
    }
  }

  /** Changes the recipe; what is no recipe is said and left. */
  void edit(UnaryOperator<ReleaseRecipe> change) {
    try {
      if (history.put(change.apply(history.now()))) {
        show();
      }
    } catch (IllegalArgumentException e) {
      problem.accept(Told.why(e));
      show();
    }
  }

  void editPlan(UnaryOperator<CurriculumPlan> change) {
    edit(now -> Recipes.withPlan(now, change.apply(now.plan())));
  }

  /** Takes the last edit of the recipe back. */
  public void undo() {
    if (history.undo()) {
      show();
    }
  }

  /** Takes the last undo back. */
  public void redo() {
    if (history.redo()) {
      show();
    }
  }

  private void show() {
    recipe.set(history.now());
    canUndo.set(history.canUndo());
    canRedo.set(history.canRedo());
    composing.ask(history.now());
  }

  private void took(Composed now) {
    obstacle.set("");
    composed.set(Optional.of(now));
    drawWall();
  }

  private void hindered(Exception e) {
    obstacle.set(Told.why(e));
  }

  private void drawWall() {
    composed
        .get()
        .ifPresent(
            now -> {
              List<Long> images =
                  now.composition().sources().stream()
                      .flatMap(row -> now.some(row.source(), FACES).stream())
                      .map(image -> image.from().image())
                      .limit(FACES)
                      .toList();
              drawing.ask(new Wall(images, history.now().augment(), wallSeed));
            });
  }

  /** Draws the preview wall by another lot; the recipe's seed stays. */
  void throwAgain() {
    wallSeed++;
    drawWall();
  }

  /** What each source makes up of all images, 0..1, by name. */
  Map<String, Double> shares() {
    Map<String, Double> shares = new HashMap<>();
    composed
        .get()
        .ifPresent(
            now -> {
              double all = Math.max(1, now.composition().images());
              for (Composition.Row row : now.composition().sources()) {
                shares.put(row.source(), Math.round(1000 * row.images() / all) / 1000.0);
              }
            });
    if (shares.isEmpty()) {
      history.now().parts().forEach(part -> shares.put(part.name(), 1.0));
    }
    return shares;
  }

  DifficultyProfile profile() {
    return DifficultyProfile.of(
        composed.get().map(Composed::images).orElse(List.<ReleaseImage>of()));
  }

  void freeze(String name) {
    ReleaseRecipe asked = history.now();
    work("freeze.failed", "", () -> desk.freeze(name, asked));
  }

  void choose(ReleaseRecord release) {
    work("choose.failed", release.title(), () -> desk.choose(release));
  }

  void undoChoice(ReleaseRecord release) {
    work(
        "undo.failed",
        "",
        () -> {
          if (!desk.undoChoice(release.name())) {
            throw new IOException("There is no choice about " + release.name() + " to take back.");
          }
        });
  }

  /** Finds out with which plan a release is to be learnt. */
  void withPlan(ReleaseRecord release, Consumer<CurriculumPlan> taker) {
    worker.execute(
        () -> {
          try {
            CurriculumPlan plan = desk.plan(release);
            Platform.runLater(() -> taker.accept(plan));
          } catch (IOException e) {
            Platform.runLater(() -> problem.accept(Told.why(e)));
          }
        });
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
            Platform.runLater(() -> problem.accept(TEXTS.get(failure, Told.why(e), about)));
          }
          Platform.runLater(this::refresh);
        });
  }
}
