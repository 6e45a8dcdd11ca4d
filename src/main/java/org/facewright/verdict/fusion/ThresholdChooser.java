package org.facewright.verdict.fusion;

import java.util.Arrays;

/**
 * Chooses thresholds so that the goals are expected to hold and as few images as possible are asked
 * about. Images with the same votes go the same way.
 */
public final class ThresholdChooser {
  private final Goals goals;

  public ThresholdChooser(Goals goals) {
    this.goals = goals;
  }

  /** Sets of images with the same probability, by probability. */
  private record Group(double probability, int images) {}

  public Thresholds choose(VoteTable table, FusionModel model) {
    Patterns patterns = Patterns.of(table);
    Group[] groups = new Group[patterns.size()];
    double bad = 0;
    double reviewed = 0;
    for (int p = 0; p < groups.length; p++) {
      groups[p] = new Group(model.probabilityBad(patterns.patterns()[p]), patterns.unknown()[p]);
      bad += groups[p].probability() * groups[p].images() + patterns.bad()[p];
      reviewed += patterns.good()[p] + patterns.bad()[p];
    }
    Arrays.sort(groups, (a, b) -> Double.compare(a.probability(), b.probability()));
    int keep = keepable(groups, goals.margin() * (1 - goals.recall()) * bad);
    int reject = rejectable(groups, goals.margin() * goals.lost() * (table.images() - bad));
    return squeezed(groups, keep, reject, goals.asked() * table.images() - reviewed);
  }

  /** How many groups, from the surest good ones on, may be kept. */
  private static int keepable(Group[] groups, double mayMiss) {
    int keep = 0;
    double missed = 0;
    while (keep < groups.length && groups[keep].probability() < 0.5) {
      missed += groups[keep].probability() * groups[keep].images();
      if (missed > mayMiss) {
        break;
      }
      keep++;
    }
    return keep;
  }

  /** The first group from which on all may be rejected. */
  private static int rejectable(Group[] groups, double mayLose) {
    int reject = groups.length;
    double lost = 0;
    while (reject > 0 && groups[reject - 1].probability() > 0.5) {
      lost += (1 - groups[reject - 1].probability()) * groups[reject - 1].images();
      if (lost > mayLose) {
        break;
      }
      reject--;
    }
    return reject;
  }

  /** People are asked about no more than agreed: the surest of what is left is decided unasked. */
  private static Thresholds squeezed(Group[] groups, int keepable, int rejectable, double mayAsk) {
    int keep = keepable;
    int reject = rejectable;
    double asked = 0;
    for (int g = keep; g < reject; g++) {
      asked += groups[g].images();
    }
    while (asked > mayAsk && keep < reject) {
      boolean low = groups[keep].probability() <= 1 - groups[reject - 1].probability();
      asked -= low ? groups[keep++].images() : groups[--reject].images();
    }
    double keepUpTo = keep == 0 ? -1 : groups[keep - 1].probability();
    double rejectFrom = reject == groups.length ? 2 : groups[reject].probability();
    return new Thresholds(keepUpTo, rejectFrom);
  }
}
