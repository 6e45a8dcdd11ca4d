package org.facewright.ui.wall;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One row of tiles, with the heading of its group at the left. */
final class WallRow<T> extends ListCell<Integer> {
  private final Wall<T> wall;
  private final Region pane = new Line();
  private final List<Tile<T>> tiles = new ArrayList<>();
  private final Label title = new Label();
  private final Label detail = new Label();

  WallRow(Wall<T> wall) {
    this.wall = wall;
    getStyleClass().add("fw-wall-row");
    title.getStyleClass().add("fw-heading");
    detail.getStyleClass().add("fw-caption");
    title.setMinWidth(0);
    detail.setMinWidth(0);
    detail.setWrapText(true);
    detail.setAlignment(javafx.geometry.Pos.TOP_LEFT);
    wall.rows().add(this);
  }

  List<Tile<T>> tiles() {
    return tiles;
  }

  @Override
  protected void updateItem(@Nullable Integer row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      tiles.forEach(Tile::clear);
      setGraphic(null);
      return;
    }
    setGraphic(pane);
    fill();
  }

  /** Draws its items again. */
  void fill() {
    if (isEmpty() || getItem() == null || getItem() >= wall.flow().rowCount()) {
      return;
    }
    WallFlow flow = wall.flow();
    int row = getItem();
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
    while (tiles.size() < columns) {
      tiles.add(wall.newTile());
    }
    while (tiles.size() > columns) {
      tiles.removeLast().clear();
    }
    ((Line) pane).fit();
  }

  /** Places tiles without the cost of a general layout pane. */
  private final class Line extends Region {
    void fit() {
      if (getChildren().size() != tiles.size() + 2) {
        getChildren().setAll(tiles);
        getChildren().addAll(title, detail);
      }
      requestLayout();
    }

    @Override
    protected void layoutChildren() {
      double gutter = wall.gutter();
      double width = wall.tileWidth();
      for (int i = 0; i < tiles.size(); i++) {
        tiles
            .get(i)
            .resizeRelocate(
                gutter + Math.floor(i * width), 0, Math.floor(width), wall.tileHeight());
      }
      title.resizeRelocate(8, 6, Math.max(0, gutter - 16), 20);
      detail.resizeRelocate(8, 26, Math.max(0, gutter - 16), 36);
    }

    @Override
    protected double computePrefHeight(double width) {
      return wall.tileHeight();
    }

    @Override
    protected double computePrefWidth(double height) {
      return 10;
    }
  }
}
