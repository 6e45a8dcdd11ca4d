package org.facewright.ui.guide;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.facewright.ui.text.Texts;

/** One section of a document, below each other; pictures are as wide as the column. FX thread. */
public final class MarkdownView extends VBox {
  private static final Texts TEXTS = Texts.of(MarkdownView.class);
  private static final double COLUMN = 720;

  private final Path folder;
  private final boolean dark;
  private final Consumer<String> follow;

  /**
   * @param dark pictures that come in both themes are shown in the dark one
   * @param follow hears where a link leads when it is clicked
   */
  public MarkdownView(
      Document document, Document.Section section, boolean dark, Consumer<String> follow) {
    super(12);
    this.folder = document.folder();
    this.dark = dark;
    this.follow = follow;
    getStyleClass().add("fw-reading");
    setMaxWidth(COLUMN);
    Label title = new Label(section.title());
    title.getStyleClass().add("fw-title");
    title.setWrapText(true);
    getChildren().add(title);
    section.blocks().forEach(block -> getChildren().add(node(block)));
  }

  private Node node(org.commonmark.node.Node block) {
    return switch (block) {
      case Heading heading -> heading(heading);
      case Paragraph paragraph -> paragraph(paragraph);
      case FencedCodeBlock code -> code(code.getLiteral());
      case IndentedCodeBlock code -> code(code.getLiteral());
      case ListBlock list -> list(list);
      case TableBlock table -> table(table);
      case BlockQuote quote -> all(quote, 8);
      case ThematicBreak line -> new javafx.scene.control.Separator();
      default -> new Label(Document.words(block));
    };
  }

  private static Label heading(Heading heading) {
    Label label = new Label(Document.words(heading));
    label.getStyleClass().add("fw-name");
    label.setWrapText(true);
    return label;
  }

  /** A paragraph that is nothing but a picture is the picture. */
  private Node paragraph(Paragraph paragraph) {
    if (paragraph.getFirstChild() instanceof org.commonmark.node.Image image
        && image.getNext() == null) {
      return picture(image);
    }
    return flow(paragraph);
  }

  private TextFlow flow(org.commonmark.node.Node parent) {
    return new Words(follow).flow(parent);
  }

  private Node picture(org.commonmark.node.Image image) {
    Path file = themed(image.getDestination());
    if (!Files.isRegularFile(file)) {
      Label missing = new Label(TEXTS.get("picture", Document.words(image)));
      missing.getStyleClass().add("fw-muted");
      return missing;
    }
    ImageView view =
        new ImageView(new Image(file.toUri().toString(), 2 * COLUMN, 0, true, true, true));
    view.getStyleClass().add("fw-picture");
    view.setFitWidth(COLUMN);
    view.setPreserveRatio(true);
    view.setAccessibleText(Document.words(image));
    return view;
  }

  private Path themed(String name) {
    Path other = folder.resolve(name.replace("-light.", "-dark."));
    return dark && Files.isRegularFile(other) ? other : folder.resolve(name);
  }

  private static Label code(String text) {
    Label code = new Label(text.stripTrailing());
    code.getStyleClass().add("fw-code");
    code.setMaxWidth(Double.MAX_VALUE);
    return code;
  }

  private VBox list(ListBlock list) {
    VBox lines = new VBox(4);
    int number = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : 0;
    for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
      Label mark = new Label(list instanceof OrderedList ? number++ + "." : "•");
      mark.setMinWidth(Region.USE_PREF_SIZE);
      VBox content = all(item, 4);
      HBox.setHgrow(content, Priority.ALWAYS);
      lines.getChildren().add(new HBox(8, mark, content));
    }
    return lines;
  }

  private VBox all(org.commonmark.node.Node parent, double gap) {
    VBox blocks = new VBox(gap);
    for (var block = parent.getFirstChild(); block != null; block = block.getNext()) {
      blocks.getChildren().add(node(block));
    }
    return blocks;
  }

  private GridPane table(TableBlock table) {
    GridPane grid = new GridPane(16, 6);
    int row = 0;
    int columns = 0;
    for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (var line = part.getFirstChild(); line != null; line = line.getNext()) {
        int column = 0;
        for (var cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
          TextFlow text = flow(cell);
          if (part instanceof TableHead) {
            text.getStyleClass().add("fw-table-head");
          }
          GridPane.setValignment(text, VPos.TOP);
          grid.add(text, column++, row);
        }
        columns = Math.max(columns, column);
        row++;
      }
    }
    grid.getColumnConstraints().setAll(widths(columns));
    return grid;
  }

  /** The first column holds names; the others share what is left. */
  private static List<ColumnConstraints> widths(int columns) {
    return java.util.stream.IntStream.range(0, columns)
        .mapToObj(
            column -> {
              ColumnConstraints width = new ColumnConstraints();
              width.setPercentWidth(column == 0 ? 28 : 72.0 / Math.max(1, columns - 1));
              return width;
            })
        .toList();
  }
}
