package org.facewright.generation.prompt;

/** A prompt space cannot be read or planned; the message names the file or axis and the way out. */
public final class PromptException extends Exception {
  private static final long serialVersionUID = 1L;

  public PromptException(String sentence) {
    super(sentence);
  }

  public PromptException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
