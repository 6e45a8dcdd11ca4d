package org.facewright.ui.form;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Tooltips that say in a sentence what a number means. */
public final class Explained {
  private Explained() {}

  public static <N extends Node> N with(N node, String sentence) {
    Tooltip tip = new Tooltip(sentence);
    tip.setWrapText(true);
    tip.setMaxWidth(320);
    tip.setShowDelay(Duration.millis(400));
    tip.setShowDuration(Duration.INDEFINITE);
    Tooltip.install(node, tip);
    node.setAccessibleHelp(sentence);
    return node;
  }
}
