package org.facewright.ui.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.facewright.ui.text.Texts;

/** A document to read: its sections at the left, one of them at the right. FX thread only. */
public final class GuideSheet extends BorderPane {
  private static final Texts TEXTS = Texts.of(GuideSheet.class);

  private final BooleanSupplier dark;
  private final ListView<Document.Section> contents = new ListView<>();
  private final ScrollPane page = new ScrollPane();
  private final Label title = new Label();
  private final Button back = new Button(TEXTS.get("back"));
  private final Deque<Document> before = new ArrayDeque<>();
  private Document document;

  /**
   * @param topic the section to begin with, such as the name of a page
   */
  public GuideSheet(Document document, String topic, BooleanSupplier dark) {
    this.document = document;
    this.dark = dark;
    getStyleClass().addAll("fw-sheet", "fw-guide");
    setId("guide");
    setMaxSize(1040, USE_COMPUTED_SIZE);
    title.getStyleClass().add("fw-title");
    back.setId("guide-back");
    back.setOnAction(event -> open(before.pop(), 0, false));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, title, space, back);
    head.setPadding(new Insets(16, 24, 16, 24));
    setTop(head);
    contents.setId("guide-contents");
    contents.setPrefWidth(260);
    contents.setCellFactory(list -> new Cell());
    contents.getSelectionModel().selectedItemProperty().subscribe(section -> read(section));
    setLeft(contents);
    page.setId("guide-page");
    page.setFitToWidth(true);
    setCenter(page);
    open(document, document.about(topic), false);
  }

  private void open(Document shown, int section, boolean remember) {
    if (remember) {
      before.push(document);
    }
    document = shown;
    title.setText(shown.title());
    back.setVisible(!before.isEmpty());
    contents.getItems().setAll(shown.sections());
    contents.getSelectionModel().clearAndSelect(section);
    contents.scrollTo(section);
  }

  private void read(Document.@org.jspecify.annotations.Nullable Section section) {
    if (section != null) {
      VBox column =
          new VBox(new MarkdownView(document, section, dark.getAsBoolean(), this::follow));
      column.setPadding(new Insets(0, 24, 24, 24));
      page.setContent(column);
      page.setVvalue(0);
    }
  }

  /** Another document opens in place of this one; an address of the web is shown, not fetched. */
  private void follow(String destination) {
    String name = destination.replaceAll("#.*", "");
    Path file = document.folder().resolve(name.isEmpty() ? "." : name).normalize();
    if (name.endsWith(".md") && Files.isRegularFile(file)) {
      try {
        open(Document.read(file), 0, true);
      } catch (IOException e) {
        title.setText(TEXTS.get("unreadable", file.getFileName(), e.getMessage()));
      }
    } else {
      title.setText(destination);
    }
  }

  private static final class Cell extends ListCell<Document.Section> {
    @Override
    protected void updateItem(
        Document.@org.jspecify.annotations.Nullable Section item, boolean none) {
      super.updateItem(item, none);
      setText(none || item == null ? null : item.title());
    }
  }
}
