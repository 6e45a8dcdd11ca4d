package org.facewright.training;

import java.util.List;

/**
 * What a run has logged so far, by step. Never changed.
 *
 * @param steps ascending; as many losses, accuracies (0 to 1) and learning rates
 * @param verifiedAt last step of each verified epoch
 * @param heldOut accuracy on the held-out identities after it, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // Read only; two are the same when nothing was added.
record RunCurves(
    String name,
    double[] steps,
    double[] loss,
    double[] accuracy,
    double[] rate,
    List<Stretch> stages,
    double[] verifiedAt,
    double[] heldOut) {
  /** The steps of a stage of the curriculum. */
  record Stretch(String name, double from, double to) {}

  RunCurves {
    stages = List.copyOf(stages);
  }
}
