package org.facewright.ui.chart;

import java.util.BitSet;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.facewright.ui.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A map of up to a few hundred thousand points: the wheel zooms, Ctrl-drag or the middle button
 * pans, a drag draws a lasso (Alt: a rectangle; Shift adds), hover names the nearest point. Arrows
 * pan, + and - zoom, 0 shows everything, Esc chooses nothing. Only points in sight are drawn. FX
 * thread only.
 */
public final class ScatterMap extends CanvasChart {
  private static final Texts TEXTS = Texts.of(ScatterMap.class);
  private static final double REACH = 10;
  // The radius in pixels, of few points and by how much it falls with ten times as many.
  private static final double LARGE = 7;
  private static final double FALL = 1.1;
  private static final double SMALL = 1.4;

  private float[] x = new float[0];
  private float[] y = new float[0];
  private byte[] classes = new byte[0];
  private CellGrid grid = new CellGrid(x, y);
  private @Nullable MapView view;
  private @Nullable DotPainter painter;
  private @Nullable Lasso lasso;
  private BitSet chosen = new BitSet();
  private int hovered = -1;
  private Point2D last = Point2D.ZERO;
  private boolean boxes;
  private boolean rectangle;
  private boolean panning;
  private IntConsumer onHover = point -> {};
  private Consumer<BitSet> onChosen = points -> {};

