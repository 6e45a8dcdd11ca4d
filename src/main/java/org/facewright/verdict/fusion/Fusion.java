package org.facewright.verdict.fusion;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The experts' votes on a set of images, fused. A person's word is final: no vote changes it.
 * Thread-safe as long as nobody writes to the table.
 */
public final class Fusion {
  private final VoteTable table;
  private final Calibration calibration;
  private final Thresholds thresholds;

  /** With thresholds of the user's own. */
  public Fusion(VoteTable table, Calibration calibration, Thresholds thresholds) {
    this.table = table;
    this.calibration = calibration;
    this.thresholds = thresholds;
  }

  /** Calibrates on what people said so far, and chooses thresholds for the goals. */
  public static Fusion of(VoteTable table, CalibrationSettings settings, Goals goals) {
    Calibration calibration = new Calibrator(settings).calibrate(table);
    return new Fusion(
        table, calibration, new ThresholdChooser(goals).choose(table, calibration.model()));
  }

  public Ruled rule(int image) {
    return switch (table.person(image)) {
      case 0 -> Ruled.PERSON_KEPT;
      case 1 -> Ruled.PERSON_REJECTED;
      default -> thresholds.rule(probabilityBad(image));
    };
  }

  /** What the votes say, 0..1, whatever a person said. */
  public double probabilityBad(int image) {
    return calibration.model().probabilityBad(table, image);
  }

  /**
   * Images to show people although the experts decided on them: of those with the same votes whose
   * expected errors add up to most, a sample that depends on nothing but their places. What people
   * say of them makes the experts' verdict on all the others surer.
   *
   * @return places of images, at most {@code most}
   */
  public List<Integer> audit(int most) {
    Map<Long, Double> risks = new HashMap<>();
    for (int image = 0; image < table.images(); image++) {
      if (decidedUnseen(image)) {
        double p = probabilityBad(image);
        risks.merge(table.pattern(image), Math.min(p, 1 - p), Double::sum);
      }
    }
    return risks.entrySet().stream()
        .max(Map.Entry.<Long, Double>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(worst -> sample(worst.getKey(), most))
        .orElse(List.of());
  }

  private boolean decidedUnseen(int image) {
    Ruled ruled = rule(image);
    return ruled == Ruled.AUTO_KEEP || ruled == Ruled.AUTO_REJECT;
  }

  private List<Integer> sample(long pattern, int most) {
    return IntStream.range(0, table.images())
        .filter(image -> table.pattern(image) == pattern && decidedUnseen(image))
        .boxed()
        .sorted(Comparator.comparingLong(image -> new SplittableRandom(image).nextLong()))
        .limit(most)
        .toList();
  }

  public Calibration calibration() {
    return calibration;
  }

  public Thresholds thresholds() {
    return thresholds;
  }

  public Funnel funnel() {
    return Funnel.of(table, this);
  }
}
