package org.facewright.clustering;

/** Checks that a setting lies where it has a meaning. */
final class Ranges {
  private Ranges() {}

  static void within(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " is " + value + "; it must be within " + least + " and " + most);
    }
  }
}
