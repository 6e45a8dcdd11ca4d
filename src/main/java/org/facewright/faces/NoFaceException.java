package org.facewright.faces;

/** No face was found in a picture. */
public final class NoFaceException extends Exception {
  private static final long serialVersionUID = 1L;

  public NoFaceException(String sentence) {
    super(sentence);
  }
}
