package org.facewright.generation.imagine;

import java.io.IOException;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.RgbImage;
import org.facewright.project.Generation;
import org.facewright.project.Project;

/** Reads the pictures that were drawn here, small, taken and refused ones. Thread-safe. */
public final class GenerationPictures {
  private final Project project;
  private final ImageDecoder decoder = new ImageDecoder();

  public GenerationPictures(Project project) {
    this.project = project;
  }

  /**
   * A picture, its shorter side {@code edge} pixels or as small as it is.
   *
   * @param id of the generation
   */
  public RgbImage thumbnail(long id, int edge) throws IOException {
    Generation found =
        project
            .generations()
            .find(id)
            .orElseThrow(() -> new IOException("Picture " + id + " is not in the project."));
    Generation.Stored picture = found.made().picture();
    try {
      return decoder.decodeSmall(
          project.imageStore().read(picture.hash(), picture.location()), edge);
    } catch (ImageException e) {
      throw new IOException("Picture " + id + " cannot be shown: " + e.getMessage(), e);
    }
  }
}
