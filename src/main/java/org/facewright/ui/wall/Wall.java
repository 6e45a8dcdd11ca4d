package org.facewright.ui.wall;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A wall of tiles: any number of items, only those in sight exist as nodes. Re-flows with its width
 * and keeps the first item in sight. FX thread only.
 *
 * @param <T> an item
 */
public final class Wall<T> extends Region {
  private static final double GUTTER = 136;
  private static final double FACE_STRETCH = 1.35;

  private final Supplier<? extends Tile<T>> factory;
  private final double wantedWidth;
  private final double widest;
  private final double tileHeight;
  private final RowPane<T> pane;
  private final WallSelection selection = new WallSelection();
  private List<? extends T> items = List.of();
  private List<WallGroup> groups = List.of();
  private WallFlow flow = new WallFlow(0, 1, List.of());
  private Consumer<T> onOpen = item -> {};
  private Consumer<T> onPreview = item -> {};
  private Consumer<@Nullable T> onHover = item -> {};
  private Supplier<@Nullable ContextMenu> menu = () -> null;
  private int hovered = -1;

  Wall(Supplier<? extends Tile<T>> factory, double tileWidth, double widest, double tileHeight) {
    this.factory = factory;
    this.wantedWidth = tileWidth;
    this.widest = widest;
    this.tileHeight = tileHeight;
    getStyleClass().add("fw-wall");
    // Faces stand in the order of reading numbers, and are never mirrored.
    setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setFocusTraversable(true);
    pane = new RowPane<>(() -> new WallRow<>(this), tileHeight);
    WallMouse mouse = new WallMouse(this);
    getChildren().addAll(pane, mouse.band());
    addEventHandler(KeyEvent.KEY_PRESSED, new WallKeys(this)::pressed);
    addEventFilter(MouseEvent.MOUSE_MOVED, event -> hover(itemAt(event.getX(), event.getY())));
    addEventFilter(MouseEvent.MOUSE_EXITED, event -> hover(-1));
    selection.revision().subscribe(this::marked);
    focusedProperty().subscribe(() -> rows().forEach(WallRow::mark));
    widthProperty().subscribe(this::reflow);
  }

  /** A wall of pictures, {@code edge} logical pixels wide each. */
  public static <T, K> Wall<T> ofFaces(
      Function<T, K> key, Function<T, FaceLook> look, Thumbnails<K> thumbnails, double edge) {
    double cell = edge + 8;
    return new Wall<>(
        () -> new FaceTile<>(key, look, thumbnails, edge),
        cell,
        cell * FACE_STRETCH,
        cell + FaceTile.FOOT);
  }

  /** A wall of identities, each with a strip of eight or more faces, {@code edge} pixels wide. */
  public static <T, K> Wall<T> ofIdentities(
      Function<T, IdentityLook<K>> look, Thumbnails<K> thumbnails, double edge) {
    return new Wall<>(
        () -> new IdentityTile<>(look, thumbnails, edge),
        IdentityTile.width(IdentityTile.FEWEST, edge),
        IdentityTile.width(IdentityLook.MOST, edge),
        edge + 44);
  }

  /** Shows these items; a random-access list that may compute its elements. */
  public void show(List<? extends T> what) {
    show(what, List.of());
  }

  /** Shows items in groups, each with its heading at the left of its first row. */
  public void show(List<? extends T> what, List<WallGroup> in) {
    items = what;
    groups = List.copyOf(in);
    selection.resize(what.size());
    flow = new WallFlow(what.size(), columns(), groups);
    refresh();
    pane.resize(flow.rowCount());
  }

  /** The items changed in place: draws those in sight anew. */
  public void refresh() {
    rows().forEach(WallRow::fill);
  }

  private int columns() {
    return Math.max(1, (int) ((getWidth() - gutter() - RowPane.SCROLL_BAR) / wantedWidth));
  }

  private void reflow() {
    if (columns() == flow.columns() && flow.count() == items.size()) {
      rows().forEach(WallRow::requestLayout);
      return;
    }
    int first = firstVisible();
    flow = new WallFlow(items.size(), columns(), groups);
    refresh();
    pane.resize(flow.rowCount());
    if (first > 0 && first < items.size()) {
      pane.scrollTo(flow.rowOf(first));
    }
  }

  private void marked() {
    rows().forEach(WallRow::mark);
    int at = selection.focused().get();
    if (at >= 0) {
      rows().stream()
          .flatMap(row -> row.tiles().stream())
          .filter(tile -> tile.item() == at)
          .findFirst()
          .ifPresent(tile -> setAccessibleText(tile.getAccessibleText()));
    }
  }

