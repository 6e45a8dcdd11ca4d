package org.facewright.ui.job;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.facewright.ui.text.Texts;
import org.facewright.ui.theme.Icons;

/** All jobs with progress, buttons and logs; slides up over the panel from the status line. */
public final class JobDrawer extends VBox {
  private static final Texts TEXTS = Texts.of(JobDrawer.class);
  private static final int HEIGHT = 320;

  private final JobBoard board;
  private final JobCommands commands;
  private final Map<Long, JobCard> cards = new LinkedHashMap<>();
  private final VBox list = new VBox();
  private final Label none = new Label(TEXTS.get("none"));

  public JobDrawer(JobBoard board, JobCommands commands, Runnable close) {
    this.board = board;
    this.commands = commands;
    getStyleClass().add("fw-drawer");
    setId("job-drawer");
    setMinHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    none.getStyleClass().addAll("fw-muted", "fw-none");
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head(close), scroll);
    board.rows().addListener(this::changed);
    rebuild();
  }

  private HBox head(Runnable close) {
    Label title = new Label(TEXTS.get("jobs"));
    title.getStyleClass().add("fw-heading");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button clear = new Button(TEXTS.get("clear"));
    clear.getStyleClass().addAll("flat", "small");
    clear.setOnAction(event -> board.clearFinished());
    Button down = new Button("", Icons.of("fth-chevron-down"));
    down.getStyleClass().addAll("button-icon", "flat", "fw-tool", "fw-small");
    down.setAccessibleText(TEXTS.get("close"));
    down.setOnAction(event -> close.run());
    HBox head = new HBox(8, title, gap, clear, down);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("fw-drawer-head");
    return head;
  }

  private void changed(ListChangeListener.Change<? extends JobRow> change) {
    boolean moved = false;
    while (change.next()) {
      if (change.wasUpdated()) {
        board.rows().subList(change.getFrom(), change.getTo()).forEach(this::refresh);
      } else {
        moved = true;
      }
    }
    if (moved) {
      rebuild();
    }
  }

  private void refresh(JobRow row) {
    JobCard card = cards.get(row.id());
    if (card != null) {
      card.refresh();
    }
  }

  private void rebuild() {
    cards.keySet().removeIf(id -> board.find(id).isEmpty());
    list.getChildren().clear();
    for (JobRow row : board.rows()) {
      list.getChildren().add(cards.computeIfAbsent(row.id(), id -> new JobCard(row, commands)));
    }
    if (board.rows().isEmpty()) {
      list.getChildren().add(none);
    }
  }
}
