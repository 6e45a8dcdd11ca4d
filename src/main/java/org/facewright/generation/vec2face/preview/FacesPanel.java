package org.facewright.generation.vec2face.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.facewright.image.RgbImage;
import org.facewright.ui.form.Explained;
import org.facewright.ui.text.Texts;
import org.jspecify.annotations.Nullable;

/** What is seen: the reference, what is pinned, the moved face, and its variants. */
final class FacesPanel {
  private static final Texts TEXTS = Texts.of(FacesPanel.class);
  private static final double LARGE = 144;
  private static final double GAP = 6;
  private static final double LEAST = 72;
  private static final double MOST = 224;

  private final PreviewModel model;
  private final FaceBadgeCell reference = new FaceBadgeCell();
  private final FaceBadgeCell pinned = new FaceBadgeCell();
  private final FaceBadgeCell base = new FaceBadgeCell();
  private final Label figures = new Label();
  private final TilePane grid = new TilePane(GAP, GAP);
  private final ScrollPane scroll = new ScrollPane(grid);
  private final List<FaceBadgeCell> cells = new ArrayList<>();

  FacesPanel(PreviewModel model) {
    this.model = model;
  }

  Node view(Node commands) {
    reference.edge(LARGE);
    pinned.edge(LARGE);
    base.edge(LARGE);
    base.setId("vec2face-base");
    figures.setId("vec2face-figures");
    figures.getStyleClass().add("fw-muted");
    figures.setWrapText(true);
    Explained.with(figures, TEXTS.get("figures.tip"));
    Node person = titled(TEXTS.get("reference"), reference);
    Node kept = titled(TEXTS.get("pinned"), pinned);
    pinned.setOnMouseClicked(event -> model.swap());
    Explained.with(pinned, TEXTS.get("pinned.tip"));
    VBox words = new VBox(12, figures, commands);
    words.setMinWidth(0);
    words.setAlignment(Pos.BOTTOM_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(16, person, titled(TEXTS.get("now"), base), kept, words);
    person.managedProperty().bind(person.visibleProperty());
    kept.managedProperty().bind(kept.visibleProperty());
    model.reference().subscribe(now -> face(person, now.map(PreviewReference::face).orElse(null)));
    model
        .pinned()
        .subscribe(
            now -> {
              kept.setVisible(now.isPresent());
              now.ifPresent(
                  shown ->
                      pinned.show(
                          shown.frame().base(),
                          shown.frame().baseAlike(),
                          model.form().get().similarity()));
            });
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    grid.setId("vec2face-grid");
    grid.setAlignment(Pos.TOP_LEFT);
    scroll.widthProperty().subscribe(now -> arrange());
    scroll.heightProperty().subscribe(now -> arrange());
    model.frame().subscribe(now -> now.ifPresent(this::show));
    model.form().subscribe(now -> model.frame().get().ifPresent(this::show));
    VBox box = new VBox(16, head, scroll);
    box.setPadding(new Insets(16, 16, 8, 24));
    box.setMinWidth(0);
    return box;
  }

  private void face(Node box, @Nullable RgbImage face) {
    box.setVisible(face != null);
    reference.show(face, Double.NaN, 0);
  }

  private static Node titled(String words, Node face) {
    Label label = new Label(words);
    label.getStyleClass().add("fw-caption");
    return new VBox(4, label, face);
  }

  private void show(Frame frame) {
    double least = model.form().get().similarity();
    base.show(frame.base(), frame.baseAlike(), least);
    while (cells.size() > frame.cells().size()) {
      grid.getChildren().remove(cells.removeLast());
    }
    while (cells.size() < frame.cells().size()) {
      FaceBadgeCell cell = new FaceBadgeCell();
      cells.add(cell);
      grid.getChildren().add(cell);
      if (cells.size() == frame.cells().size()) {
        arrange();
      }
    }
    for (int i = 0; i < cells.size(); i++) {
      Optional<Frame.Cell> cell = frame.cells().get(i);
      cells
          .get(i)
          .show(
              cell.map(Frame.Cell::picture).orElse(null),
              cell.map(Frame.Cell::alike).orElse(Double.NaN),
              least);
    }
    figures.setText(words(frame, least));
  }

  /** As large as fits, so that all are in sight if they can be. */
  private void arrange() {
    double width = scroll.getWidth() - 16;
    double height = scroll.getHeight() - 4;
    int count = cells.size();
    if (count == 0 || width <= 0 || height <= 0) {
      return;
    }
    double best = LEAST;
    for (int columns = 1; columns <= count; columns++) {
      int rows = Math.ceilDiv(count, columns);
      double edge =
          Math.min((width - GAP * (columns - 1)) / columns, (height - GAP * (rows - 1)) / rows);
      best = Math.max(best, edge);
    }
    double edge = Math.floor(Math.min(MOST, best));
    cells.forEach(cell -> cell.edge(edge));
    grid.setPrefColumns((int) Math.max(1, Math.floor((width + GAP) / (edge + GAP))));
  }

  private static String words(Frame frame, double least) {
    String first = "%.0f".formatted(frame.firstMillis());
    String time =
        frame.complete()
            ? TEXTS.get("figures.all", first, "%.0f".formatted(frame.allMillis()))
            : TEXTS.get("figures.first", first);
    if (!frame.blind().isEmpty()) {
      return TEXTS.get("figures.blind", frame.blind(), time);
    }
    double[] alike = frame.similarities();
    if (alike.length == 0) {
      return time;
    }
    double mean = DoubleStream.of(alike).average().orElse(0);
    double spread =
        Math.sqrt(DoubleStream.of(alike).map(a -> (a - mean) * (a - mean)).average().orElse(0));
    long same = DoubleStream.of(alike).filter(a -> a >= least).count();
    return TEXTS.get(
        "figures",
        FaceBadgeCell.text(mean),
        FaceBadgeCell.text(spread),
        same,
        alike.length,
        FaceBadgeCell.text(least),
        time);
  }
}
