package org.facewright.network.onnx;

import java.io.IOException;

/** These bytes are not an ONNX model, or not a whole one. */
public final class OnnxFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  public OnnxFormatException(String sentence) {
    super(sentence);
  }
}
