package org.facewright.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;
import org.facewright.ui.text.Texts;

/**
 * Rows over time in stages: each row a band as thick as its share in that stage. The line between
 * two stages is dragged to another epoch, a stage is dragged onto another to change places; all of
 * it with the keys too. Edits are told of, not made: the listener shows what came of them.
 */
public final class StageBands extends CanvasChart {
  private static final Texts TEXTS = Texts.of(StageBands.class);

  /**
   * A stage.
   *
   * @param from its first epoch, from 1
   * @param caption a few words at its head
   * @param shares of each row, 0..1
   */
  public record Stage(int from, String caption, List<Double> shares) {}

  /** Hears what somebody wants to change; stages and rows count from 0. */
  public interface Edits {
    void start(int stage, int epoch);

    /** The stage changes places with the one that many places later. */
    void swap(int stage, int by);

    void toggle(int stage, int row);

    void weigh(int stage, int row, double factor);

    void split(int stage);

    void merge(int stage);

    void chosen(int stage);
  }

  private static final double LEFT = 104;
  private static final double RIGHT = 12;
  private static final double HEAD = 26;
  private static final double FOOT = 26;
  private static final double GRIP = 7;
  private static final double THINNEST = 3;

  /** Height of a line of text, and a little. */
  private static final double LETTERS = 13;

  private static final double MORE = 1.25;
  private static final int NONE = -1;

  private List<String> rows = List.of();
  private List<Stage> stages = List.of();
  private int epochs = 1;
  private Edits edits = new Silent();
  private int stage;
  private int row;
  private int edge = NONE;
  private int edgeEpoch;
  private int held = NONE;
  private double heldAt;

