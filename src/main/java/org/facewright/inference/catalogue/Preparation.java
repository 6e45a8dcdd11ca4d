package org.facewright.inference.catalogue;

/** What is done to a network's file after it was verified and before it is installed. */
public enum Preparation {
  /** Weights below 1e-20 in size become zero: faster, same results. */
  FLUSH_TINY_WEIGHTS,
  /** The first dimension of inputs and outputs becomes free: batches. */
  ANY_BATCH
}
