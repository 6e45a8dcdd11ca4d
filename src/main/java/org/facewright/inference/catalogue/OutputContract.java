package org.facewright.inference.catalogue;

/**
 * What comes out of a network.
 *
 * @param kind how it is read
 * @param dim length of the vector of one picture (embedding), number of points, or 1
 */
public record OutputContract(Kind kind, int dim) {
  /** The ways of reading outputs that this program knows. */
  public enum Kind {
    /** One output [n, dim]: a face's vector. */
    EMBEDDING,
    /** "scores" [n, k, 2] and "boxes" [n, k, 4], corners 0..1. */
    CORNER_BOXES,
    /** One output [n, 2 dim]: x, y of each point in the cut-out, 0..1. */
    POINTS,
    /** Three outputs [n, 66]: yaw, pitch, roll in bins of three degrees. */
    ANGLE_BINS,
    /** The nine outputs of SSR-Net (soft stagewise regression): one number. */
    STAGEWISE
  }

  public OutputContract {
    if (dim < 1 || dim > 65_536) {
      throw new IllegalArgumentException("an output of " + dim + " numbers");
    }
  }
}
