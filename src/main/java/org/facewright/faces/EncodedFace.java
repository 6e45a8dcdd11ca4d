package org.facewright.faces;

import java.io.IOException;

/** A picture that is still encoded; reading it may touch the disk. */
@FunctionalInterface
public interface EncodedFace {
  /** The bytes of the picture's file. */
  byte[] read() throws IOException;
}
