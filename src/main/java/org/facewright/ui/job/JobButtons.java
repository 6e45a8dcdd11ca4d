package org.facewright.ui.job;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.facewright.ui.text.Texts;
import org.facewright.ui.theme.Icons;

/** Pause or resume, cancel, retry: those that make sense in the job's phase. */
final class JobButtons extends HBox {
  private static final Texts TEXTS = Texts.of(JobButtons.class);

  private final JobCommands commands;

  JobButtons(JobCommands commands) {
    super(2);
    this.commands = commands;
    setMinWidth(USE_PREF_SIZE);
    setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
  }

  void show(JobRow row) {
    getChildren().clear();
    long id = row.id();
    switch (row.phase().get()) {
      case RUNNING, QUEUED -> {
        add("fth-pause", TEXTS.get("pause"), () -> commands.pause(id));
        add("fth-x", TEXTS.get("cancel"), () -> commands.cancel(id));
      }
      case PAUSED -> {
        add("fth-play", TEXTS.get("resume"), () -> commands.resume(id));
        add("fth-x", TEXTS.get("cancel"), () -> commands.cancel(id));
      }
      case FAILED, CANCELLED -> add("fth-rotate-cw", TEXTS.get("retry"), () -> commands.retry(id));
      case DONE -> {
        if (row.failures().get() > 0) {
          add("fth-rotate-cw", TEXTS.get("retry.aside"), () -> commands.retry(id));
        }
      }
    }
  }

  private void add(String icon, String name, Runnable run) {
    Button button = new Button("", Icons.of(icon));
    button.getStyleClass().addAll("button-icon", "flat", "fw-tool", "fw-small");
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    button.setOnAction(event -> run.run());
    getChildren().add(button);
  }
}
