package org.facewright.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.facewright.ui.text.Texts;
import org.facewright.ui.theme.Icons;

/**
 * The stages side by side as cards of one width, arrows between them; wraps when it gets narrow.
 */
public final class FunnelCards extends Region implements Exportable {
  private static final Texts TEXTS = Texts.of(FunnelCards.class);
  private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
  private static final double GAP = 20;
  private static final double ROW_GAP = 16;
  private static final double LEAST = 136;

  private final List<VBox> cards = new ArrayList<>();
  private final List<Node> arrows = new ArrayList<>();
  private List<FunnelStep> steps = List.of();

  public FunnelCards() {
    getStyleClass().add("fw-funnel");
  }

  public void show(List<FunnelStep> stages) {
    steps = List.copyOf(stages);
    cards.clear();
    arrows.clear();
    getChildren().clear();
    for (FunnelStep step : steps) {
      VBox card = card(step);
      cards.add(card);
      getChildren().add(card);
      if (cards.size() < steps.size()) {
        Node arrow = Icons.of("fth-chevron-right");
        arrow.getStyleClass().add("fw-arrow");
        arrows.add(arrow);
        getChildren().add(arrow);
      }
    }
    requestLayout();
  }

  private static VBox card(FunnelStep step) {
    VBox card = new VBox();
    card.getStyleClass().add("fw-card");
    card.pseudoClassStateChanged(NOW, step.now());
    card.getChildren()
        .addAll(
            label(step.title(), "fw-heading"),
            label(step.number(), "fw-figure"),
            label(step.unit(), "fw-muted"));
    if (!Double.isNaN(step.share())) {
      ProgressBar bar = new ProgressBar(step.share());
      bar.getStyleClass().add("fw-share");
      bar.setMaxWidth(Double.MAX_VALUE);
      bar.setAccessibleText(TEXTS.get("percent", Math.round(step.share() * 100)));
      card.getChildren().add(bar);
    }
    step.details().forEach(line -> card.getChildren().add(label(line, "fw-caption")));
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    card.getChildren().add(gap);
    if (step.action() != null) {
      card.getChildren().add(step.action());
    }
    return card;
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setMinWidth(0);
    return label;
  }

  private int columns(double width) {
    int fit = (int) ((width + GAP) / (LEAST + GAP));
    int rows = Math.ceilDiv(Math.max(1, cards.size()), Math.max(1, fit));
    return Math.ceilDiv(Math.max(1, cards.size()), rows);
  }

  private double cardHeight() {
    return Math.ceil(cards.stream().mapToDouble(card -> card.prefHeight(-1)).max().orElse(0));
  }

  @Override
  protected void layoutChildren() {
    double left = getInsets().getLeft();
    double top = getInsets().getTop();
    double inner = getWidth() - left - getInsets().getRight();
    int columns = columns(inner);
    double width = Math.floor((inner - GAP * (columns - 1)) / columns);
    double height = cardHeight();
    for (int i = 0; i < cards.size(); i++) {
      double x = left + i % columns * (width + GAP);
      double y = top + i / columns * (height + ROW_GAP);
      cards.get(i).resizeRelocate(x, y, width, height);
      if (i < arrows.size()) {
        Node arrow = arrows.get(i);
        arrow.autosize();
        arrow.setVisible((i + 1) % columns != 0);
        arrow.relocate(
            x + width + (GAP - arrow.getLayoutBounds().getWidth()) / 2, y + height / 2 - 8);
      }
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = (width < 0 ? 1200 : width) - getInsets().getLeft() - getInsets().getRight();
    int rows = Math.ceilDiv(Math.max(1, cards.size()), columns(inner));
    return getInsets().getTop()
        + getInsets().getBottom()
        + rows * (cardHeight() + ROW_GAP)
        - ROW_GAP;
  }

  @Override
  public javafx.geometry.Orientation getContentBias() {
    return javafx.geometry.Orientation.HORIZONTAL;
  }

  @Override
  public String exportName() {
    return "funnel";
  }

  @Override
  public String csv() {
    StringBuilder text = new StringBuilder("stage,number,unit,share\n");
    for (FunnelStep step : steps) {
      text.append(
          String.format(
              Locale.ROOT,
              "\"%s\",\"%s\",\"%s\",%s%n",
              step.title(),
              step.number(),
              step.unit(),
              step.share()));
    }
    return text.toString().replace("\r\n", "\n");
  }
}
