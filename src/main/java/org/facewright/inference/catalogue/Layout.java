package org.facewright.inference.catalogue;

/** Order of an input's dimensions: batch N, channel C, row H, column W. */
public enum Layout {
  NCHW,
  NHWC
}
