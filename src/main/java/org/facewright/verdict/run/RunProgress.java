package org.facewright.verdict.run;

import org.facewright.verdict.cost.Money;

/**
 * How far a run has come.
 *
 * @param expected what the sheets answered so far were estimated to cost
 * @param spent what was spent in this run, failures and earlier parts included
 * @param reserved for questions under way
 */
public record RunProgress(
    int answered,
    int reused,
    int leftOut,
    Money expected,
    Money spent,
    Money reserved,
    Money limit) {
  public int sheets() {
    return answered + reused + leftOut;
  }
}
