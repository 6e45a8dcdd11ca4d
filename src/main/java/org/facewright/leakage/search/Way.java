package org.facewright.leakage.search;

/** How rows are compared; the result is the same in every bit. */
public enum Way {
  /** The fastest here: small jobs in Java, large ones by what PyTorch is faster with. */
  AUTO,
  /** The Vector API, no native code. */
  JAVA,
  /** PyTorch's products in 32 bits screen. */
  FLOAT32,
  /** PyTorch's products in 16 bits screen. */
  BFLOAT16
}
