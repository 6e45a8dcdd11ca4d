package org.facewright.training.job;

/** Which of a project's pictures a run learns from. */
public enum TrainPictures {
  /** All that are kept now, made people included. */
  KEPT,
  /** Imported pictures under the label they came with, whatever has been decided since. */
  RAW,
  /** Imported pictures that are kept, under the label they have now. */
  CLEANED,
  /** As many of the raw ones as are cleaned, drawn by the run's seed. */
  THINNED
}
