package org.facewright.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.facewright.image.Similarity;
import org.junit.jupiter.api.Test;

class SimilarityFitTest {
  private static final List<Point> TEMPLATE = FivePoints.ARCFACE_112.all();

  private static List<Point> moved(Similarity by) {
    return TEMPLATE.stream()
        .map(point -> new Point(by.x(point.x(), point.y()), by.y(point.x(), point.y())))
        .toList();
  }

  @Test
  void findsAnExactSimilarity() {
    Similarity made = new Similarity(1.7, -.6, 40, -12);
    Similarity found = SimilarityFit.fit(TEMPLATE, moved(made));
    assertThat(found.a()).isCloseTo(1.7, within(1e-12));
    assertThat(found.b()).isCloseTo(-.6, within(1e-12));
    assertThat(found.tx()).isCloseTo(40, within(1e-9));
    assertThat(found.ty()).isCloseTo(-12, within(1e-9));
    assertThat(found.rotation()).isCloseTo(Math.toDegrees(Math.atan2(-.6, 1.7)), within(1e-9));
  }

  @Test
  void noOtherSimilarityIsNearer() {
    Random random = new Random(8);
    List<Point> noisy = new ArrayList<>();
    for (Point point : moved(new Similarity(.8, .3, 5, 9))) {
      noisy.add(
          new Point(point.x() + 4 * random.nextGaussian(), point.y() + 4 * random.nextGaussian()));
    }
    Similarity best = SimilarityFit.fit(TEMPLATE, noisy);
    double least = error(best, noisy);
    for (int i = 0; i < 500; i++) {
      Similarity other =
          new Similarity(
              best.a() + .02 * random.nextGaussian(),
              best.b() + .02 * random.nextGaussian(),
              best.tx() + random.nextGaussian(),
              best.ty() + random.nextGaussian());
      assertThat(error(other, noisy)).isGreaterThanOrEqualTo(least);
    }
  }

  private static double error(Similarity similarity, List<Point> to) {
    double sum = 0;
    for (int i = 0; i < to.size(); i++) {
      Point from = TEMPLATE.get(i);
      double x = similarity.x(from.x(), from.y()) - to.get(i).x();
      double y = similarity.y(from.x(), from.y()) - to.get(i).y();
      sum += x * x + y * y;
    }
    return sum;
  }

  @Test
  void pointsInOnePlaceFitNothing() {
    List<Point> same = Collections.nCopies(5, new Point(3, 3));
    assertThatThrownBy(() -> SimilarityFit.fit(same, TEMPLATE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
