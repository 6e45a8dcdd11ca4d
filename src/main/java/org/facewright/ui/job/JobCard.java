package org.facewright.ui.job;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.facewright.ui.text.Texts;
import org.facewright.ui.theme.Icons;

/** One job in the drawer: phase, title, bar, numbers, buttons, and its log on demand. */
final class JobCard extends VBox {
  private static final Texts TEXTS = Texts.of(JobCard.class);
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  private final JobRow row;
  private final StackPane icon = new StackPane();
  private final Label title = new Label();
  private final Label numbers = new Label();
  private final Label problem = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final ToggleButton more = new ToggleButton(TEXTS.get("log"));
  private final JobButtons buttons;
  private JobPhase drawn = JobPhase.QUEUED;

  JobCard(JobRow row, JobCommands commands) {
    this.row = row;
    this.buttons = new JobButtons(commands);
    getStyleClass().add("fw-job");
    title.getStyleClass().add("fw-heading");
    numbers.getStyleClass().add("fw-muted");
    problem.getStyleClass().add("fw-problem");
    problem.setWrapText(true);
    bar.setMaxWidth(Double.MAX_VALUE);
    more.getStyleClass().addAll("flat", "small", "fw-log-toggle");
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    numbers.setMinWidth(USE_PREF_SIZE);
    icon.setMinWidth(20);
    HBox line = new HBox(8, icon, title, numbers, more, buttons);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, bar, problem);
    more.selectedProperty().subscribe(this::showLog);
    drawIcon();
    refresh();
  }

  JobRow row() {
    return row;
  }

  void refresh() {
    title.setText(row.title().get());
    numbers.setText(JobWords.progress(row));
    bar.setProgress(row.progress());
    show(bar, row.phase().get().open());
    problem.setText(row.problem().get());
    show(problem, !row.problem().get().isEmpty());
    if (drawn != row.phase().get()) {
      drawIcon();
    }
  }

  private void drawIcon() {
    drawn = row.phase().get();
    icon.getChildren().setAll(Icons.of(drawn.icon()));
    buttons.show(row);
    pseudoClassStateChanged(FAILED, drawn == JobPhase.FAILED);
  }

  private static void show(javafx.scene.Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void showLog(boolean shown) {
    getChildren().removeIf(ListView.class::isInstance);
    if (shown) {
      ListView<String> log = new ListView<>(row.log());
      log.getStyleClass().addAll("fw-log", "dense");
      log.setPrefHeight(160);
      log.setPlaceholder(new Label(TEXTS.get("log.empty")));
      getChildren().add(log);
      log.scrollTo(row.log().size() - 1);
    }
  }
}