  public StageBands() {
    setFocusTraversable(true);
    setAccessibleText(TEXTS.get("stages"));
    focusedProperty().subscribe(this::repaint);
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::dragged);
    setOnMouseReleased(this::released);
    setOnMouseMoved(
        event -> setCursor(edgeAt(event.getX()) == NONE ? Cursor.DEFAULT : Cursor.H_RESIZE));
    setOnKeyPressed(this::key);
  }

  public void onEdit(Edits listener) {
    edits = listener;
  }

  /** Shows stages over so many epochs. */
  public void show(List<String> names, List<Stage> shown, int length) {
    rows = List.copyOf(names);
    stages = List.copyOf(shown);
    epochs = length;
    stage = Math.clamp(stage, 0, Math.max(0, stages.size() - 1));
    row = Math.clamp(row, 0, Math.max(0, rows.size() - 1));
    edge = NONE;
    held = NONE;
    repaint();
  }

  /** The stage in question, from 0. */
  public int chosenStage() {
    return stage;
  }

  public void choose(int which) {
    stage = Math.clamp(which, 0, Math.max(0, stages.size() - 1));
    edits.chosen(stage);
    repaint();
  }

  private Scale x() {
    return new Scale(1, epochs + 1.0, LEFT, getWidth() - RIGHT);
  }

  private int from(int which) {
    return which == edge ? edgeEpoch : stages.get(which).from();
  }

  private int until(int which) {
    return which + 1 < stages.size() ? from(which + 1) : epochs + 1;
  }

  private int edgeAt(double pixel) {
    for (int i = 1; i < stages.size(); i++) {
      if (Math.abs(x().pixel(stages.get(i).from()) - pixel) < GRIP) {
        return i;
      }
    }
    return NONE;
  }

  private int stageAt(double pixel) {
    double epoch = x().value(pixel);
    int found = 0;
    while (found + 1 < stages.size() && stages.get(found + 1).from() <= epoch) {
      found++;
    }
    return found;
  }

  private double lane() {
    return Math.max(8, (getHeight() - HEAD - FOOT) / Math.max(1, rows.size()));
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    if (!event.isPrimaryButtonDown() || stages.isEmpty() || event.getX() < LEFT) {
      return;
    }
    edge = edgeAt(event.getX());
    if (edge != NONE) {
      edgeEpoch = stages.get(edge).from();
      choose(edge);
      return;
    }
    held = stageAt(event.getX());
    heldAt = event.getX();
    row = Math.clamp((int) ((event.getY() - HEAD) / lane()), 0, Math.max(0, rows.size() - 1));
    choose(held);
  }

  private void dragged(MouseEvent event) {
    if (edge != NONE) {
      int low = stages.get(edge - 1).from() + 1;
      int high = edge + 1 < stages.size() ? stages.get(edge + 1).from() - 1 : epochs;
      edgeEpoch = (int) Math.clamp(Math.round(x().value(event.getX())), low, Math.max(low, high));
      repaint();
    } else if (held != NONE) {
      heldAt = event.getX();
      repaint();
    }
  }

  private void released(MouseEvent event) {
    int line = edge;
    int band = held;
    edge = NONE;
    held = NONE;
    if (line != NONE && edgeEpoch != stages.get(line).from()) {
      edits.start(line, edgeEpoch);
    } else if (band != NONE && stageAt(event.getX()) != band) {
      edits.swap(band, stageAt(event.getX()) - band);
    }
    repaint();
  }

  private void key(KeyEvent event) {
    if (stages.isEmpty()) {
      return;
    }
    int by =
        switch (event.getCode()) {
          case LEFT -> -1;
          case RIGHT -> 1;
          default -> 0;
        };
    if (by != 0) {
      sideways(event, by);
    } else if (!other(event)) {
      return;
    }
    event.consume();
  }

  private void sideways(KeyEvent event, int by) {
    if (event.isShiftDown()) {
      edits.start(stage, stages.get(stage).from() + by);
    } else if (event.isShortcutDown()) {
      edits.swap(stage, by);
    } else {
      choose(stage + by);
    }
  }

  private boolean other(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> row(row - 1);
      case DOWN -> row(row + 1);
      case SPACE -> edits.toggle(stage, row);
      case PLUS, ADD, EQUALS -> edits.weigh(stage, row, MORE);
      case MINUS, SUBTRACT -> edits.weigh(stage, row, 1 / MORE);
      case INSERT -> edits.split(stage);
      case DELETE -> edits.merge(stage);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void row(int which) {
    row = Math.clamp(which, 0, Math.max(0, rows.size() - 1));
    repaint();
  }

  @Override
  protected void paint(GraphicsContext g, double width, double height) {
    double ground = height - FOOT;
    double lane = lane();
    Scale x = x();
    g.setTextBaseline(VPos.CENTER);
    for (int i = 0; i < rows.size(); i++) {
      g.setTextAlign(TextAlignment.LEFT);
      g.setFill(ink(Ink.TEXT));
      g.fillText(rows.get(i), 8, HEAD + lane * (i + .5), LEFT - 16);
    }
    for (int s = 0; s < stages.size(); s++) {
      double left = x.pixel(from(s));
      double right = x.pixel(until(s));
      if (s == stage) {
        g.setFill(ink(Ink.ACCENT, isFocused() ? .14 : .08));
        g.fillRect(left, 0, right - left, ground);
      }
      double shift = s == held ? clampedShift(left, right) : 0;
      bands(g, s, left + shift, right + shift, lane);
      head(g, s, left, right);
      if (s > 0) {
        g.setStroke(ink(Ink.TEXT, .7));
        g.setLineWidth(s == edge ? 2.5 : 1.2);
        g.strokeLine(Axes.crisp(left), 4, Axes.crisp(left), ground);
      }
    }
    axis(g, x, ground);
  }

  /** The held stage follows the pointer once it is nearly over another. */
  private double clampedShift(double left, double right) {
    return heldAt < left || heldAt > right ? heldAt - (left + right) / 2 : 0;
  }

  private void bands(GraphicsContext g, int which, double left, double right, double lane) {
    for (int i = 0; i < rows.size(); i++) {
      double share = stages.get(which).shares().get(i);
      double middle = HEAD + lane * (i + .5);
      if (share > 0) {
        double thick = Math.max(THINNEST, (lane - 6) * share);
        g.setFill(ink(Ink.series(i), which == held ? .5 : .8));
        g.fillRoundRect(left + 2, middle - thick / 2, right - left - 4, thick, 6, 6);
      }
      if (which == stage && i == row && isFocused()) {
        g.setStroke(ink(Ink.TEXT));
        g.setLineWidth(1);
        g.strokeRoundRect(left + 2, middle - lane / 2 + 2, right - left - 4, lane - 4, 6, 6);
      }
      String text = share > 0 ? "%.0f %%".formatted(share * 100) : "–";
      g.setTextBaseline(VPos.CENTER);
      g.setTextAlign(TextAlignment.CENTER);
      g.setFill(ink(share > .5 ? Ink.GROUND : Ink.TEXT));
      if (right - left > 40) {
        // On a thin band the figure would be struck through: it stands above.
        double above = share > 0 && lane * share < LETTERS ? LETTERS : 0;
        g.fillText(text, (left + right) / 2, middle - above);
      }
    }
  }

  private void head(GraphicsContext g, int which, double left, double right) {
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.LEFT);
    g.setFill(ink(which == stage ? Ink.ACCENT : Ink.MUTED));
    String text = (which + 1) + " · " + stages.get(which).caption();
    if (right - left > 30) {
      g.fillText(text, left + 6, HEAD / 2, right - left - 12);
    }
  }

  private void axis(GraphicsContext g, Scale x, double ground) {
    g.setStroke(ink(Ink.GRID));
    g.setLineWidth(1);
    g.strokeLine(LEFT, Axes.crisp(ground), getWidth() - RIGHT, Axes.crisp(ground));
    g.setFill(ink(Ink.MUTED));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.TOP);
    int step = Math.max(1, (int) Math.ceil(epochs / Math.max(1, (getWidth() - LEFT) / 44)));
    for (int epoch = 1; epoch <= epochs; epoch += step) {
      g.fillText(Integer.toString(epoch), x.pixel(epoch + .5), ground + 6);
    }
    g.setTextAlign(TextAlignment.LEFT);
    g.fillText(TEXTS.get("epoch"), 8, ground + 6);
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEAD + FOOT + 44 * Math.max(2, rows.size());
  }

  @Override
  public String exportName() {
    return "curriculum";
  }

  @Override
  public String csv() {
    StringBuilder text = new StringBuilder("from,until,caption,source,share\n");
    for (int s = 0; s < stages.size(); s++) {
      for (int i = 0; i < rows.size(); i++) {
        text.append(from(s)).append(',').append(until(s) - 1).append(",\"");
        text.append(stages.get(s).caption()).append("\",").append(rows.get(i)).append(',');
        text.append(stages.get(s).shares().get(i)).append('\n');
      }
    }
    return text.toString();
  }

  /** Nobody listens yet. */
  private static final class Silent implements Edits {
    @Override
    public void start(int stage, int epoch) {
      // nothing to tell
    }

    @Override
    public void swap(int stage, int by) {
      // nothing to tell
    }

    @Override
    public void toggle(int stage, int row) {
      // nothing to tell
    }

    @Override
    public void weigh(int stage, int row, double factor) {
      // nothing to tell
    }

    @Override
    public void split(int stage) {
      // nothing to tell
    }

    @Override
    public void merge(int stage) {
      // nothing to tell
    }

    @Override
    public void chosen(int stage) {
      // nothing to tell
    }
  }

  /** The stages shown, for tests and export. */
  public List<Stage> stages() {
    return new ArrayList<>(stages);
  }
}
