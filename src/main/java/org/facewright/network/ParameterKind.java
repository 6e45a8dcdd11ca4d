package org.facewright.network;

/** What a named tensor of a network is to training and to weight files. */
public enum ParameterKind {
  /** Multiplies; learnt. */
  WEIGHT,
  /** Adds; learnt, and usually left out of weight decay. */
  BIAS,
  /**
   * A mean or variance that batch normalisation keeps; part of the weights, never differentiated.
   */
  RUNNING_STATISTIC,
  /**
   * The number of batches seen, a 64-bit integer in PyTorch's files; may be missing in old ones.
   */
  COUNTER
}
