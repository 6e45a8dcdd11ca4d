package org.facewright.generation.imagine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.facewright.generation.prompt.Description;
import org.facewright.project.FaceImage;
import org.facewright.project.Generation;
import org.facewright.project.ImageState;
import org.facewright.project.Origin;
import org.facewright.project.Project;
import org.facewright.project.Ruling;
import org.facewright.ui.preview.LatestOnly;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The pictures that were drawn, the newest first, and the one that is being drawn. FX thread. */
final class DrawnGalleryModel {
  private static final Texts TEXTS = Texts.of(DrawnGalleryModel.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SHOWN = 2000;

  private final Project project;
  private final ImagineDesk desk;
  private final Executor worker;
  private final Consumer<String> problem;
  private final ReadOnlyObjectWrapper<List<DrawnItem>> items =
      new ReadOnlyObjectWrapper<>(this, "items", List.of());
  private final ReadOnlyObjectWrapper<Optional<DrawingBoard.Drawing>> drawing =
      new ReadOnlyObjectWrapper<>(this, "drawing", Optional.empty());
  private final LatestOnly<Boolean, List<DrawnItem>> reader;
  private final LatestOnly<DrawingBoard.Drawing, DrawingBoard.Drawing> steps;
  private int lastItem = -1;
  private int lastAttempt = -1;

  DrawnGalleryModel(
      Project project,
      DrawingBoard board,
      ImagineDesk desk,
      Executor worker,
      Consumer<String> problem) {
    this.project = project;
    this.desk = desk;
    this.worker = worker;
    this.problem = problem;
    reader =
        new LatestOnly<>(
            worker,
            Platform::runLater,
            asked -> read(),
            items::set,
            e -> problem.accept(TEXTS.get("gallery.failed", Told.why(e))));
    steps =
        new LatestOnly<>(
            Runnable::run, Platform::runLater, step -> step, this::took, e -> refresh());
    board.hear(steps::ask);
  }

  private List<DrawnItem> read() {
    List<DrawnItem> all = new ArrayList<>();
    for (Generation each : project.generations().newest(SHOWN)) {
      Long image = each.image();
      FaceImage found = image == null ? null : project.images().find(image).orElse(null);
      all.add(new DrawnItem(each, found));
    }
    return all;
  }

  private void took(DrawingBoard.Drawing now) {
    drawing.set(Optional.of(now));
    if (now.item() != lastItem || now.attempt() != lastAttempt) {
      lastItem = now.item();
      lastAttempt = now.attempt();
      refresh();
    }
  }

  /** Reads anew. */
  void refresh() {
    reader.ask(true);
  }

  /** The work has ended or stopped: nothing is being drawn. */
  void idle() {
    drawing.set(Optional.empty());
    lastItem = -1;
    refresh();
  }

  /** Keeps or rejects pictures, by a person's word. A refused one becomes a person by it. */
  void judge(List<DrawnItem> chosen, boolean keep) {
    List<DrawnItem> possible = chosen.stream().filter(each -> possible(each, keep)).toList();
    if (possible.isEmpty()) {
      if (keep && !chosen.isEmpty()) {
        problem.accept(TEXTS.get("nobody"));
      }
      return;
    }
    worker.execute(
        () -> {
          try {
            List<Ruling> rulings = new ArrayList<>();
            for (DrawnItem each : possible) {
              rulings.add(ruling(each, keep));
            }
            String sentence =
                keep
                    ? TEXTS.get("decided.kept", possible.size())
                    : TEXTS.get("decided.rejected", possible.size());
            Platform.runLater(() -> desk.decide(sentence, rulings));
          } catch (RuntimeException e) {
            Platform.runLater(() -> problem.accept(TEXTS.get("decide.failed", Told.why(e))));
          }
        });
  }

  private static boolean possible(DrawnItem item, boolean keep) {
    return keep ? item.possible() : item.image() != null;
  }

  private Ruling ruling(DrawnItem item, boolean keep) {
    Generation adopted = project.generations().adopt(item.generation().id(), Origin.SDXL);
    Long image = adopted.image();
    if (image == null) {
      throw new IllegalStateException("the picture is nobody");
    }
    return Ruling.of(image, keep ? ImageState.KEPT : ImageState.REJECTED);
  }

  /** What a picture was drawn from. */
  static Description description(DrawnItem item) {
    Generation.Made made = item.generation().made();
    Map<String, String> choices =
        JSON.readValue(made.choices(), new TypeReference<Map<String, String>>() {});
    String negative = made.negative();
    return new Description(
        0, choices, made.prompt(), negative == null ? "" : negative, made.seed());
  }

  ReadOnlyObjectProperty<List<DrawnItem>> items() {
    return items.getReadOnlyProperty();
  }

  /** The picture that is being drawn, empty while none is. */
  ReadOnlyObjectProperty<Optional<DrawingBoard.Drawing>> drawing() {
    return drawing.getReadOnlyProperty();
  }
}
