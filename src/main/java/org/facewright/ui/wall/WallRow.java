package org.facewright.ui.wall;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** One row of tiles, with the heading of its group at the left. */
final class WallRow<T> extends Region {
  private final Wall<T> wall;
  private final List<Tile<T>> tiles = new ArrayList<>();
  private final Label title = new Label();
  private final Label detail = new Label();
  private int row = -1;

  WallRow(Wall<T> wall) {
    this.wall = wall;
    getStyleClass().add("fw-wall-row");
    title.getStyleClass().add("fw-heading");
    detail.getStyleClass().add("fw-caption");
    title.setMinWidth(0);
    detail.setMinWidth(0);
    detail.setWrapText(true);
    detail.setAlignment(Pos.TOP_LEFT);
    getChildren().addAll(title, detail);
    setManaged(false);
  }

  List<Tile<T>> tiles() {
    return tiles;
  }

  /** Shows a row of the wall, -1 for none. */
  void show(int index) {
    if (index == row) {
      return;
    }
    row = index;
    if (index < 0) {
      tiles.forEach(Tile::clear);
      title.setText("");
      detail.setText("");
    } else {
      fill();
    }
  }

  /** Draws its items again. */
  void fill() {
    if (row < 0 || row >= wall.flow().rowCount()) {
      return;
    }
    WallFlow flow = wall.flow();
    int first = flow.first(row);
    int shown = flow.end(row) - first;
    fit(flow.columns());
    for (int i = 0; i < tiles.size(); i++) {
      if (i < shown) {
        tiles.get(i).show(first + i, wall.items().get(first + i));
      } else {
        tiles.get(i).clear();
      }
    }
    WallGroup group = flow.heading(row);
    title.setText(group == null ? "" : group.title());
    detail.setText(group == null ? "" : group.detail());
    requestLayout();
    mark();
  }

  void mark() {
    WallSelection selection = wall.selection();
    int focused = wall.isFocused() ? selection.focused().get() : -1;
    for (Tile<T> tile : tiles) {
      tile.mark(
          tile.item() >= 0 && selection.contains(tile.item()),
          tile.item() == focused && focused >= 0);
    }
  }

  private void fit(int columns) {
    if (tiles.size() == columns) {
      return;
    }
    while (tiles.size() < columns) {
      tiles.add(wall.newTile());
    }
    while (tiles.size() > columns) {
      tiles.removeLast().clear();
    }
    getChildren().setAll(tiles);
    getChildren().addAll(title, detail);
  }

  @Override
  protected void layoutChildren() {
    double gutter = wall.gutter();
    double width = wall.tileWidth();
    for (int i = 0; i < tiles.size(); i++) {
      double left = gutter + Math.floor(i * width);
      tiles.get(i).resizeRelocate(left, 0, Math.floor(width), wall.tileHeight());
    }
    title.resizeRelocate(8, 6, Math.max(0, gutter - 16), 20);
    detail.resizeRelocate(8, 26, Math.max(0, gutter - 16), 36);
  }
}
