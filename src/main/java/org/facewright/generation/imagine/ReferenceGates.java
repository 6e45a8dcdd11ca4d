package org.facewright.generation.imagine;

/**
 * What a reference must be.
 *
 * @param separation the cosine to everybody of the project that it must stay below, -1..1
 * @param leakage the cosine to everybody of the leakage galleries that it must stay below, -1..1
 * @param yaw degrees it may be turned to either side
 * @param pitch degrees it may be turned up or down
 * @param roll degrees it may lean
 * @param score of the detector that it must reach, 0..1
 * @param side pixels that the face must have at least
 * @param sharpness variance of the Laplacian that its aligned face must reach
 * @param clipped share of its aligned face that may be black or white, 0..1
 */
public record ReferenceGates(
    double separation,
    double leakage,
    double yaw,
    double pitch,
    double roll,
    double score,
    double side,
    double sharpness,
    double clipped) {
  /** What the product starts with. */
  public static final ReferenceGates DEFAULT =
      new ReferenceGates(.4, .5, 35, 30, 25, .8, 96, 40, .25);

  public ReferenceGates {
    within("separation", separation, -1, 1);
    within("leakage", leakage, -1, 1);
    within("yaw", yaw, 0, 180);
    within("pitch", pitch, 0, 180);
    within("roll", roll, 0, 180);
    within("score", score, 0, 1);
    within("side", side, 0, 4096);
    within("sharpness", sharpness, 0, 1e6);
    within("clipped", clipped, 0, 1);
  }

  private static void within(String what, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "%s is %s: it must lie between %s and %s".formatted(what, value, low, high));
    }
  }

  public ReferenceGates withSimilarities(double ownPeople, double galleries) {
    return new ReferenceGates(
        ownPeople, galleries, yaw, pitch, roll, score, side, sharpness, clipped);
  }

  /** With other limits of the pose, in degrees. */
  public ReferenceGates withPose(double yawLimit, double pitchLimit, double rollLimit) {
    return new ReferenceGates(
        separation, leakage, yawLimit, pitchLimit, rollLimit, score, side, sharpness, clipped);
  }

  /** With other limits of the quality: detector's score, pixels, sharpness, share clipped. */
  public ReferenceGates withQuality(double least, double pixels, double sharp, double share) {
    return new ReferenceGates(separation, leakage, yaw, pitch, roll, least, pixels, sharp, share);
  }

  /** With the pose gate open: heads may be turned as they like. */
  public ReferenceGates anyPose() {
    return withPose(180, 180, 180);
  }

  /** With the quality gate open. */
  public ReferenceGates anyQuality() {
    return withQuality(0, 0, 0, 1);
  }
}
