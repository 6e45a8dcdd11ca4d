package org.facewright.generation.vec2face.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.inference.nearest.KernelScreen;
import org.facewright.inference.nearest.Screen;
import org.facewright.inference.nearest.TorchScreen;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.network.Precision;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;
import org.junit.jupiter.api.Test;

class SeparationTest {
  private static final int DIM = 16;
  private static final double THRESHOLD = .5;

  /** Few dimensions: most candidates are near a kept one. */
  private static List<float[]> naive(VectorSource source, int count, int tries) {
    List<float[]> kept = new ArrayList<>();
    for (int i = 0; i < tries && kept.size() < count; i++) {
      float[] row = source.rows(i, 1).row(0);
      Kernels.normalise(row, 0, DIM);
      if (kept.stream().noneMatch(k -> Kernels.dot(k, 0, row, 0, DIM) > THRESHOLD)) {
        kept.add(row);
      }
    }
    return kept;
  }

  private static List<float[]> drawn(VectorSource source, int count, Screen screen)
      throws Exception {
    List<float[]> kept = new ArrayList<>();
    new Separation(THRESHOLD, 6000, () -> false, n -> {})
        .draw(
            source,
            count,
            screen,
            row -> {
              Kernels.normalise(row, 0, row.length);
              kept.add(row);
            });
    return kept;
  }

  @Test
  void everyScreenKeepsExactlyWhatTheDefinitionKeeps() throws Exception {
    VectorSource source = new VectorSource.Gaussian(DIM, 7);
    List<float[]> expected = naive(source, 200, 6000);
    assertThat(expected).hasSizeBetween(60, 200);
    try (KernelScreen screen = new KernelScreen(DIM)) {
      assertSame(drawn(source, 200, screen), expected);
    }
    try (TorchEngine engine = new TorchEngine(1)) {
      for (Precision precision : Precision.values()) {
        try (TorchScreen screen = new TorchScreen(engine, 200, DIM, precision)) {
          assertSame(drawn(source, 200, screen), expected);
        }
      }
    }
  }

  private static void assertSame(List<float[]> got, List<float[]> expected) {
    assertThat(got).hasSameSizeAs(expected);
    for (int i = 0; i < got.size(); i++) {
      assertThat(got.get(i)).isEqualTo(expected.get(i));
    }
  }

  @Test
  void anImpossibleWishEndsAndCancellingIsHeard() throws Exception {
    VectorSource source = new VectorSource.Gaussian(2, 1);
    Separation.Outcome outcome =
        new Separation(.3, 3000, () -> false, n -> {})
            .draw(source, 1000, new KernelScreen(2), row -> {});
    assertThat(outcome.candidates()).isEqualTo(3000L);
    assertThat(outcome.kept()).isBetween(2L, 6L);
    Separation cancelled = new Separation(.3, 3000, () -> true, n -> {});
    assertThatThrownBy(() -> cancelled.draw(source, 5, new KernelScreen(source.dim()), row -> {}))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void theCurveCountsIdentitiesWithoutAnEarlierTwin() throws Exception {
    SplittableRandom random = new SplittableRandom(2);
    float[] rows = new float[10 * 64];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextGaussian();
    }
    System.arraycopy(rows, 0, rows, 7 * 64, 64); // the eighth repeats the first
    for (int i = 0; i < 64; i++) {
      rows[9 * 64 + i] = 5 * rows[2 * 64 + i]; // the tenth the third, longer
    }
    SeparabilityCurve curve =
        SeparabilityCurve.of(new FloatMatrix(10, 64, rows), .4, 10, new KernelScreen(64));
    assertThat(curve.points()).hasSize(10);
    assertThat(curve.points().get(6).share()).isEqualTo(1);
    assertThat(curve.points().get(7).share()).isCloseTo(7 / 8.0, within(1e-9));
    assertThat(curve.points().getLast()).isEqualTo(new SeparabilityCurve.Point(10, .8));
    assertThat(curve.csv()).startsWith("identities,share_separate").contains("10,0.800000");
  }

  @Test
  void drawnVectorsLieAsTheCentresDo() throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    float[] rows = new float[500 * 3];
    for (int i = 0; i < 500; i++) {
      double a = random.nextGaussian();
      rows[3 * i] = (float) (1 + 2 * a);
      rows[3 * i + 1] = (float) (-a + .5 * random.nextGaussian());
      rows[3 * i + 2] = 4;
    }
    CentreGaussian source = new CentreGaussian(new FloatMatrix(500, 3, rows), 1);
    FloatMatrix drawn = source.rows(0, 4000);
    double mean = 0;
    double product = 0;
    for (int i = 0; i < 4000; i++) {
      float[] row = drawn.row(i);
      mean += row[0] / 4000;
      product += (row[0] - 1) * row[1] / 4000;
      assertThat(row[2]).isCloseTo(4, within(1e-4f));
    }
    assertThat(mean).isCloseTo(1, within(.25));
    assertThat(product).isCloseTo(-2, within(.4));
    assertThat(source.rows(17, 1).row(0)).isEqualTo(drawn.row(17));
    assertThatThrownBy(() -> new CentreGaussian(new FloatMatrix(1, 3, new float[3]), 1))
        .isInstanceOf(Vec2FaceException.class);
  }
}
