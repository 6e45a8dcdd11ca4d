package org.facewright.generation.render;

import java.nio.file.Path;

/** A face model that cannot be used; the message names the file and what to do about it. */
public final class FaceKitException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param file what could not be used
   * @param problem one plain sentence, without the file
   */
  public FaceKitException(Path file, String problem) {
    super(file + ": " + problem);
  }

  public FaceKitException(Path file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
