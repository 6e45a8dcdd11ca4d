package org.facewright.clustering;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.facewright.project.ImageState;
import org.facewright.ui.form.Explained;
import org.facewright.ui.text.Texts;

/** How many images would be kept, rejected and asked about, and how many more than now. */
final class CountsPanel extends VBox {
  private static final Texts TEXTS = Texts.of(CountsPanel.class);
  private final Label kept = figure("clusters-kept");
  private final Label rejected = figure("clusters-rejected");
  private final Label ambiguous = figure("clusters-ambiguous");
  private final Label keptMore = more();
  private final Label rejectedMore = more();
  private final Label ambiguousMore = more();
  private final Label falling = muted();
  private final Label about = muted();

  CountsPanel() {
    super(8);
    GridPane grid = new GridPane(16, 2);
    ColumnConstraints names = new ColumnConstraints(72);
    ColumnConstraints figures = new ColumnConstraints(84);
    figures.setHalignment(HPos.RIGHT);
    ColumnConstraints changes = new ColumnConstraints(76);
    changes.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().setAll(names, figures, changes);
    grid.addRow(0, name(TEXTS.get("kept"), TEXTS.get("kept.tip")), kept, keptMore);
    grid.addRow(1, name(TEXTS.get("rejected"), TEXTS.get("rejected.tip")), rejected, rejectedMore);
    grid.addRow(
        2, name(TEXTS.get("ambiguous"), TEXTS.get("ambiguous.tip")), ambiguous, ambiguousMore);
    Explained.with(falling, TEXTS.get("falling.tip"));
    getChildren().addAll(grid, falling, about);
    setMinWidth(300);
    setMaxWidth(300);
  }

  private static Label figure(String id) {
    Label label = new Label("–");
    label.setId(id);
    label.getStyleClass().add("fw-figure");
    return label;
  }

  private static Label more() {
    return muted();
  }

  private static Label muted() {
    Label label = new Label();
    label.getStyleClass().add("fw-muted");
    label.setWrapText(true);
    return label;
  }

  private static Label name(String text, String sentence) {
    return Explained.with(new Label(text), sentence);
  }

  void about(TuningBench bench) {
    about.setText(
        bench.withoutEmbedding() == 0
            ? TEXTS.get("about", bench.now().images(), bench.now().identities(), bench.model())
            : TEXTS.get(
                "about.partly",
                bench.now().images(),
                bench.now().identities(),
                bench.model(),
                bench.withoutEmbedding()));
  }

  void show(Proposal proposal) {
    show(proposal, ImageState.KEPT, kept, keptMore);
    show(proposal, ImageState.REJECTED, rejected, rejectedMore);
    show(proposal, ImageState.AMBIGUOUS, ambiguous, ambiguousMore);
    int below = proposal.fallingBelow();
    falling.setText(TEXTS.get("falling", below, Proposal.FEW));
  }

  private static void show(Proposal proposal, ImageState state, Label count, Label change) {
    count.setText("%,d".formatted(proposal.count(state)));
    int by = proposal.difference(state);
    change.setText(by == 0 ? "±0" : by > 0 ? "+%,d".formatted(by) : "−%,d".formatted(-by));
  }
}
