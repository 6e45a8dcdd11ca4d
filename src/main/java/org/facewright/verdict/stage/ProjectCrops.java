package org.facewright.verdict.stage;

import java.io.IOException;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.RgbImage;
import org.facewright.project.FaceImage;
import org.facewright.project.Project;
import org.facewright.verdict.sheet.CropSource;
import org.facewright.verdict.sheet.SheetFace;

/** The aligned crops of a project's images. Thread-safe. */
final class ProjectCrops implements CropSource {
  private static final int LARGEST = 256;

  private final Project project;
  private final ImageDecoder decoder = new ImageDecoder();

  ProjectCrops(Project project) {
    this.project = project;
  }

  @Override
  public RgbImage crop(SheetFace face) throws IOException {
    FaceImage image =
        project
            .images()
            .find(face.imageId())
            .orElseThrow(() -> new IOException(face.name() + " is not in the project any more"));
    try {
      return decoder.decodeSmall(project.face(image), LARGEST);
    } catch (ImageException e) {
      throw new IOException(face.name() + " cannot be shown: " + e.getMessage(), e);
    }
  }
}
