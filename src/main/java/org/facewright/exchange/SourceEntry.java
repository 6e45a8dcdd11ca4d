package org.facewright.exchange;

/** One entry of a dataset: a face, or the reason why there is none. */
public sealed interface SourceEntry permits FaceEntry, UnreadableEntry {
  /** 0-based and the same on every run; unreadable entries count. */
  long position();

  /** Where a person would look for it: {@code 000012/003.jpg}, {@code set.zip!a/b.jpg}. */
  String place();
}
