package org.facewright.verdict.fusion;

import java.util.List;
import java.util.Map;

/**
 * What calibration found.
 *
 * @param badShare estimated share of images that do not belong
 * @param badShares the same in each stratum
 * @param reliabilities one for each expert, in their order
 */
public record Calibration(
    FusionModel model,
    double badShare,
    Map<Stratum, Double> badShares,
    List<Reliability> reliabilities) {
  public Calibration {
    badShares = Map.copyOf(badShares);
    reliabilities = List.copyOf(reliabilities);
  }
}
