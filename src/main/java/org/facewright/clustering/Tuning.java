package org.facewright.clustering;

import java.util.Locale;

/**
 * Where the sliders of the tuning bench stand. A rule takes of them what it knows.
 *
 * @param similarity threshold of the cut, -1..1; for the paper's rule the first one tried
 * @param minSamples neighbours, itself included, that make a core image, 1..1000
 * @param leastShare for the paper's rule: share of the images below which it gets laxer, 0..1
 * @param mostShare for the paper's rule: share above which it gets stricter, leastShare..1
 * @param askBand for the fixed rule: how far below the threshold an image is asked about, 0..1
 * @param risk for our rule: chance of a mistake that is taken unasked, 0..0.5
 */
public record Tuning(
    Rule rule,
    double similarity,
    int minSamples,
    double leastShare,
    double mostShare,
    double askBand,
    double risk) {

  public Tuning {
    Ranges.within("similarity", similarity, -1, 1);
    Ranges.within("minSamples", minSamples, 1, 1000);
    Ranges.within("leastShare", leastShare, 0, 1);
    Ranges.within("mostShare", mostShare, leastShare, 1);
    Ranges.within("askBand", askBand, 0, 1);
    Ranges.within("risk", risk, 0, .5);
  }

  /** The usual values of a rule. */
  public static Tuning of(Rule rule) {
    double similarity =
        switch (rule) {
          case PAPER -> PaperPolicy.published().start();
          case GREEDY -> GreedyPolicy.published().similarity();
          case DEFAULT, FIXED -> .35;
        };
    return new Tuning(rule, similarity, 2, .5, .8, .05, DefaultPolicy.standard().missRisk());
  }

  public Tuning withSimilarity(double changed) {
    return new Tuning(rule, changed, minSamples, leastShare, mostShare, askBand, risk);
  }

  public Tuning withMinSamples(int changed) {
    return new Tuning(rule, similarity, changed, leastShare, mostShare, askBand, risk);
  }

  public Tuning withBand(double least, double most) {
    return new Tuning(rule, similarity, minSamples, least, most, askBand, risk);
  }

  public Tuning withAskBand(double changed) {
    return new Tuning(rule, similarity, minSamples, leastShare, mostShare, changed, risk);
  }

  public Tuning withRisk(double changed) {
    return new Tuning(rule, similarity, minSamples, leastShare, mostShare, askBand, changed);
  }

  /** The policy these values describe. */
  public CleaningPolicy policy() {
    PaperPolicy paper = PaperPolicy.published();
    return switch (rule) {
      case DEFAULT -> DefaultPolicy.standard().withRisks(risk, risk);
      case PAPER ->
          new PaperPolicy(
              similarity,
              paper.step(),
              paper.rounds(),
              paper.lowest(),
              paper.highest(),
              leastShare,
              mostShare,
              minSamples);
      case FIXED -> new FixedPolicy(similarity, minSamples, askBand);
      case GREEDY -> new GreedyPolicy(similarity);
    };
  }

  /** The rule with what it was told, for the journal: one clause. */
  public String words() {
    return switch (rule) {
      case DEFAULT -> String.format(Locale.ROOT, "our rule at a risk of %.1f %%", 100 * risk);
      case PAPER ->
          String.format(
              Locale.ROOT,
              "the paper's rule from %.2f, keeping %.0f to %.0f %%",
              similarity,
              100 * leastShare,
              100 * mostShare);
      case FIXED ->
          String.format(
              Locale.ROOT, "fixed threshold %.3f, minimum samples %d", similarity, minSamples);
      case GREEDY -> String.format(Locale.ROOT, "greedy groups at %.3f", similarity);
    };
  }
}
