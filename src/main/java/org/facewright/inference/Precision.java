package org.facewright.inference;

/** How exactly a network is computed. */
public enum Precision {
  /** Float32 throughout: the same figures on every device, up to rounding. */
  EXACT,
  /** Shorter mantissas where the device has them (TF32 on CUDA): faster, about three digits. */
  FAST
}
