package org.facewright.faces;

/** What became of one picture on its way to an embedding. */
public sealed interface EmbeddedFace {
  /**
   * An embedding.
   *
   * @param face as the recogniser saw it
   * @param unit its vector, L2-normalised
   * @param norm length of the vector before
   */
  @SuppressWarnings("ArrayRecordComponent") // A vector: compared by nobody.
  record Done(AlignedFace face, float[] unit, float norm) implements EmbeddedFace {}

  /**
   * None.
   *
   * @param reason of what kind
   * @param sentence in words, without the picture's name
   */
  record Failed(Reason reason, String sentence) implements EmbeddedFace {}

  /** Why a picture has no embedding. */
  enum Reason {
    /** Its bytes could not be read. */
    UNREADABLE,
    /** Its bytes are no picture, or one that is not decoded. */
    NOT_A_PICTURE,
    /** It shows no face. */
    NO_FACE
  }
}
