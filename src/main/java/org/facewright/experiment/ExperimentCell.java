package org.facewright.experiment;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.facewright.ui.text.Texts;
import org.jspecify.annotations.Nullable;

/** An experiment in the list: its question, its name, how many trials are done. */
final class ExperimentCell extends ListCell<Findings> {
  private static final Texts TEXTS = Texts.of(ExperimentCell.class);
  private final Label title = new Label();
  private final Label state = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final VBox box = new VBox(3, title, state, bar);

  ExperimentCell() {
    state.getStyleClass().add("fw-muted");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("small");
  }

  @Override
  protected void updateItem(@Nullable Findings findings, boolean empty) {
    super.updateItem(findings, empty);
    if (empty || findings == null) {
      setGraphic(null);
      setText(null);
      return;
    }
    long failed =
        findings.trials().stream().filter(one -> one.state() == Trial.State.FAILED).count();
    title.setText(ExperimentsModel.title(findings.plan().question()));
    state.setText(
        failed == 0
            ? TEXTS.get("trials", findings.plan().name(), findings.done(), findings.trials().size())
            : TEXTS.get(
                "trials.failed",
                findings.plan().name(),
                findings.done(),
                findings.trials().size(),
                failed));
    bar.setProgress((double) findings.done() / Math.max(1, findings.trials().size()));
    bar.setVisible(!findings.complete());
    bar.setManaged(!findings.complete());
    setGraphic(box);
  }
}
