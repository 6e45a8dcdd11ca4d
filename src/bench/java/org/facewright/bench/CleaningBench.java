package org.facewright.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facewright.clustering.Cleaner;
import org.facewright.clustering.CleaningOutcome;
import org.facewright.clustering.CleaningPolicy;
import org.facewright.clustering.Constraints;
import org.facewright.clustering.DefaultPolicy;
import org.facewright.clustering.FixedPolicy;
import org.facewright.clustering.GraphBuilder;
import org.facewright.clustering.PaperPolicy;
import org.facewright.project.ImageState;

/**
 * How well the cleaning policies do on a set of which the truth is known, on parts of it and under
 * other noise. Arguments: embeddings (.npy or raw float32) and truth (CSV whose last column says 1
 * for mislabeled), rows in the same order. As a third, {@code risks} shows the default policy at
 * several risks; {@code wrong} lists its errors, {@code wrong N SEED} those among N identities
 * drawn by a seed.
 */
public final class CleaningBench {
  private static final List<CleaningPolicy> POLICIES =
      List.of(DefaultPolicy.standard(), PaperPolicy.published(), new FixedPolicy(.35, 2, 0));

  private static final List<CleaningPolicy> RISKS =
      Stream.of(.1, .05, .02, .01, .005)
          .<CleaningPolicy>map(risk -> DefaultPolicy.standard().withRisks(risk, risk))
          .toList();

  private final List<CleaningPolicy> policies;

  private CleaningBench(List<CleaningPolicy> policies) {
    this.policies = policies;
  }

  /** Counts over one or more runs. */
  private record Score(int wrong, int missed, int right, int lost, int asked) {
    Score plus(Score other) {
      return new Score(
          wrong + other.wrong,
          missed + other.missed,
          right + other.right,
          lost + other.lost,
          asked + other.asked);
    }

    String line() {
      return "%7.2f %4d | %6.2f %4d | %5.2f"
          .formatted(
              100 * (1 - missed / (double) Math.max(1, wrong)),
              missed,
              100.0 * lost / right,
              lost,
              100.0 * asked / (wrong + right));
    }
  }

  public static void main(String[] args) throws Exception {
    LabelledRows all = LabelledRows.read(Path.of(args[0]), Path.of(args[1]));
    String what = args.length > 2 ? args[2] : "policies";
    switch (what) {
      case "wrong" ->
          listErrors(
              args.length > 4 ? all.some(Integer.parseInt(args[3]), Long.parseLong(args[4])) : all);
      case "risks" -> new CleaningBench(RISKS).report(all);
      default -> new CleaningBench(POLICIES).report(all);
    }
  }

  private void report(LabelledRows all) throws Exception {
    System.out.printf(
        "%-48s %-13s | %12s | %11s | %s%n",
        "split (wrong / right images)", "policy", "found %  n-", "lost %   n", "asked %");
    int identities = all.identities();
    report("as given", Stream.of(all));
    report("random halves x 10", seeds(10).map(s -> all.some(identities / 2, s)));
    report("10 identities x 20", seeds(20).map(s -> all.some(Math.min(10, identities), s)));
    report("3 identities x 40", seeds(40).map(s -> all.some(Math.min(3, identities), s)));
    report("each identity alone", IntStream.range(0, identities).mapToObj(all::only));
    for (int percent : new int[] {0, 5, 20, 50}) {
      report(
          percent + " % swapped x 5",
          seeds(5).map(s -> all.swapped(percent / 100.0, 10_000, 10_000, s)));
    }
    for (int percent : new int[] {0, 10, 20, 40}) {
      report(
          "5-8 images, " + percent + " % swapped x 10",
          seeds(10).map(s -> all.swapped(percent / 100.0, 5, 8, s)));
    }
  }

  private static Stream<Long> seeds(int count) {
    return IntStream.range(0, count).mapToObj(s -> 100L + s);
  }

  private void report(String split, Stream<LabelledRows> runs) throws Exception {
    List<LabelledRows> sets = runs.toList();
    for (CleaningPolicy policy : policies) {
      Score sum = new Score(0, 0, 0, 0, 0);
      for (LabelledRows set : sets) {
        sum = sum.plus(score(set, outcome(set, policy)));
      }
      String title = split + " (" + sum.wrong() + " / " + sum.right() + ")";
      boolean first = policy == policies.getFirst();
      System.out.printf("%-48s %-13s | %s%n", first ? title : "", name(policy), sum.line());
    }
  }

  private static String name(CleaningPolicy policy) {
    return switch (policy) {
      case DefaultPolicy ours -> "%s %.3f".formatted(ours.name(), ours.missRisk());
      case FixedPolicy fixed -> "%s %.2f".formatted(fixed.name(), fixed.similarity());
      default -> policy.name();
    };
  }

  private static CleaningOutcome outcome(LabelledRows set, CleaningPolicy policy) throws Exception {
    return new Cleaner(set, new GraphBuilder(set, 1).build(done -> {}, () -> false))
        .clean(policy, Constraints.none(), () -> false);
  }

  private static Score score(LabelledRows set, CleaningOutcome outcome) {
    Score score = new Score(0, 0, 0, 0, 0);
    for (int k = 0; k < set.identities(); k++) {
      for (int i = 0; i < set.size(k); i++) {
        ImageState state = outcome.state(outcome.layout().first(k) + i);
        boolean wrong = set.wrong().get(k).get(i);
        score =
            score.plus(
                new Score(
                    wrong ? 1 : 0,
                    wrong && state == ImageState.KEPT ? 1 : 0,
                    wrong ? 0 : 1,
                    !wrong && state == ImageState.REJECTED ? 1 : 0,
                    state == ImageState.AMBIGUOUS ? 1 : 0));
      }
    }
    return score;
  }

  private static void listErrors(LabelledRows set) throws Exception {
    CleaningOutcome outcome = outcome(set, DefaultPolicy.standard());
    for (int k = 0; k < set.identities(); k++) {
      for (int i = 0; i < set.size(k); i++) {
        int image = outcome.layout().first(k) + i;
        boolean wrong = set.wrong().get(k).get(i);
        if (outcome.state(image) != (wrong ? ImageState.REJECTED : ImageState.KEPT)) {
          System.out.printf(
              "%06d %3d %s %s %s%n",
              k, i, wrong ? "wrong" : "right", outcome.state(image), outcome.reasonText(image));
        }
      }
    }
  }
}
