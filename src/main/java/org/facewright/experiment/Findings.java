package org.facewright.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the trials of an experiment say, as far as they are done. Immutable. */
public record Findings(ExperimentPlan plan, List<Trial> trials) {
  public Findings {
    trials = List.copyOf(trials);
  }

  /**
   * Two arms compared, seed by seed.
   *
   * @param difference arm minus the one it is compared with, of the seeds that both have done
   */
  public record Difference(ExperimentPlan.Contrast contrast, String figure, Estimate difference) {
    /** Whether the difference is more than chance would make of it. */
    public boolean shown() {
      return difference.apartFromZero();
    }
  }

  public long done() {
    return trials.stream().filter(Trial::done).count();
  }

  public boolean complete() {
    return done() == trials.size();
  }

  /** The names of what was measured, the most telling first; empty before the first is done. */
  public List<String> figures() {
    return trials.stream()
        .flatMap(trial -> trial.figures().keySet().stream())
        .distinct()
        .sorted(Measures.ORDER)
        .toList();
  }

  /** The trials of an arm. */
  public List<Trial> of(String arm) {
    return trials.stream().filter(trial -> trial.key().arm().equals(arm)).toList();
  }

  /** A figure of an arm over its seeds. */
  public Estimate estimate(String arm, String figure) {
    return Estimate.of(values(arm, figure));
  }

  /** A figure of an arm, one number for each trial that is done. */
  public double[] values(String arm, String figure) {
    return of(arm).stream()
        .map(trial -> trial.figures().get(figure))
        .filter(java.util.Objects::nonNull)
        .mapToDouble(value -> value)
        .toArray();
  }

  /** Every contrast of the plan in one figure. */
  public List<Difference> differences(String figure) {
    List<Difference> all = new ArrayList<>();
    for (ExperimentPlan.Contrast contrast : plan.contrasts()) {
      Map<Long, Trial> against =
          of(contrast.against()).stream()
              .collect(Collectors.toMap(trial -> trial.key().seed(), Function.identity()));
      double[] paired =
          of(contrast.arm()).stream()
              .map(trial -> minus(trial, against.get(trial.key().seed()), figure))
              .flatMap(Optional::stream)
              .mapToDouble(value -> value)
              .toArray();
      all.add(new Difference(contrast, figure, Estimate.of(paired)));
    }
    return all;
  }

  private static Optional<Double> minus(
      Trial one, @org.jspecify.annotations.Nullable Trial other, String figure) {
    Double a = one.figures().get(figure);
    Double b = other == null ? null : other.figures().get(figure);
    return a == null || b == null ? Optional.empty() : Optional.of(a - b);
  }

  /** A fact of an arm's first trial that is done, such as its pictures. */
  public Optional<Long> fact(String arm, String name) {
    return of(arm).stream()
        .filter(Trial::done)
        .map(trial -> trial.facts().get(name))
        .filter(java.util.Objects::nonNull)
        .findFirst();
  }
}
