package org.facewright.ui.guide;

import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/**
 * What stands in a line: plain, strong, emphasised, code, links.
 *
 * @param follow hears where a link leads
 */
record Words(Consumer<String> follow) {
  TextFlow flow(Node parent) {
    TextFlow flow = new TextFlow();
    flow.setLineSpacing(3);
    add(parent, "", flow);
    return flow;
  }

  private void add(Node parent, String style, TextFlow flow) {
    for (Node at = parent.getFirstChild(); at != null; at = at.getNext()) {
      switch (at) {
        case org.commonmark.node.Text text -> put(text.getLiteral(), style, flow);
        case Code code -> put(code.getLiteral(), "fw-code-word", flow);
        case StrongEmphasis strong -> add(strong, "fw-strong", flow);
        case Emphasis soft -> add(soft, "fw-emphasis", flow);
        case SoftLineBreak space -> put(" ", style, flow);
        case HardLineBreak line -> put("\n", style, flow);
        case Link link -> link(link, flow);
        default -> put(Document.words(at), style, flow);
      }
    }
  }

  private static void put(String words, String style, TextFlow flow) {
    Text text = new Text(words);
    text.getStyleClass().add("fw-words");
    if (!style.isEmpty()) {
      text.getStyleClass().add(style);
    }
    flow.getChildren().add(text);
  }

  private void link(Link link, TextFlow flow) {
    Hyperlink words = new Hyperlink(Document.words(link));
    words.setOnAction(event -> follow.accept(link.getDestination()));
    flow.getChildren().add(words);
  }
}
