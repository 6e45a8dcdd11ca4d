package org.facewright.verdict.prompt;

import org.jspecify.annotations.Nullable;

/**
 * What the model said of one face of a sheet.
 *
 * @param number below the face
 * @param confidence 0..1, null if the model was not asked for one
 * @param reason at most {@value #LONGEST_REASON} characters, may be empty
 */
public record FaceAnswer(int number, SamePerson same, @Nullable Double confidence, String reason) {
  static final int LONGEST_REASON = 300;
}
