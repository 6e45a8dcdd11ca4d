package org.facewright.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final String FIGURE = Measures.accuracy("pairs");

  private static ExperimentPlan plan(List<Long> seeds) {
    return new ExperimentPlan(
        "cleaning",
        Question.CLEANING,
        Question.CLEANING.arms(),
        seeds,
        "{}",
        List.of("/sets/pairs.bin"),
        null,
        null,
        100);
  }

  /** Each row: raw, cleaned, random by one seed; NaN is not done. */
  private static Findings findings(double[]... rows) {
    List<Long> seeds = new ArrayList<>();
    List<Trial> trials = new ArrayList<>();
    for (int seed = 1; seed <= rows.length; seed++) {
      seeds.add((long) seed);
      for (int arm = 0; arm < 3; arm++) {
        ExperimentPlan.Key key = new ExperimentPlan.Key(Question.CLEANING.arms().get(arm), seed);
        double value = rows[seed - 1][arm];
        trials.add(
            Double.isNaN(value)
                ? Trial.without(key, Trial.State.WAITING)
                : new Trial(key, Trial.State.DONE, Map.of(FIGURE, value), List.of(), Map.of()));
      }
    }
    return new Findings(plan(seeds), trials);
  }

  @Test
  void theIntervalIsStudents() {
    // Table of Student's distribution: t(.975) of 2 and 4 degrees of freedom.
    Estimate three = Estimate.of(1, 2, 3);
    assertThat(three.mean()).isEqualTo(2);
    assertThat(three.deviation()).isEqualTo(1);
    assertThat(three.high() - three.mean()).isCloseTo(4.30265 / Math.sqrt(3), within(1e-4));
    Estimate five = Estimate.of(1, 2, 3, 4, 5);
    assertThat(five.mean() - five.low())
        .isCloseTo(2.77645 * Math.sqrt(2.5) / Math.sqrt(5), within(1e-4));
    assertThat(Estimate.of(7).low()).isNaN();
    assertThat(Estimate.of(7).apartFromZero()).isFalse();
    assertThat(Estimate.of().mean()).isNaN();
  }

  @Test
  void aDifferenceThatEverySeedShowsIsShownAndOneWithinChanceIsNot() {
    // Cleaned is .02 better by every seed although the seeds differ by more than that.
    Findings findings =
        findings(
            new double[] {.90, .9201, .91},
            new double[] {.80, .8199, .79},
            new double[] {.95, .9700, .95});
    List<Findings.Difference> differences = findings.differences(FIGURE);
    assertThat(differences)
        .extracting(one -> one.contrast().arm() + "/" + one.contrast().against())
        .containsExactly("cleaned/raw", "random/raw", "cleaned/random");
    assertThat(differences.getFirst().shown()).isTrue();
    assertThat(differences.getFirst().difference().mean()).isCloseTo(.02, within(1e-9));
    assertThat(differences.get(1).shown()).isFalse();

    Conclusions conclusions = Conclusions.of(findings);
    assertThat(conclusions.shown())
        .anyMatch(
            one -> one.contains("cleaned has a higher accuracy on pairs than raw: +2.00 points"));
    assertThat(conclusions.notShown()).anyMatch(one -> one.contains("by more than chance may"));
    assertThat(conclusions.limits()).anyMatch(one -> one.contains("pairs.bin"));
  }

  @Test
  void oneSeedShowsNothingAndWhatIsMissingIsSaid() {
    Conclusions one = Conclusions.of(findings(new double[] {.5, .9, .5}));
    assertThat(one.shown()).isEmpty();
    assertThat(one.notShown()).anyMatch(sentence -> sentence.contains("which shows nothing"));

    double no = Double.NaN;
    Findings begun = findings(new double[] {.5, .9, no}, new double[] {.5, no, no});
    assertThat(begun.complete()).isFalse();
    assertThat(begun.differences(FIGURE).getFirst().difference().count()).isEqualTo(1);
    Conclusions partly = Conclusions.of(begun);
    assertThat(partly.notShown()).anyMatch(each -> each.contains("no seed has finished both"));
    assertThat(partly.limits()).anyMatch(each -> each.startsWith("3 of 6 trials are done"));
  }

  @Test
  void aPlanWithoutJudgeOrWithOneArmIsRefused() {
    assertThatThrownBy(
            () ->
                new ExperimentPlan(
                    "x",
                    Question.CLEANING,
                    List.of("raw"),
                    List.of(1L),
                    "",
                    List.of(),
                    null,
                    null,
                    2))
        .hasMessageContaining("two different arms");
    assertThatThrownBy(
            () ->
                new ExperimentPlan(
                    "x",
                    Question.CLEANING,
                    Question.CLEANING.arms(),
                    List.of(1L),
                    "",
                    List.of(),
                    null,
                    null,
                    2))
        .hasMessageContaining("verification set");
    assertThatThrownBy(() -> plan(List.of(1L, 1L))).hasMessageContaining("each of them once");
  }
}
