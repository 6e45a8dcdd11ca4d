package org.facewright.generation.vec2face.engine;

/** With what a variant is compared. */
public enum Likeness {
  /** With the vector itself: it is somebody's embedding. */
  VECTOR,
  /**
   * With the face that is drawn from the unmoved vector: a sampled vector need not be a face's
   * embedding, so that no picture may be like it, but its pictures must be like each other.
   */
  PICTURE
}
