package org.facewright.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.facewright.project.ImageState;
import org.junit.jupiter.api.Test;

class OutcomeChangeTest {
  /** Rows in the plane at these angles (degrees), twelve to an identity. */
  private static RowsSource fan(double... angles) {
    float[] rows = new float[angles.length * 2];
    for (int i = 0; i < angles.length; i++) {
      rows[2 * i] = (float) Math.cos(Math.toRadians(angles[i]));
      rows[2 * i + 1] = (float) Math.sin(Math.toRadians(angles[i]));
    }
    return new RowsSource(rows, 2, 12, angles.length - 12);
  }

  private final RowsSource source =
      fan(
          0, 1, 2, 3, 4, 5, 6, 7, 8, 40, 41, 75, // 9 together, 2 at 32 degrees from them, 1 far
          0, 1, 2, 3);
  private final Cleaner cleaner = new Cleaner(source, source.graph());

  private CleaningOutcome at(double degrees, double askBand) {
    CleaningPolicy policy = new FixedPolicy(Math.cos(Math.toRadians(degrees)), 2, askBand);
    return cleaner.clean(policy, Constraints.none(), () -> false);
  }

  @Test
  void tellsWhichImagesChangeAndHow() {
    OutcomeChange change = new OutcomeChange(at(33, 0), at(10, 0));
    assertThat(change.images()).containsExactly(9, 10);
    assertThat(change.moves()).isEqualTo(Map.of(ImageState.KEPT, Map.of(ImageState.REJECTED, 2)));
    assertThat(new OutcomeChange(at(33, 0), at(33, 0)).images()).isEmpty();
  }

  @Test
  void tellsWhichIdentitiesBecomeTooSmall() {
    OutcomeChange change = new OutcomeChange(at(33, 0), at(10, 0));
    assertThat(change.before().identitiesBelow(10)).containsExactly(1);
    assertThat(change.after().identitiesBelow(10)).containsExactly(0, 1);
    assertThat(change.identitiesFallingBelow(10)).containsExactly(0);
  }

  @Test
  void theBandBelowTheThresholdIsAskedAbout() {
    double reachesTheTwo = Math.cos(Math.toRadians(10)) - Math.cos(Math.toRadians(34));
    CleaningOutcome outcome = at(10, reachesTheTwo);
    assertThat(outcome.count(0, ImageState.KEPT)).isEqualTo(9);
    assertThat(outcome.count(0, ImageState.AMBIGUOUS)).isEqualTo(2);
    assertThat(outcome.reason(9)).isEqualTo(Reason.NEAR_CLUSTER);
    assertThat(outcome.state(11)).isEqualTo(ImageState.REJECTED);
    assertThat(outcome.reasonText(11))
        .isEqualTo("outside the identity's main cluster (0.33 to its centre, threshold 0.98)");
  }

  @Test
  void similarityIsToTheCentreOfTheOtherKeptImages() {
    CleaningOutcome outcome = at(10, 0);
    assertThat(outcome.similarity(0))
        .isCloseTo((float) Math.cos(Math.toRadians(4.5)), within(2e-4f)); // 1 to 8 degrees
    assertThat(outcome.similarity(11))
        .isCloseTo((float) Math.cos(Math.toRadians(71)), within(2e-4f)); // 0 to 8 degrees
  }

  @Test
  void outcomesOfDifferentImagesAreNotCompared() {
    RowsSource other = fan(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    CleaningOutcome foreign =
        new Cleaner(other, other.graph())
            .clean(new FixedPolicy(.5, 2, 0), Constraints.none(), () -> false);
    assertThatThrownBy(() -> new OutcomeChange(at(10, 0), foreign))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
