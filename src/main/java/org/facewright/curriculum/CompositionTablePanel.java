package org.facewright.curriculum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.facewright.project.Origin;
import org.facewright.project.release.Composition;
import org.facewright.project.release.ReleaseImage;
import org.facewright.ui.form.Explained;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;
import org.facewright.ui.wall.FaceOrigin;
import org.facewright.ui.wall.FacePicture;
import org.facewright.ui.wall.FaceState;
import org.facewright.ui.wall.Thumbnails;

/** What the release would be composed of, with faces of each source. */
final class CompositionTablePanel {
  private static final Texts TEXTS = Texts.of(CompositionTablePanel.class);
  private static final int FACES = 4;
  private static final double EDGE = 40;
  private static final int REASONS = 6;

  private final CurriculumModel model;
  private final Thumbnails<Long> thumbnails;
  private final VBox rows = new VBox(8);

  CompositionTablePanel(CurriculumModel model, Thumbnails<Long> thumbnails) {
    this.model = model;
    this.thumbnails = thumbnails;
    rows.setId("curriculum-composition");
  }

  Node view() {
    Label title = Explained.with(new Label(TEXTS.get("composition")), TEXTS.get("composition.tip"));
    title.getStyleClass().add("fw-heading");
    Label obstacle = new Label();
    obstacle.setId("curriculum-obstacle");
    obstacle.setWrapText(true);
    obstacle.getStyleClass().add("fw-problem");
    obstacle.textProperty().bind(model.obstacle());
    obstacle.visibleProperty().bind(model.obstacle().isNotEmpty());
    obstacle.managedProperty().bind(obstacle.visibleProperty());
    rows.opacityProperty()
        .bind(
            javafx.beans.binding.Bindings.when(model.obstacle().isEmpty())
                .then(1.0)
                .otherwise(0.4));
    model.composed().subscribe(now -> now.ifPresent(this::show));
    VBox box = new VBox(8, title, obstacle, rows);
    box.getStyleClass().add("fw-card");
    return box;
  }

  private void show(Composed now) {
    rows.getChildren().setAll(table(now));
    Composition made = now.composition();
    line(TEXTS.get("composition.all", made.images(), made.identities(), made.augmented()), false);
    List<String> stages = new ArrayList<>();
    for (int i = 0; i < made.stages().size(); i++) {
      stages.add(TEXTS.get("composition.stage", i + 1, made.stages().get(i)));
    }
    line(TEXTS.get("composition.stages", String.join(" · ", stages)), true);
    if (made.neverLearnt() > 0) {
      line(TEXTS.get("composition.never", made.neverLearnt()), true);
    }
    made.replaced().stream()
        .limit(2)
        .forEach(
            each ->
                line(
                    TEXTS.get("composition.replaced", each.identity(), each.images(), each.by()),
                    true));
    if (made.replaced().size() > 2) {
      line(TEXTS.get("composition.more", made.replaced().size() - 2), true);
    }
    reasons(made).forEach(reason -> line(reason, true));
  }

  private static List<String> reasons(Composition made) {
    Map<String, Integer> people = new TreeMap<>();
    made.dropped().forEach(each -> people.merge(each.reason(), 1, Integer::sum));
    List<String> reasons = new ArrayList<>();
    new TreeMap<>(made.droppedImages())
        .forEach(
            (reason, count) ->
                reasons.add(TEXTS.get("composition.images.out", count, Told.words(reason))));
    people.forEach(
        (reason, count) ->
            reasons.add(TEXTS.get("composition.people.out", count, Told.words(reason))));
    return reasons.stream().limit(REASONS).toList();
  }

  private void line(String text, boolean quiet) {
    Label label = new Label(text);
    label.setWrapText(true);
    if (quiet) {
      label.getStyleClass().add("fw-caption");
    }
    rows.getChildren().add(label);
  }

  private Node table(Composed now) {
    GridPane grid = new GridPane(12, 6);
    ColumnConstraints wide = new ColumnConstraints();
    wide.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().add(wide);
    for (int i = 0; i < 3; i++) {
      ColumnConstraints number = new ColumnConstraints();
      number.setHalignment(HPos.RIGHT);
      grid.getColumnConstraints().add(number);
    }
    int at = 0;
    grid.addRow(
        at++,
        head(TEXTS.get("composition.source")),
        head(TEXTS.get("composition.people")),
        head(TEXTS.get("composition.images")),
        head(TEXTS.get("composition.changed")));
    for (Composition.Row row : now.composition().sources()) {
      String people =
          row.replacements() == 0
              ? number(row.identities())
              : TEXTS.get(
                  "composition.replacing", number(row.identities()), number(row.replacements()));
      grid.addRow(
          at++,
          new Label(row.source()),
          new Label(people),
          new Label(number(row.images())),
          new Label(number(row.augmented())));
      List<ReleaseImage> some = now.some(row.source(), FACES);
      if (!some.isEmpty()) {
        grid.add(faces(now, some), 0, at++, 4, 1);
      }
    }
    return grid;
  }

  private static Label head(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("fw-caption");
    return label;
  }

  private static String number(int count) {
    return "%,d".formatted(count);
  }

  private Node faces(Composed now, List<ReleaseImage> some) {
    HBox strip = new HBox(4);
    for (ReleaseImage image : some) {
      FacePicture picture = new FacePicture();
      picture.setMinSize(EDGE, EDGE);
      picture.setMaxSize(EDGE, EDGE);
      picture.load(thumbnails, image.from().image(), EDGE);
      picture.mark(FaceState.KEPT, false, origin(now.origin(image)));
      strip.getChildren().add(picture);
    }
    return strip;
  }

  private static FaceOrigin origin(Origin origin) {
    return switch (origin) {
      case IMPORTED -> FaceOrigin.IMPORTED;
      case RENDERED -> FaceOrigin.RENDERED;
      case VEC2FACE -> FaceOrigin.VEC2FACE;
      case SDXL -> FaceOrigin.DIFFUSION;
    };
  }
}
