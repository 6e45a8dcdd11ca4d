package org.facewright.gallery;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.facewright.gallery.map.MapJob;
import org.facewright.gallery.map.MapMethod;
import org.facewright.gallery.map.MapSettings;
import org.facewright.gallery.map.Maps;
import org.facewright.jobs.JobQueue;
import org.facewright.project.DecisionKind;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.project.Ruling;
import org.facewright.ui.preview.LatestOnly;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.jspecify.annotations.Nullable;

/** Which maps there are, which is shown, and what is chosen on it. FX thread only. */
public final class MapModel {
  private static final Texts TEXTS = Texts.of(MapModel.class);

  /** What one reading found. */
  private record Reading(boolean embedded, List<Maps.Kept> kept, Optional<ShownMap> shown) {}

  /**
   * @param wanted the run of the map to show, the newest if null
   */
  private record Question(@Nullable Long wanted) {}

  private final Project project;
  private final JobQueue jobs;
  private final DecisionsModel decisions;
  private final Executor worker;
  private final Consumer<String> problem;
  private final ObjectProperty<MapMethod> method =
      new SimpleObjectProperty<>(this, "method", MapMethod.UMAP);
  private final ObjectProperty<MapColours.By> colouring =
      new SimpleObjectProperty<>(this, "colouring", MapColours.By.STATE);
  private final ReadOnlyObjectWrapper<Optional<Boolean>> embedded =
      new ReadOnlyObjectWrapper<>(this, "embedded", Optional.empty());
  private final ReadOnlyObjectWrapper<List<Maps.Kept>> kept =
      new ReadOnlyObjectWrapper<>(this, "kept", List.of());
  private final ReadOnlyObjectWrapper<Optional<ShownMap>> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
  private final ObjectProperty<BitSet> chosen =
      new SimpleObjectProperty<>(this, "chosen", new BitSet());
  private final LatestOnly<Question, Reading> reader;
  private @Nullable Long wanted;
  private volatile long newest;

  /**
   * @param worker reads and submits, one task at a time
   * @param problem hears in one sentence what could not be done
   */
  public MapModel(
      Project project,
      JobQueue jobs,
      DecisionsModel decisions,
      Executor worker,
      Consumer<String> problem) {
    this.project = project;
    this.jobs = jobs;
    this.decisions = decisions;
    this.worker = worker;
    this.problem = problem;
    reader =
        new LatestOnly<>(
            worker,
            Platform::runLater,
            question -> read(question.wanted()),
            this::took,
            e -> problem.accept(TEXTS.get("map.unreadable", Told.why(e))));
  }

  /** A map may be new, or its points stand otherwise. */
  void refresh() {
    reader.ask(new Question(wanted));
  }

  /** Shows a kept map from now on. */
  void show(Maps.Kept map) {
    if (shown.get().isEmpty() || shown.get().get().kept().run() != map.run()) {
      wanted = map.run();
      refresh();
    }
  }

  private Reading read(@Nullable Long run) throws java.io.IOException {
    boolean some = !project.embeddingModels().isEmpty();
    List<Maps.Kept> all = new Maps(project).all();
    // A map that was made since is what somebody waits for.
    boolean fresh = !all.isEmpty() && all.getFirst().run() > newest;
    Optional<Maps.Kept> map =
        fresh || run == null
            ? all.stream().findFirst()
            : all.stream().filter(one -> one.run() == run).findFirst();
    return new Reading(
        some,
        all,
        map.isEmpty() ? Optional.empty() : Optional.of(ShownMap.read(project, map.get())));
  }

  private void took(Reading reading) {
    wanted = reading.shown().map(map -> map.kept().run()).orElse(null);
    kept.set(reading.kept());
    newest = reading.kept().isEmpty() ? 0 : reading.kept().getFirst().run();
    boolean same =
        shown
            .get()
            .map(map -> map.kept().run())
            .equals(reading.shown().map(map -> map.kept().run()));
    if (!same) {
      chosen.set(new BitSet());
    }
    shown.set(reading.shown());
    embedded.set(Optional.of(reading.embedded()));
  }

  /** Makes a map of all identities' centres. */
  void make() {
    submit(0, TEXTS.get("map.job.all", method.get().label()));
  }

  /** Makes a map of one identity's images. */
  void make(MapPoint identity) {
    submit(identity.identity(), TEXTS.get("map.job.one", method.get().label(), identity.label()));
  }

  private void submit(long identity, String title) {
    MapMethod by = method.get();
    worker.execute(
        () -> {
          try {
            String model = project.embeddingModels().getFirst();
            MapSettings settings = MapSettings.of(model, by, identity);
            jobs.submit(MapJob.NAME, title, settings.toJson());
          } catch (java.io.IOException | RuntimeException e) {
            Platform.runLater(() -> problem.accept(TEXTS.get("map.not-made", Told.why(e))));
          }
        });
  }

  /** What is chosen, in the order of the map. */
  List<MapPoint> chosenPoints() {
    List<MapPoint> points = shown.get().map(ShownMap::points).orElse(List.of());
    return chosen.get().stream()
        .filter(i -> i < points.size() && points.get(i).identity() > 0)
        .mapToObj(points::get)
        .toList();
  }

  /** Judges points: an image itself, of an identity all its images. */
  void judge(List<MapPoint> points, ImageState state) {
    worker.execute(
        () -> {
          List<Ruling> rulings =
              points.stream()
                  .flatMap(
                      point ->
                          point.image() > 0
                              ? java.util.stream.Stream.of(point.image())
                              : project.images().of(point.identity()).stream().map(FaceImage::id))
                  .map(image -> Ruling.of(image, state))
                  .toList();
          String sentence =
              state == ImageState.KEPT
                  ? TEXTS.get("map.judged.kept", rulings.size())
                  : TEXTS.get("map.judged.rejected", rulings.size());
          Platform.runLater(() -> decisions.decide(DecisionKind.JUDGE, sentence, rulings));
        });
  }

  ObjectProperty<MapMethod> method() {
    return method;
  }

  ObjectProperty<MapColours.By> colouring() {
    return colouring;
  }

  /** Whether anything is embedded; empty until that is known. */
  ReadOnlyObjectProperty<Optional<Boolean>> embedded() {
    return embedded.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<Maps.Kept>> kept() {
    return kept.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<ShownMap>> shown() {
    return shown.getReadOnlyProperty();
  }

  public ObjectProperty<BitSet> chosen() {
    return chosen;
  }
}
