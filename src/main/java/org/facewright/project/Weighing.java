package org.facewright.project;

/**
 * What all experts together say of an image.
 *
 * @param bad probability that it does not belong to its identity, 0..1
 */
public record Weighing(long imageId, double bad, Ruling ruling) {
  /** What is to become of it. */
  public enum Ruling {
    KEEP,
    REJECT,
    /** A person is to decide. */
    ASK,
    /** The experts decided, but a person's look would tell most about how good they are. */
    AUDIT
  }
}
