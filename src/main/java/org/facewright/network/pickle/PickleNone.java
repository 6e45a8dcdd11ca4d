package org.facewright.network.pickle;

/** Python's None. */
public enum PickleNone {
  NONE
}
