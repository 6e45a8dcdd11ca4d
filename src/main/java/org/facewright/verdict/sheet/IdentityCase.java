package org.facewright.verdict.sheet;

import java.util.List;

/**
 * One identity with faces in question.
 *
 * @param identity its label
 * @param faces those in question and those taken for sure, in a stable order
 */
public record IdentityCase(String identity, List<CaseFace> faces) {
  public IdentityCase {
    faces = List.copyOf(faces);
  }
}
