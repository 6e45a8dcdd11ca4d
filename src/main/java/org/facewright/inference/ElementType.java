package org.facewright.inference;

/** Element types of the inputs and outputs that {@link OnnxSession} can feed and read. */
public enum ElementType {
  FLOAT32,
  FLOAT16,
  INT32,
  INT64,
  BOOL,
  OTHER
}
