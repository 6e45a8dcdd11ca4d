package org.facewright.ui.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Rows of one height, of which only those in sight exist: they move while it scrolls, and the one
 * that leaves at one end is used again at the other. Not a list view, because that has every node
 * of a row styled anew each time the row shows another index. FX thread only.
 */
final class RowPane<T> extends Region {
  static final double SCROLL_BAR = 14;

  private final Supplier<WallRow<T>> factory;
  private final double rowHeight;
  private final Pane sheet = new Sheet();
  private final Rectangle clip = new Rectangle();
  private final ScrollBar bar = new ScrollBar();
  private final List<WallRow<T>> rows = new ArrayList<>();
  private int count;
  private double offset;

  RowPane(Supplier<WallRow<T>> factory, double rowHeight) {
    this.factory = factory;
    this.rowHeight = rowHeight;
    sheet.setClip(clip);
    bar.setOrientation(Orientation.VERTICAL);
    bar.setFocusTraversable(false);
    bar.valueProperty().subscribe(value -> moveTo(value.doubleValue()));
    getChildren().addAll(sheet, bar);
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
  }

  /** The rows that exist, in no order; some may be empty. */
  List<WallRow<T>> rows() {
    return rows;
  }

  /** How many pixels of the content lie above the upper edge. */
  double offset() {
    return offset;
  }

  void resize(int newCount) {
    count = newCount;
    measure();
  }

  void scrollBy(double pixels) {
    bar.setValue(Math.clamp(offset + pixels, 0, farthest()));
  }

  /** Puts a row at the upper edge. */
  void scrollTo(int row) {
    scrollBy(row * rowHeight - offset);
  }

  /** Scrolls as little as needed to see a whole row. */
  void reveal(int row) {
    double top = row * rowHeight;
    if (top < offset) {
      scrollBy(top - offset);
    } else if (top + rowHeight > offset + getHeight()) {
      scrollBy(top + rowHeight - getHeight() - offset);
    }
  }

  private double farthest() {
    return Math.max(0, count * rowHeight - getHeight());
  }

  private void wheel(ScrollEvent event) {
    if (event.getDeltaY() != 0 && farthest() > 0) {
      scrollBy(-event.getDeltaY());
      event.consume();
    }
  }

  private void moveTo(double to) {
    double whole = Math.round(Math.clamp(to, 0, farthest()));
    if (whole != offset) {
      offset = whole;
      place();
    }
  }

  private void measure() {
    double content = count * rowHeight;
    bar.setVisible(farthest() > 0);
    bar.setMax(Math.max(1, farthest()));
    bar.setVisibleAmount(content == 0 ? 1 : bar.getMax() * Math.min(1, getHeight() / content));
    bar.setUnitIncrement(rowHeight);
    bar.setBlockIncrement(Math.max(rowHeight, getHeight() - rowHeight));
    offset = Math.min(offset, Math.round(farthest()));
    bar.setValue(offset);
    place();
  }

  /** Gives each row in sight a node and its place. */
  private void place() {
    fit((int) Math.ceil(getHeight() / rowHeight) + 1);
    int first = (int) (offset / rowHeight);
    for (int row = first; row < first + rows.size(); row++) {
      WallRow<T> node = rows.get(row % rows.size());
      node.show(row < count ? row : -1);
      node.setLayoutY(row * rowHeight - offset);
    }
  }

  private void fit(int wanted) {
    while (rows.size() < wanted) {
      WallRow<T> row = factory.get();
      rows.add(row);
      sheet.getChildren().add(row);
      row.resize(rowWidth(), rowHeight);
    }
    while (rows.size() > wanted) {
      WallRow<T> row = rows.removeLast();
      row.show(-1);
      sheet.getChildren().remove(row);
    }
  }

  private double rowWidth() {
    return Math.max(0, getWidth() - SCROLL_BAR);
  }

  @Override
  protected void layoutChildren() {
    sheet.resizeRelocate(0, 0, rowWidth(), getHeight());
    clip.setWidth(rowWidth());
    clip.setHeight(getHeight());
    bar.resizeRelocate(getWidth() - SCROLL_BAR, 0, SCROLL_BAR, getHeight());
    rows.forEach(row -> row.resize(rowWidth(), rowHeight));
    measure();
  }

  /** Its rows are placed by hand, so a change in one must not lay out all. */
  private static final class Sheet extends Pane {
    @Override
    protected void layoutChildren() {}
  }
}
