package org.facewright.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Map;
import java.util.SplittableRandom;
import org.facewright.vector.FloatMatrix;
import org.junit.jupiter.api.Test;

class VerificationTest {
  @Test
  void aCurveCountsByHand() {
    // Falling scores: same, same, other, same, other.
    Roc roc =
        Roc.of(new double[] {.9, .8, .7, .6, .5}, new boolean[] {true, true, false, true, false});
    assertThat(roc.tarAt(0)).isCloseTo(2 / 3.0, offset(1e-12));
    assertThat(roc.tarAt(0.5)).isEqualTo(1);
    assertThat(roc.area()).isCloseTo(5 / 6.0, offset(1e-12));
    assertThat(roc.equalErrorRate()).isCloseTo(1 / 3.0, offset(1e-12));
  }

  @Test
  void equalScoresAreOnePoint() {
    Roc roc = Roc.of(new double[] {.5, .5, .5, .5}, new boolean[] {true, false, true, false});
    assertThat(roc.area()).isEqualTo(0.5);
    assertThat(roc.equalErrorRate()).isEqualTo(0.5);
  }

  @Test
  void aCurveNeedsBothKindsOfPairs() {
    assertThatThrownBy(() -> Roc.of(new double[] {.5, .6}, new boolean[] {true, true}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pairs of two");
  }

  @Test
  void theIntervalOfAShareHasTheTextbookWidth() {
    boolean[] right = new boolean[1000];
    for (int i = 0; i < 900; i++) {
      right[i] = true;
    }
    Interval interval = Bootstrap.standard(7).ofShare(right);
    double half = 1.96 * Math.sqrt(.9 * .1 / 1000);
    assertThat(interval.low()).isCloseTo(.9 - half, offset(.004));
    assertThat(interval.high()).isCloseTo(.9 + half, offset(.004));
    assertThat(Bootstrap.standard(7).ofShare(right)).isEqualTo(interval);
  }

  @Test
  void separableFeaturesScoreHighAndRandomOnesDoNot() {
    assertThat(result(0.2).accuracy()).isGreaterThan(0.97);
    assertThat(result(0.2).eer()).isLessThan(0.05);
    assertThat(result(0.2).tarAtFar()).containsOnlyKeys(1e-2, 1e-1);
    assertThat(result(30).accuracy()).isLessThan(0.6);
  }

  private static VerificationResult result(double noise) {
    SplittableRandom random = new SplittableRandom(3);
    int pairs = 400;
    float[] values = new float[2 * pairs * 16];
    boolean[] same = new boolean[pairs];
    for (int pair = 0; pair < pairs; pair++) {
      same[pair] = pair % 2 == 0;
      for (int i = 0; i < 16; i++) {
        double one = random.nextGaussian();
        double other = same[pair] ? one : random.nextGaussian();
        values[pair * 32 + i] = (float) (one + noise * random.nextGaussian());
        values[pair * 32 + 16 + i] = (float) (other + noise * random.nextGaussian());
      }
    }
    return VerificationResult.of(
        new FloatMatrix(2 * pairs, 16, values), same, new Bootstrap(100, 0.95, 1));
  }

  @Test
  void aFeatureWithoutDirectionIsNamed() {
    FloatMatrix features = new FloatMatrix(20, 2, new float[40]);
    assertThatThrownBy(
            () -> VerificationResult.of(features, new boolean[10], Bootstrap.standard(1)))
        .hasMessageContaining("Feature 0");
  }

  @Test
  void framesOfOneVideoCountAsOnePicture() {
    FloatMatrix faces = new FloatMatrix(4, 2, new float[] {1, 0, 1, 0, 0, 1, 3, 3});
    TemplateProtocol plain = new TemplateProtocol(true, false);
    Map<Integer, float[]> templates =
        plain.templates(
            faces, new int[] {7, 7, 7, 2}, new int[] {1, 1, 9, 1}, new float[] {1, 1, 1, 1});
    float half = (float) Math.sqrt(0.5);
    assertThat(templates.keySet()).containsExactly(2, 7);
    assertThat(templates.get(7)).containsExactly(half, half);
    assertThat(TemplateProtocol.scores(templates, new int[] {2}, new int[] {7})[0])
        .isCloseTo(1, offset(1e-6));
    assertThatThrownBy(() -> TemplateProtocol.scores(templates, new int[] {2}, new int[] {5}))
        .hasMessageContaining("template 5");
  }

  @Test
  void detectorScoresAndLengthsWeighFaces() {
    FloatMatrix faces = new FloatMatrix(2, 2, new float[] {2, 0, 0, 1});
    int[] template = {1, 1};
    int[] media = {1, 2};
    float[] scores = {1, 0.5f};
    assertThat(TemplateProtocol.published().templates(faces, template, media, scores).get(1))
        .containsExactly((float) (4 / Math.sqrt(17)), (float) (1 / Math.sqrt(17)));
    assertThat(new TemplateProtocol(false, true).templates(faces, template, media, scores).get(1))
        .containsExactly((float) (2 / Math.sqrt(5)), (float) (1 / Math.sqrt(5)));
  }

  @Test
  void publishedFiguresShipWithTheirSources() {
    assertThat(PublishedResult.all())
        .contains(
            new PublishedResult(
                "HSFace300K", 15_000_000, "AgeDB-30", "accuracy", 94.45, "arXiv 2409.02979"))
        .allSatisfy(result -> assertThat(result.percent()).isBetween(50.0, 100.0))
        .allSatisfy(result -> assertThat(result.source()).isNotBlank());
  }
}