  public ScatterMap() {
    setFocusTraversable(true);
    setAccessibleText(TEXTS.get("map"));
    setOnScroll(this::scrolled);
    setOnMouseMoved(event -> hover(nearest(event)));
    setOnMouseExited(event -> hover(-1));
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::dragged);
    setOnMouseReleased(this::released);
    setOnKeyPressed(new MapKeys(this)::pressed);
    focusedProperty().subscribe(this::repaint);
  }

  /**
   * Shows other points, all of them in sight, none chosen.
   *
   * @param xs one a point
   * @param ys as many
   * @param kinds as many; picks the series' ink and shape, negative is muted
   */
  public void show(float[] xs, float[] ys, byte[] kinds) {
    x = xs;
    y = ys;
    classes = kinds;
    grid = new CellGrid(xs, ys);
    chosen = new BitSet();
    hovered = -1;
    view = null;
    repaint();
  }

  /** Other colours for the same points; place and choice stay. */
  public void recolor(byte[] kinds) {
    classes = kinds;
    repaint();
  }

  /** The point under the pointer, -1 for none. */
  public void onHover(IntConsumer hover) {
    onHover = hover;
  }

  /** Called when a lasso or rectangle was closed. The set is a copy. */
  public void onChosen(Consumer<BitSet> choose) {
    onChosen = choose;
  }

  public void choose(BitSet points) {
    chosen = (BitSet) points.clone();
    repaint();
  }

  /** Whether a drag draws a rectangle rather than a lasso; Alt takes the other. */
  public void boxes(boolean wanted) {
    boxes = wanted;
  }

  /** Nothing is chosen any more; false if nothing was. */
  boolean chooseNone() {
    if (lasso == null && chosen.isEmpty()) {
      return false;
    }
    lasso = null;
    chosen = new BitSet();
    onChosen.accept(new BitSet());
    repaint();
    return true;
  }

  /** Moves what is shown by so many pixels. */
  public void pan(double byX, double byY) {
    view = view().moved(byX, byY);
    repaint();
  }

  /** Larger or smaller about the middle. */
  public void zoom(double factor) {
    view = view().zoomed(factor, getWidth() / 2, getHeight() / 2);
    repaint();
  }

  /** Everything in sight again. */
  public void fit() {
    view = null;
    repaint();
  }

  private MapView view() {
    MapView now = view;
    if (now == null) {
      now = MapView.fit(grid, Math.max(1, getWidth()), Math.max(1, getHeight()));
      view = now;
    }
    return now;
  }

  private void scrolled(ScrollEvent event) {
    if (event.isInertia() && event.getDeltaY() == 0) {
      return;
    }
    view = view().zoomed(Math.pow(1.0025, event.getDeltaY()), event.getX(), event.getY());
    event.consume();
    repaint();
  }

  private int nearest(MouseEvent event) {
    MapView now = view();
    return grid.nearest(now.x(event.getX()), now.y(event.getY()), REACH / now.scale());
  }

  private void hover(int point) {
    if (point != hovered) {
      hovered = point;
      onHover.accept(point);
      repaint();
    }
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    last = new Point2D(event.getX(), event.getY());
    panning =
        event.getButton() == MouseButton.MIDDLE
            || (event.getButton() == MouseButton.PRIMARY && event.isShortcutDown());
    if (event.getButton() == MouseButton.PRIMARY && !panning) {
      Lasso drawn = new Lasso();
      drawn.add(event.getX(), event.getY());
      lasso = drawn;
      rectangle = boxes ^ event.isAltDown();
    }
  }

  private void dragged(MouseEvent event) {
    if (panning) {
      view = view().moved(event.getX() - last.getX(), event.getY() - last.getY());
      last = new Point2D(event.getX(), event.getY());
    } else if (lasso != null && rectangle) {
      lasso = box(last.getX(), last.getY(), event.getX(), event.getY());
    } else if (lasso != null) {
      lasso.add(event.getX(), event.getY());
    }
    repaint();
  }

  private static Lasso box(double x0, double y0, double x1, double y1) {
    Lasso box = new Lasso();
    box.add(x0, y0);
    box.add(x1, y0);
    box.add(x1, y1);
    box.add(x0, y1);
    return box;
  }

  private void released(MouseEvent event) {
    Lasso drawn = lasso;
    lasso = null;
    if (drawn == null) {
      return;
    }
    BitSet now = event.isShiftDown() ? (BitSet) chosen.clone() : new BitSet();
    if (drawn.corners().size() > 2) {
      collect(drawn, now);
    } else if (nearest(event) >= 0) {
      now.flip(nearest(event));
    }
    chosen = now;
    onChosen.accept((BitSet) now.clone());
    repaint();
  }

  private void collect(Lasso drawn, BitSet into) {
    MapView now = view();
    grid.within(
        now.x(drawn.left()),
        now.y(drawn.top()),
        now.x(drawn.right()),
        now.y(drawn.bottom()),
        (point, at, up) -> {
          if (drawn.contains(now.px(at), now.py(up))) {
            into.set(point);
          }
        });
  }

  @Override
  protected void paint(GraphicsContext g, double width, double height) {
    dots(g, width, height);
    MapView now = view();
    if (lasso != null) {
      line(g, lasso);
    }
    if (isFocused()) {
      g.setStroke(ink(Ink.ACCENT));
      g.setLineWidth(1);
      g.strokeRect(0.5, 0.5, width - 1, height - 1);
    }
    if (hovered >= 0) {
      double px = now.px(x[hovered]);
      double py = now.py(y[hovered]);
      g.setStroke(ink(Ink.TEXT));
      g.setLineWidth(2);
      g.strokeOval(px - 9, py - 9, 18, 18);
    }
  }

  private void dots(GraphicsContext g, double width, double height) {
    double density = density();
    int w = (int) Math.ceil(width * density);
    int h = (int) Math.ceil(height * density);
    DotPainter dots = painter;
    if (dots == null || !dots.fits(w, h)) {
      dots = new DotPainter(w, h);
      painter = dots;
    }
    dots.clear();
    stamp(dots, width, height, density);
    dots.finish();
    g.drawImage(dots.image(), 0, 0, width, height);
  }

  private void stamp(DotPainter dots, double width, double height, double density) {
    MapView now = view();
    double radius =
        Math.clamp(LARGE - FALL * Math.log10(Math.max(1, x.length)), SMALL, LARGE)
            * density
            * Math.clamp(Math.sqrt(now.scale() / fitScale()), 1, 3);
    dots.dots(radius, DotInks.of(this, chosen.isEmpty() ? 0.8 : 0.3));
    grid.within(
        now.x(-4),
        now.y(-4),
        now.x(width + 4),
        now.y(height + 4),
        (point, at, up) -> {
          if (!chosen.get(point)) {
            dots.dot(now.px(at) * density, now.py(up) * density, DotInks.number(classes[point]));
          }
        });
    dots.dots(radius, DotInks.of(this, 1));
    for (int point = chosen.nextSetBit(0); point >= 0; point = chosen.nextSetBit(point + 1)) {
      dots.dot(
          now.px(x[point]) * density, now.py(y[point]) * density, DotInks.number(classes[point]));
    }
  }

  private double fitScale() {
    return MapView.fit(grid, Math.max(1, getWidth()), Math.max(1, getHeight())).scale();
  }

  private void line(GraphicsContext g, Lasso drawn) {
    double[] xs = drawn.corners().stream().mapToDouble(Point2D::getX).toArray();
    double[] ys = drawn.corners().stream().mapToDouble(Point2D::getY).toArray();
    g.setFill(ink(Ink.ACCENT, 0.12));
    g.fillPolygon(xs, ys, xs.length);
    g.setStroke(ink(Ink.ACCENT));
    g.setLineWidth(1.5);
    g.strokePolygon(xs, ys, xs.length);
  }

  @Override
  public String exportName() {
    return "map";
  }

  @Override
  public String csv() {
    StringBuilder text = new StringBuilder("point,x,y,kind,chosen\n");
    for (int i = 0; i < x.length; i++) {
      text.append(i).append(',').append(x[i]).append(',').append(y[i]).append(',');
      text.append(classes[i]).append(',').append(chosen.get(i)).append('\n');
    }
    return text.toString();
  }
}
