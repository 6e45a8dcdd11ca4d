package org.facewright.generation.imagine;

/**
 * How long pictures take here, measured: seconds a step, seconds around the steps, and pictures a
 * person. One thread at a time.
 */
final class Pace {
  private static final double MEMORY = .3;

  private double perStep = Double.NaN;
  private double around;
  private long pictures;
  private long people;

  /** A picture was finished. */
  void picture(double seconds, int steps, double secondsInSteps) {
    pictures++;
    around = mixed(around, Math.max(0, seconds - secondsInSteps));
    if (steps > 0) {
      step(secondsInSteps / steps);
    }
  }

  /** Steps took so long on average. */
  void step(double seconds) {
    perStep = Double.isNaN(perStep) ? seconds : mixed(perStep, seconds);
  }

  private static double mixed(double before, double now) {
    return before == 0 ? now : before + MEMORY * (now - before);
  }

  /** Somebody is settled. */
  void person() {
    people++;
  }

  /**
   * Seconds until everything is drawn, NaN while nothing was measured.
   *
   * @param stepsLeft of the picture at hand
   * @param peopleLeft after it
   */
  double left(int stepsLeft, int steps, int peopleLeft) {
    double tries = people == 0 ? 1 : (double) pictures / people;
    return perStep * stepsLeft + around + peopleLeft * tries * (perStep * steps + around);
  }
}
