package org.facewright.ui.shell;

import atlantafx.base.controls.Notification;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.facewright.ui.theme.Icons;
import org.facewright.ui.theme.Motion;

/**
 * Short messages in the lower right corner. What went well leaves after six seconds; a problem
 * stays until it is closed. At most four at a time, two of them of what went well: many jobs that
 * end one after the other do not cover the page. What is told again moves down instead of standing
 * there twice. FX thread only.
 */
public final class Notices extends VBox {
  private static final int MOST = 4;
  private static final int MOST_LEAVING = 2;
  private static final Duration STAY = Duration.seconds(6);
  private final Motion motion;

  /** Those that go by themselves, the oldest first. */
  private final Deque<Notification> leaving = new ArrayDeque<>();

  Notices(Motion motion) {
    super(8);
    this.motion = motion;
    getStyleClass().add("fw-notices");
    setAlignment(Pos.BOTTOM_RIGHT);
    setPickOnBounds(false);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }

  public void done(String message) {
    leave(add(message, "fth-check-circle", "success"));
  }

  /** Something was done that can be taken back with one click. */
  public void done(String message, String again, Runnable undo) {
    leave(withButton(add(message, "fth-check-circle", "success"), again, undo));
  }

  /** Something to know, and what one click does about it; it stays until it is closed. */
  public void offer(String message, String button, Runnable run) {
    withButton(add(message, "fth-info", "accent"), button, run);
  }

  private Notification withButton(Notification notice, String name, Runnable run) {
    Button button = new Button(name);
    button.setOnAction(
        event -> {
          remove(notice);
          run.run();
        });
    notice.setPrimaryActions(button);
    return notice;
  }

  public void tell(String message) {
    leave(add(message, "fth-info", "accent"));
  }

  /** One plain sentence: what, which, and what to do. */
  public void problem(String message) {
    add(message, "fth-alert-triangle", "danger");
  }

  /** What is told at the moment, the oldest first. */
  public List<String> messages() {
    return getChildren().stream().map(notice -> ((Notification) notice).getMessage()).toList();
  }

  private List<Node> shown(String message) {
    return getChildren().stream()
        .filter(notice -> ((Notification) notice).getMessage().equals(message))
        .toList();
  }

  private Notification add(String message, String icon, String style) {
    shown(message).forEach(this::remove);
    Notification notice = new Notification(message, Icons.of(icon));
    notice.getStyleClass().addAll(style, "fw-notice");
    notice.setPrefWidth(360);
    notice.setMaxSize(360, USE_PREF_SIZE);
    notice.setOnClose(event -> remove(notice));
    getChildren().add(notice);
    while (getChildren().size() > MOST) {
      remove(leaving.isEmpty() ? getChildren().getFirst() : leaving.getFirst());
    }
    motion.fadeIn(notice);
    return notice;
  }

  private void remove(Node notice) {
    getChildren().remove(notice);
    leaving.remove(notice);
  }

  private void leave(Notification notice) {
    leaving.add(notice);
    while (leaving.size() > MOST_LEAVING) {
      remove(leaving.getFirst());
    }
    PauseTransition stay = new PauseTransition(STAY);
    stay.setOnFinished(event -> remove(notice));
    // Who reads it keeps it.
    notice
        .hoverProperty()
        .subscribe(
            hover -> {
              if (hover) {
                stay.stop();
              } else {
                stay.playFromStart();
              }
            });
  }
}
