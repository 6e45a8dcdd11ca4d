package org.facewright.inference;

/** Where a network runs. */
public enum Device {
  /** CUDA where it answers, else the processor; which one is said once, in the log. */
  AUTO,
  CPU,
  /** An NVIDIA card; an error where none answers. */
  CUDA
}