  private void hover(int item) {
    if (item != hovered) {
      hovered = item;
      onHover.accept(item < 0 ? null : items.get(item));
    }
  }

  public WallSelection selection() {
    return selection;
  }

  /** The chosen items, in the order of the wall. */
  public List<T> chosen() {
    List<T> some = new ArrayList<>();
    selection.indices().forEach(index -> some.add(items.get(index)));
    return some;
  }

  /** Double click or Enter. */
  public void onOpen(Consumer<T> open) {
    onOpen = open;
  }

  /** Space: look at it large. */
  public void onPreview(Consumer<T> preview) {
    onPreview = preview;
  }

  /** The pointer is over an item, or (null) over none. */
  public void onHover(Consumer<@Nullable T> hover) {
    onHover = hover;
  }

  /** What the right button offers for what is chosen; null for nothing. */
  public void onMenu(Supplier<@Nullable ContextMenu> offer) {
    menu = offer;
  }

  /** Scrolls as little as needed to see an item. */
  public void reveal(int item) {
    pane.reveal(flow.rowOf(item));
  }

  /** The first item in sight, 0 when there is none. */
  public int firstVisible() {
    int row = (int) (pane.offset() / tileHeight);
    return row < flow.rowCount() ? flow.first(row) : 0;
  }

  /** How many pixels of the content lie above the upper edge. */
  double scrolled() {
    return pane.offset();
  }

  /** Scrolls by so many pixels, down when positive. */
  public void scroll(double pixels) {
    pane.scrollBy(pixels);
  }

  void scrollBy(double pixels) {
    pane.scrollBy(Math.clamp(pixels, -tileHeight, tileHeight));
  }

  int visibleRows() {
    return Math.max(1, (int) (getHeight() / tileHeight));
  }

  /** The item at a point of this node, -1 for none. */
  int itemAt(double x, double y) {
    int row = (int) Math.floor((y + scrolled()) / tileHeight);
    int column = (int) Math.floor((x - gutter()) / tileWidth());
    if (row < 0 || row >= flow.rowCount() || column < 0 || column >= flow.columns()) {
      return -1;
    }
    int item = flow.first(row) + column;
    return item < flow.end(row) ? item : -1;
  }

  BitSet itemsIn(double left, double top, double right, double bottom) {
    BitSet found = new BitSet();
    int from = (int) Math.max(0, Math.floor((left - gutter()) / tileWidth()));
    int to = (int) Math.min(flow.columns() - 1, Math.floor((right - gutter()) / tileWidth()));
    int firstRow = (int) Math.max(0, Math.floor((top + scrolled()) / tileHeight));
    int lastRow =
        (int) Math.min(flow.rowCount() - 1.0, Math.floor((bottom + scrolled()) / tileHeight));
    for (int row = firstRow; row <= lastRow; row++) {
      int first = flow.first(row);
      int end = Math.min(flow.end(row), first + to + 1);
      if (first + from < end) {
        found.set(first + from, end);
      }
    }
    return found;
  }

  void open(int item) {
    if (item >= 0) {
      onOpen.accept(items.get(item));
    }
  }

  void preview(int item) {
    if (item >= 0) {
      onPreview.accept(items.get(item));
    }
  }

  void menu(double screenX, double screenY) {
    ContextMenu offered = menu.get();
    if (offered != null) {
      offered.show(this, screenX, screenY);
    }
  }

  List<? extends T> items() {
    return items;
  }

  WallFlow flow() {
    return flow;
  }

  List<WallRow<T>> rows() {
    return pane.rows();
  }

  Tile<T> newTile() {
    return factory.get();
  }

  /** Tiles share the width that is left, so that the right edge is flush. */
  double tileWidth() {
    double room = Math.max(wantedWidth, getWidth() - gutter() - RowPane.SCROLL_BAR);
    return Math.min(room / flow.columns(), widest);
  }

  double tileHeight() {
    return tileHeight;
  }

  double gutter() {
    return groups.isEmpty() ? 0 : GUTTER;
  }

  @Override
  protected void layoutChildren() {
    pane.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  protected double computePrefHeight(double width) {
    return tileHeight * 4;
  }

  @Override
  protected double computePrefWidth(double height) {
    return wantedWidth * 6 + gutter() + RowPane.SCROLL_BAR;
  }
}
