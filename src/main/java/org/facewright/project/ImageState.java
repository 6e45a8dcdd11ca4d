package org.facewright.project;

/** What is to become of an image: the outcome of cleaning, or a person's word. */
public enum ImageState {
  /** Imported and not judged yet. */
  UNJUDGED,
  KEPT,
  REJECTED,
  /** The experts cannot tell: a person or another expert is asked. */
  AMBIGUOUS
}
