package org.facewright.verdict.sheet;

import java.util.List;

/**
 * Which faces stand on a sheet, and where: in the order of the list, row by row, references first.
 *
 * @param identity the label of the identity they belong to
 */
public record SheetPlan(String identity, List<SheetFace> faces, SheetLayout layout) {
  public SheetPlan {
    faces = List.copyOf(faces);
    if (faces.size() > layout.columns() * layout.rows()) {
      throw new IllegalArgumentException(faces.size() + " faces do not fit " + layout);
    }
    if (faces.stream().mapToInt(SheetFace::number).distinct().count() < faces.size()) {
      throw new IllegalArgumentException("two faces have one number");
    }
  }

  /** The faces the model is to judge. */
  public List<SheetFace> questioned() {
    return faces.stream().filter(face -> face.role() == FaceRole.QUESTIONED).toList();
  }
}
