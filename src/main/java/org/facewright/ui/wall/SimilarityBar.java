package org.facewright.ui.wall;

import java.util.Locale;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A similarity as a number with a bar, never as a colour alone. */
public final class SimilarityBar extends Region {
  private static final double GAP = 6;
  private static final double THICK = 4;
  private static final double SHORTEST = 16;

  private final Label number = new Label();
  private final Region track = new Region();
  private final Region fill = new Region();
  private double share;

  public SimilarityBar() {
    getStyleClass().add("fw-similarity");
    setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    number.getStyleClass().add("fw-number");
    number.setAlignment(Pos.CENTER_LEFT);
    track.getStyleClass().add("fw-track");
    fill.getStyleClass().add("fw-fill");
    getChildren().addAll(number, track, fill);
  }

  /**
   * @param similarity -1..1; NaN shows a dash and an empty bar
   */
  public void show(double similarity) {
    boolean known = !Double.isNaN(similarity);
    share = known ? Math.clamp(similarity, 0, 1) : 0;
    number.setText(known ? text(similarity) : "–");
    requestLayout();
  }

  /** Two decimals without the leading zero, as the field writes it: {@code .62}, {@code 1.00}. */
  static String text(double similarity) {
    return String.format(Locale.ROOT, "%.2f", similarity).replaceFirst("^(-?)0\\.", "$1.");
  }

  @Override
  protected void layoutChildren() {
    double text = Math.ceil(number.prefWidth(-1));
    number.resizeRelocate(0, 0, text, getHeight());
    double left = Math.max(26, text) + GAP;
    double width = Math.max(0, getWidth() - left);
    // Too short a bar says nothing; the number does.
    track.setVisible(width >= SHORTEST);
    fill.setVisible(width >= SHORTEST);
    double top = Math.round((getHeight() - THICK) / 2);
    track.resizeRelocate(left, top, width, THICK);
    fill.resizeRelocate(left, top, Math.round(width * share), THICK);
  }

  @Override
  protected double computePrefHeight(double width) {
    return 16;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 96;
  }
}
