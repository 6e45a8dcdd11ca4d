package org.facewright.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What an experiment has shown, what it has not, and how far either reaches, in sentences. */
public record Conclusions(List<String> shown, List<String> notShown, List<String> limits) {
  public Conclusions {
    shown = List.copyOf(shown);
    notShown = List.copyOf(notShown);
    limits = List.copyOf(limits);
  }

  public static Conclusions of(Findings findings) {
    List<String> shown = new ArrayList<>();
    List<String> notShown = new ArrayList<>();
    for (String figure : findings.figures()) {
      for (Findings.Difference difference : findings.differences(figure)) {
        (difference.shown() ? shown : notShown).add(sentence(difference));
      }
    }
    return new Conclusions(shown, notShown, limits(findings));
  }

  private static String sentence(Findings.Difference one) {
    String arm = one.contrast().arm();
    String against = one.contrast().against();
    String figure = Measures.title(one.figure());
    Estimate by = one.difference();
    if (by.count() == 0) {
      return "%s and %s: no seed has finished both, or there is nothing to measure."
          .formatted(arm, against);
    }
    String mean = Measures.difference(one.figure(), by.mean());
    if (by.count() == 1) {
      return "%s against %s: %s in %s by one seed, which shows nothing."
          .formatted(arm, against, mean, figure);
    }
    String interval =
        "95 %% interval %s to %s, %d seeds"
            .formatted(
                Measures.difference(one.figure(), by.low()),
                Measures.difference(one.figure(), by.high()),
                by.count());
    return one.shown()
        ? (by.mean() > 0
                ? "%s has a higher %s than %s: %s (%s)."
                : "%s has a lower %s than %s: %s (%s).")
            .formatted(arm, figure, against, mean, interval)
        : "%s and %s do not differ in %s by more than chance may: %s (%s)."
            .formatted(arm, against, figure, mean, interval);
  }

  private static List<String> limits(Findings findings) {
    ExperimentPlan plan = findings.plan();
    List<String> limits = new ArrayList<>();
    if (!findings.complete()) {
      limits.add(
          "%d of %d trials are done; the rest may change all of this."
              .formatted(findings.done(), findings.trials().size()));
    }
    if (plan.question().trains()) {
      limits.add(
          "Shown for one set, one network with one recipe, and "
              + String.join(", ", plan.sets().stream().map(Conclusions::name).toList())
              + ". The interval is over seeds, not over other test pairs or other people.");
      if (plan.question() == Question.CLEANING) {
        limits.add(
            "Every arm sees its pictures equally often, so the larger set also gets more steps;"
                + " thinned at random is the control with as many pictures as cleaned.");
      }
      if (plan.question() == Question.CURRICULUM) {
        limits.add(
            "All orders run for as many steps, to within half an epoch; an order that opens the"
                + " set by and by sees the easy pictures more often.");
      }
    } else {
      limits.add(
          "Measured with the embeddings of "
              + plan.model()
              + ": what that recogniser cannot tell apart counts as alike. The interval is over"
              + " draws of people from one set; sets of the same maker may differ more.");
    }
    limits.add(
        "Each interval stands alone: of twenty without any effect, one would look like one.");
    return limits;
  }

  private static String name(String set) {
    return String.valueOf(Path.of(set).getFileName());
  }
}
