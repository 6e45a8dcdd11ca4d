package org.facewright.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChartArithmeticTest {
  @Test
  void ticksAreRound() {
    assertThat(new Scale(-0.2, 1, 0, 100).ticks(12)).hasSize(13).contains(0.1 * 3);
    assertThat(new Scale(0, 2000, 0, 100).ticks(4))
        .containsExactly(0.0, 500.0, 1000.0, 1500.0, 2000.0);
    assertThat(new Scale(0, 2000, 0, 100).text(1500, 4)).isEqualTo("1,500");
    assertThat(new Scale(0, 1, 0, 100).text(0.25, 20)).isEqualTo("0.25");
  }

  @Test
  void aConstantCurveStaysItselfUnderSmoothingFromTheFirstPoint() {
    Curve curve = new Curve("a", new double[] {0, 1, 2}, new double[] {5, 5, 5}, Ink.ACCENT, false);
    assertThat(curve.smoothed(0.9)).containsExactly(new double[] {5, 5, 5}, within(1e-12));
    assertThat(curve.nearest(1.4)).isEqualTo(1);
    assertThat(curve.nearest(99)).isEqualTo(2);
  }

  @Test
  void gapsAreKeptAndDoNotSpread() {
    double[] y = {1, Double.NaN, 3};
    double[] smooth = new Curve("a", new double[] {0, 1, 2}, y, Ink.ACCENT, false).smoothed(0.5);
    assertThat(smooth[1]).isNaN();
    assertThat(smooth[2]).isCloseTo((0.25 * 1 + 0.5 * 3) / 0.75, within(1e-12));
  }

  @Test
  void theGridFindsWhatASearchOfAllPointsFinds() {
    Random random = new Random(5);
    float[] x = new float[3000];
    float[] y = new float[3000];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
      y[i] = random.nextFloat() * 40;
    }
    CellGrid grid = new CellGrid(x, y);
    for (int query = 0; query < 200; query++) {
      double px = random.nextGaussian();
      double py = random.nextDouble() * 40;
      int best = -1;
      double least = 0.3 * 0.3;
      BitSet inside = new BitSet();
      for (int i = 0; i < x.length; i++) {
        double square = (x[i] - px) * (x[i] - px) + (y[i] - py) * (y[i] - py);
        if (square <= least) {
          least = square;
          best = i;
        }
        if (x[i] >= px && x[i] <= px + 1 && y[i] >= py && y[i] <= py + 3) {
          inside.set(i);
        }
      }
      BitSet found = new BitSet();
      grid.within(px, py, px + 1, py + 3, (point, at, up) -> found.set(point));
      assertThat(grid.nearest(px, py, 0.3)).isEqualTo(best);
      assertThat(found).isEqualTo(inside);
    }
  }

  @Test
  void gridsOfNoneOneAndEqualPointsWork() {
    assertThat(new CellGrid(new float[0], new float[0]).nearest(0, 0, 1)).isEqualTo(-1);
    assertThat(new CellGrid(new float[] {2}, new float[] {3}).nearest(2, 3, 1)).isZero();
    assertThat(new CellGrid(new float[] {1, 1, 1}, new float[] {1, 1, 1}).nearest(1, 1, 1))
        .isNotNegative();
  }

  @Test
  void aLassoHoldsWhatItSurrounds() {
    Lasso lasso = new Lasso();
    lasso.add(0, 0);
    lasso.add(10, 0);
    lasso.add(10, 10);
    lasso.add(5, 4);
    lasso.add(0, 10);
    assertThat(lasso.contains(2, 2)).isTrue();
    assertThat(lasso.contains(5, 8)).as("in the notch").isFalse();
    assertThat(lasso.contains(-1, 5)).isFalse();
  }

  @Test
  void dotsAreBlendedExactly() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      int dot = premultiplied(random);
      int ground = premultiplied(random);
      int rest = 255 - (dot >>> 24);
      for (int shift = 0; shift < 32; shift += 8) {
        long wanted = (dot >>> shift & 255) + Math.round((ground >>> shift & 255) * rest / 255.0);
        assertThat(DotPainter.over(dot, ground) >>> shift & 255).isEqualTo((int) wanted);
      }
    }
  }

  private static int premultiplied(Random random) {
    int alpha = random.nextInt(256);
    int color = alpha << 24;
    for (int shift = 0; shift < 24; shift += 8) {
      color |= random.nextInt(alpha + 1) << shift;
    }
    return color;
  }

  @Test
  void zoomingKeepsThePlaceUnderThePointer() {
    MapView view = new MapView(1, 2, 10).zoomed(3, 70, 40);
    assertThat(view.x(70)).isCloseTo(8, within(1e-9));
    assertThat(view.y(40)).isCloseTo(6, within(1e-9));
    assertThat(view.scale()).isEqualTo(30);
  }
}
