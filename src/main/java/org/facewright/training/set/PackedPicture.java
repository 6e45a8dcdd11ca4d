package org.facewright.training.set;

/**
 * A picture of a {@link PackedSet}.
 *
 * @param name for people; unique in the set by custom
 * @param offset of its encoded bytes in the pack
 * @param difficulty measured; 0 where nobody measured
 */
record PackedPicture(
    String identity, String source, String name, long offset, int bytes, float difficulty) {}
