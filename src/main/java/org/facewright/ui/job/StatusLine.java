package org.facewright.ui.job;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.facewright.ui.text.Texts;
import org.facewright.ui.theme.Icons;

/**
 * The foot of the window: the job that runs, how many more wait, the device, and that all is saved.
 */
public final class StatusLine extends HBox {
  private static final Texts TEXTS = Texts.of(StatusLine.class);

  private final JobBoard board;
  private final Button handle = new Button();
  private final ProgressBar bar = new ProgressBar(0);
  private final JobButtons buttons;
  private final Button more = new Button();
  private final Label device = new Label();
  private final Label saved = new Label(TEXTS.get("saved"));
  private String shown = "";

  /**
   * @param toggleDrawer opens or closes the list of jobs
   */
  public StatusLine(JobBoard board, JobCommands commands, Runnable toggleDrawer) {
    this.board = board;
    this.buttons = new JobButtons(commands);
    getStyleClass().add("fw-status");
    setAlignment(Pos.CENTER_LEFT);
    handle.setId("status-jobs");
    handle.getStyleClass().addAll("flat", "fw-status-handle");
    handle.setOnAction(event -> toggleDrawer.run());
    more.getStyleClass().addAll("flat", "fw-status-handle");
    more.setOnAction(event -> toggleDrawer.run());
    bar.setPrefWidth(96);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    device.getStyleClass().add("fw-muted");
    saved.getStyleClass().add("fw-muted");
    saved.setGraphic(Icons.of("fth-check"));
    saved.setTooltip(new javafx.scene.control.Tooltip(TEXTS.get("saved.about")));
    List.of(device, saved, more, buttons).forEach(node -> node.setMinWidth(USE_PREF_SIZE));
    handle.setMinWidth(0);
    getChildren().addAll(handle, bar, buttons, more, gap, device, saved);
    board.rows().addListener((ListChangeListener<JobRow>) change -> refresh());
    refresh();
  }

  /** Such as {@code CPU · 2 threads · 1.2 GB}. */
  public StringProperty device() {
    return device.textProperty();
  }

  private void refresh() {
    List<JobRow> open = board.open();
    if (open.isEmpty()) {
      idle();
      return;
    }
    JobRow row = open.getFirst();
    handle.setText(row.title().get() + "   " + JobWords.progress(row));
    bar.setProgress(row.progress());
    show(bar, true);
    show(buttons, true);
    show(more, open.size() > 1);
    more.setText(TEXTS.get("more", open.size() - 1));
    // Rebuilding buttons under the pointer at every tick would swallow clicks.
    String state = row.id() + " " + row.phase().get();
    if (!state.equals(shown)) {
      shown = state;
      buttons.show(row);
      handle.setGraphic(Icons.of(row.phase().get().icon()));
    }
  }

  private void idle() {
    shown = "";
    long failed = board.rows().stream().filter(row -> row.phase().get() == JobPhase.FAILED).count();
    handle.setText(TEXTS.get("idle", failed));
    handle.setGraphic(Icons.of(failed == 0 ? "fth-check-circle" : "fth-alert-triangle"));
    show(bar, false);
    show(buttons, false);
    show(more, false);
  }

  private static void show(javafx.scene.Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
