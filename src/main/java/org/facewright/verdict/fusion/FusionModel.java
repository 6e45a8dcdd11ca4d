package org.facewright.verdict.fusion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Turns votes into the probability that an image does not belong: log-odds of the share of such
 * images in its stratum, plus for each vote how much likelier it is there on an image that does not
 * belong than on one that does. What people said of images with the very same votes then counts
 * against that estimate. Immutable.
 */
public final class FusionModel {
  private static final double LEAST = .1;
  private static final double HEARD = .8;

  private final List<Expert> experts;
  private final FirstLine firstLine;
  private final CalibrationSettings settings;
  private final int[] familyOf;
  private final Map<Stratum, Double> logOdds = new EnumMap<>(Stratum.class);

  /** By stratum, [expert][level]: log of P(level | bad) / P(level | good). */
  private final Map<Stratum, double[][]> weights = new EnumMap<>(Stratum.class);

  private final Map<Long, int[]> reviewed;

  /**
   * @param reviewed how many good and bad images people found, by pattern
   */
  FusionModel(
      List<Expert> experts,
      FirstLine firstLine,
      CalibrationSettings settings,
      Map<Stratum, VoteCounts> counts,
      Map<Long, int[]> reviewed) {
    this.experts = experts;
    this.firstLine = firstLine;
    this.settings = settings;
    this.reviewed = reviewed;
    counts.forEach(
        (stratum, count) -> {
          double share = count.badShare();
          logOdds.put(stratum, Math.log(share / (1 - share)));
          weights.put(stratum, count.weights());
        });
    Map<String, Integer> families = new HashMap<>();
    this.familyOf =
        experts.stream()
            .mapToInt(e -> families.computeIfAbsent(e.family(), f -> families.size()))
            .toArray();
  }

  /**
   * One expert's part in a verdict.
   *
   * @param logOdds by how much its vote moves the log-odds: above 0 speaks against the image
   */
  public record Part(Expert expert, VoteLevel vote, double logOdds) {}

  /** What each expert that voted contributes, in the experts' order. */
  public List<Part> parts(VoteTable table, int image) {
    long pattern = table.pattern(image);
    double[][] weight = Objects.requireNonNull(weights.get(firstLine.of(pattern)));
    List<Part> parts = new ArrayList<>();
    for (int e = 0; e < experts.size(); e++) {
      int level = VoteTable.level(pattern, e, experts.size());
      if (level >= 0) {
        double part = weight[e][level] * share(pattern, e);
        parts.add(new Part(experts.get(e), VoteLevel.values()[level], part));
      }
    }
    return parts;
  }

  public Stratum stratum(VoteTable table, int image) {
    return firstLine.of(table.pattern(image));
  }

  /** 0..1; what the votes say, whatever a person said of this very image. */
  public double probabilityBad(VoteTable table, int image) {
    return probabilityBad(table.pattern(image));
  }

  double probabilityBad(long pattern) {
    double expected = byVotes(pattern);
    int[] people = reviewed.get(pattern);
    if (people == null) {
      return expected;
    }
    double strength = settings.patternImages();
    return (strength * expected + people[1]) / (strength + people[0] + people[1]);
  }

  /** By Bayes' rule alone. */
  double byVotes(long pattern) {
    Stratum stratum = firstLine.of(pattern);
    double[][] weight = Objects.requireNonNull(weights.get(stratum));
    double sum = Objects.requireNonNull(logOdds.get(stratum));
    for (int e = 0; e < experts.size(); e++) {
      int level = VoteTable.level(pattern, e, experts.size());
      if (level >= 0) {
        sum += weight[e][level] * share(pattern, e);
      }
    }
    double bad = 1 / (1 + Math.exp(-sum));
    return contradicted(pattern) ? Math.clamp(bad, LEAST, 1 - LEAST) : bad;
  }

  /**
   * Whether an expert that is sure is contradicted by one that looks at something else. Then what
   * the experts showed elsewhere says little: either may be wrong for a reason of its own, and only
   * people's words on such images make the estimate surer than {@link #LEAST}.
   */
  private boolean contradicted(long pattern) {
    for (int e = 0; e < experts.size(); e++) {
      for (int f = 0; f < experts.size(); f++) {
        if (familyOf[e] != familyOf[f] && opposed(pattern, e, f)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean opposed(long pattern, int sure, int other) {
    int says = VoteTable.level(pattern, sure, experts.size());
    int against = VoteTable.level(pattern, other, experts.size());
    if (says < 0 || against < 0 || !heard(sure) || !heard(other)) {
      return false;
    }
    VoteLevel mine = VoteLevel.values()[says];
    VoteLevel theirs = VoteLevel.values()[against];
    boolean opposed =
        mine == VoteLevel.KEEP_SURE && theirs.rejects()
            || mine == VoteLevel.REJECT_SURE && theirs.keeps();
    return opposed && !outvoted(pattern, other, says);
  }

  /** Whether another of its family is just as sure of the contrary: then that one speaks for it. */
  private boolean outvoted(long pattern, int expert, int says) {
    for (int e = 0; e < experts.size(); e++) {
      boolean sibling = e != expert && familyOf[e] == familyOf[expert];
      if (sibling && VoteTable.level(pattern, e, experts.size()) == says) {
        return true;
      }
    }
    return false;
  }

  /** Weak experts, as attributes are, contradict everybody all the time. */
  private boolean heard(int expert) {
    return experts.get(expert).reliability() >= HEARD;
  }

  /** A vote counts the less, the more of its family voted. */
  private double share(long pattern, int expert) {
    int others = 0;
    for (int e = 0; e < experts.size(); e++) {
      boolean same = e != expert && familyOf[e] == familyOf[expert];
      others += same && VoteTable.level(pattern, e, experts.size()) >= 0 ? 1 : 0;
    }
    return 1 / (1 + others * settings.togetherness());
  }
}
