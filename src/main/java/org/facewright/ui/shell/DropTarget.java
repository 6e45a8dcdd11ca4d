package org.facewright.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.event.EventTarget;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.facewright.ui.text.Texts;
import org.facewright.ui.theme.Icons;

/** Takes files, folders and archives dragged onto the window, and says so while they hover. */
public final class DropTarget extends StackPane {
  private static final Texts TEXTS = Texts.of(DropTarget.class);

  private final Predicate<List<Path>> accepts;
  private final Consumer<List<Path>> dropped;
  private final Label what = new Label();

  /**
   * @param accepts whether these can be taken; asked while they hover, so it must be quick
   * @param dropped takes them; called once, on the FX thread
   */
  public DropTarget(Predicate<List<Path>> accepts, Consumer<List<Path>> dropped) {
    this.accepts = accepts;
    this.dropped = dropped;
    getStyleClass().add("fw-drop");
    setId("drop-target");
    setVisible(false);
    setMouseTransparent(true);
    Label title = new Label(TEXTS.get("drop"));
    title.getStyleClass().add("fw-title");
    what.getStyleClass().add("fw-muted");
    VBox card = new VBox(8, Icons.of("fth-download"), title, what);
    card.setAlignment(Pos.CENTER);
    card.getStyleClass().add("fw-drop-card");
    card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getChildren().add(card);
  }

  /** Listens on a node, usually the root of the window. */
  public void listenOn(Node node) {
    node.addEventHandler(DragEvent.DRAG_OVER, this::over);
    node.addEventHandler(DragEvent.DRAG_EXITED, event -> left(node, event.getTarget()));
    node.addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
  }

  private void over(DragEvent event) {
    List<Path> paths = paths(event);
    if (!paths.isEmpty() && accepts.test(paths)) {
      event.acceptTransferModes(TransferMode.COPY);
      hover(paths);
      event.consume();
    }
  }

  void hover(List<Path> paths) {
    String first = String.valueOf(paths.getFirst().getFileName());
    what.setText(paths.size() == 1 ? first : TEXTS.get("drop.more", first, paths.size() - 1));
    setVisible(true);
  }

  private void left(Node node, EventTarget target) {
    if (target == node) {
      setVisible(false);
    }
  }

  private void drop(DragEvent event) {
    List<Path> paths = paths(event);
    setVisible(false);
    boolean taken = !paths.isEmpty() && accepts.test(paths);
    event.setDropCompleted(taken);
    event.consume();
    if (taken) {
      dropped.accept(paths);
    }
  }

  private static List<Path> paths(DragEvent event) {
    return event.getDragboard().hasFiles()
        ? event.getDragboard().getFiles().stream().map(File::toPath).toList()
        : List.of();
  }
}
