package org.facewright.training.run;

import java.util.List;
import java.util.Map;

/**
 * What a run was trained on.
 *
 * @param fingerprint of the whole set before identities were held out
 * @param identities that are trained on
 * @param heldOut names of those that are verified on
 * @param sources picture count by source
 */
public record RunData(
    SetOrigin origin,
    String fingerprint,
    int identities,
    int pictures,
    List<String> heldOut,
    Map<String, Integer> sources) {
  public RunData {
    heldOut = List.copyOf(heldOut);
  }
}
