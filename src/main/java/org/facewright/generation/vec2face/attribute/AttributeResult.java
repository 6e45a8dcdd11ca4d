package org.facewright.generation.vec2face.attribute;

/**
 * What became of one vector: its best state.
 *
 * @param vector that was drawn
 * @param steps that were taken before it was found
 * @param identity 1 - cosine of the drawn face and the wanted features
 * @param quality how much the quality falls short; 0 if nobody judged
 * @param yaw how far the yaw is off in degrees; 0 if nobody judged
 * @param ended why the search ended
 */
@SuppressWarnings("ArrayRecordComponent")
public record AttributeResult(
    float[] vector, int steps, double identity, double quality, double yaw, End ended) {
  /** Why a search ended. */
  public enum End {
    /** All targets are met. */
    MET,
    /** No step made it better for a while. */
    STUCK,
    /** The last step was taken. */
    OUT_OF_STEPS,
    /** Somebody stopped it. */
    CANCELLED,
    /** A loss was no number; the vector is the best one before. */
    NOT_A_NUMBER
  }

  public boolean identityMet(AttributeTargets targets) {
    return identity <= targets.identityWithin();
  }

  public boolean qualityMet(AttributeTargets targets) {
    return quality <= targets.qualityWithin();
  }

  public boolean yawMet(AttributeTargets targets) {
    return yaw <= targets.yawWithin();
  }

  public boolean met(AttributeTargets targets) {
    return identityMet(targets) && qualityMet(targets) && yawMet(targets);
  }

  /** The published loss, by which results are compared. */
  double loss() {
    return 100 * identity + quality + yaw;
  }
}
