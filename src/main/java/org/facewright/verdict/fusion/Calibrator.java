package org.facewright.verdict.fusion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Estimates how reliable each expert is, after Dawid and Skene (Applied Statistics 28, 1979), in
 * each stratum by itself: an expert has for good and for bad images its own distribution over the
 * vote levels; images a person judged are known, the others count by their probability; expectation
 * and maximisation take turns. A Dirichlet prior from each expert's believed reliability keeps
 * small samples sane.
 *
 * <p>All images count, not only the reviewed ones: people review what experts disagree on, so the
 * reviewed part alone would make every expert look worse than it is. As which images get reviewed
 * depends on nothing but the votes, leaving the others in corrects for that.
 */
public final class Calibrator {
  private static final double STILL = 1e-9;

  private final CalibrationSettings settings;

  public Calibrator(CalibrationSettings settings) {
    this.settings = settings;
  }

  public Calibration calibrate(VoteTable table) {
    Patterns patterns = Patterns.of(table);
    List<Expert> experts = table.experts();
    FirstLine firstLine = new FirstLine(experts, patterns);
    Map<Stratum, VoteCounts> counts = new EnumMap<>(Stratum.class);
    for (Stratum stratum : Stratum.values()) {
      counts.put(stratum, new VoteCounts(experts, settings));
    }
    Map<Long, int[]> reviewed = patterns.reviewed();
    FusionModel model = new FusionModel(experts, firstLine, settings, counts, reviewed);
    double before = -1;
    for (int round = 0; round < settings.rounds(); round++) {
      counts = count(patterns, experts, firstLine, model);
      model = new FusionModel(experts, firstLine, settings, counts, reviewed);
      double now = counts.values().stream().mapToDouble(VoteCounts::badShare).sum();
      if (Math.abs(now - before) < STILL) {
        break;
      }
      before = now;
    }
    return calibration(table, patterns, model, counts);
  }

  private Map<Stratum, VoteCounts> count(
      Patterns patterns, List<Expert> experts, FirstLine firstLine, FusionModel model) {
    Map<Stratum, VoteCounts> counts = new EnumMap<>(Stratum.class);
    for (Stratum stratum : Stratum.values()) {
      counts.put(stratum, new VoteCounts(experts, settings));
    }
    for (int p = 0; p < patterns.size(); p++) {
      long pattern = patterns.patterns()[p];
      Stratum stratum = firstLine.of(pattern);
      double bad = model.probabilityBad(pattern);
      double unseen = patterns.unknown()[p] * heard(stratum, patterns, p);
      counts
          .getOrDefault(stratum, new VoteCounts(experts, settings))
          .add(pattern, patterns.good()[p] + unseen * (1 - bad), patterns.bad()[p] + unseen * bad);
    }
    return counts;
  }

  /**
   * How far images that nobody reviewed count. Where the first line agrees, fully. Where it does
   * not, only as far as people have seen others with the same votes: there the experts would else
   * confirm themselves.
   */
  private double heard(Stratum stratum, Patterns patterns, int p) {
    double seen = patterns.good()[p] + patterns.bad()[p];
    return stratum == Stratum.CLEAR ? 1 : seen / (seen + settings.patternImages());
  }

  private Calibration calibration(
      VoteTable table, Patterns patterns, FusionModel model, Map<Stratum, VoteCounts> counts) {
    VoteCounts all = new VoteCounts(table.experts(), settings);
    for (int p = 0; p < patterns.size(); p++) {
      double bad = model.probabilityBad(patterns.patterns()[p]);
      all.add(
          patterns.patterns()[p],
          patterns.good()[p] + patterns.unknown()[p] * (1 - bad),
          patterns.bad()[p] + patterns.unknown()[p] * bad);
    }
    List<Reliability> reliabilities = new ArrayList<>();
    for (int e = 0; e < table.experts().size(); e++) {
      reliabilities.add(Reliability.of(table, e, all.votes[e]));
    }
    Map<Stratum, Double> badShares = new EnumMap<>(Stratum.class);
    counts.forEach((stratum, count) -> badShares.put(stratum, count.badShare()));
    return new Calibration(model, all.badShare(), badShares, reliabilities);
  }
}
