package org.facewright.verdict.fusion;

import java.util.List;

/**
 * The experts who look at (nearly) every image and are believed to be good: their agreement says
 * how hard an image is. One who is only asked about doubtful images, as the language model is, or
 * who is weak, as attributes are, says nothing about that. Immutable.
 */
final class FirstLine {
  private static final double COVERAGE = 0.9;
  private static final double BELIEVED = 0.8;
  private static final VoteLevel[] LEVELS = VoteLevel.values();
  private static final Stratum[] STRATA = Stratum.values();

  private final boolean[] member;

  FirstLine(List<Expert> experts, Patterns patterns) {
    member = new boolean[experts.size()];
    for (int e = 0; e < member.length; e++) {
      long voted = 0;
      long all = 0;
      for (int p = 0; p < patterns.size(); p++) {
        int images = patterns.unknown()[p] + patterns.good()[p] + patterns.bad()[p];
        all += images;
        voted += VoteTable.level(patterns.patterns()[p], e, member.length) >= 0 ? images : 0;
      }
      member[e] = experts.get(e).reliability() >= BELIEVED && voted >= COVERAGE * all;
    }
  }

  Stratum of(long pattern) {
    boolean keeps = false;
    boolean rejects = false;
    boolean unsure = false;
    for (int e = 0; e < member.length; e++) {
      int level = VoteTable.level(pattern, e, member.length);
      if (member[e] && level >= 0) {
        keeps |= LEVELS[level].keeps();
        rejects |= LEVELS[level].rejects();
        unsure |= LEVELS[level] == VoteLevel.UNSURE;
      }
    }
    return STRATA[unsure ? 1 : keeps && rejects ? 2 : 0];
  }
}
