package org.facewright.verdict.prompt;

import java.util.List;

/**
 * An answer that was understood.
 *
 * @param faces one for each questioned face, in the sheet's order
 * @param ignored numbers the answer named that are on no face of the sheet; only the paper's style
 *     lets such an answer pass, and they still mean nothing
 */
public record SheetAnswer(List<FaceAnswer> faces, List<Integer> ignored) {
  public SheetAnswer {
    faces = List.copyOf(faces);
    ignored = List.copyOf(ignored);
  }
}
