package org.facewright.verdict;

import java.util.List;
import org.facewright.verdict.ledger.FaceVerdict;
import org.facewright.verdict.prompt.SamePerson;

/**
 * Which verdicts are shown.
 *
 * @param least confidence, 0..1; verdicts without one count as 0
 */
record VerdictFilter(Said said, double least) {
  static final VerdictFilter EVERYTHING = new VerdictFilter(Said.ALL, 0);

  /** What the model said. */
  enum Said {
    ALL,
    NO,
    UNSURE,
    YES
  }

  List<FaceVerdict> of(List<FaceVerdict> all) {
    return all.stream().filter(this::fits).toList();
  }

  private boolean fits(FaceVerdict verdict) {
    Double confidence = verdict.confidence();
    return (confidence == null ? 0 : confidence) >= least
        && switch (said) {
          case ALL -> true;
          case NO -> verdict.same() == SamePerson.NO;
          case UNSURE -> verdict.same() == SamePerson.UNSURE;
          case YES -> verdict.same() == SamePerson.YES;
        };
  }
}
