package org.facewright.clustering;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.facewright.project.ImageState;
import org.facewright.ui.form.Explained;

/** How many images would be kept, rejected and asked about, and how many more than now. */
final class CountsPanel extends VBox {
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
    grid.addRow(0, name("kept", "Images that stay in the training set."), kept, keptMore);
    grid.addRow(1, name("rejected", "Images that are left out."), rejected, rejectedMore);
    grid.addRow(
        2, name("ambiguous", "Images that a person is asked about."), ambiguous, ambiguousMore);
    Explained.with(
        falling, "The published recipe replaces identities that keep fewer than 10 images.");
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
    String without =
        bench.withoutEmbedding() == 0
            ? ""
            : ", %,d without an embedding".formatted(bench.withoutEmbedding());
    about.setText(
        "%,d images of %,d identities by %s%s"
            .formatted(bench.now().images(), bench.now().identities(), bench.model(), without));
  }

  void show(Proposal proposal) {
    show(proposal, ImageState.KEPT, kept, keptMore);
    show(proposal, ImageState.REJECTED, rejected, rejectedMore);
    show(proposal, ImageState.AMBIGUOUS, ambiguous, ambiguousMore);
    int below = proposal.fallingBelow();
    falling.setText(
        below == 0
            ? "No identity falls under %d images".formatted(Proposal.FEW)
            : below == 1
                ? "1 identity falls under %d images".formatted(Proposal.FEW)
                : "%,d identities fall under %d images".formatted(below, Proposal.FEW));
  }

  private static void show(Proposal proposal, ImageState state, Label count, Label change) {
    count.setText("%,d".formatted(proposal.count(state)));
    int by = proposal.difference(state);
    change.setText(by == 0 ? "±0" : by > 0 ? "+%,d".formatted(by) : "−%,d".formatted(-by));
  }
}
