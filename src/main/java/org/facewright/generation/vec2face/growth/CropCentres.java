package org.facewright.generation.vec2face.growth;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facewright.generation.vec2face.engine.Description;
import org.facewright.generation.vec2face.engine.GeneratorClient;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.RgbImage;
import org.facewright.jobs.JobException;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;

/**
 * Centres of identities that were never embedded with the generator's recogniser, such as
 * references that were drawn a moment ago: from their aligned faces, by the generator's own worker.
 */
final class CropCentres {
  /** More faces hardly move a mean. */
  private static final int MOST = 64;

  private final Project project;
  private final GeneratorClient client;
  private final Description generator;
  private final ImageDecoder decoder = new ImageDecoder();

  CropCentres(Project project, GeneratorClient client, Description generator) {
    this.project = project;
    this.client = client;
    this.generator = generator;
  }

  /** The centre of somebody, as long as the generator wants it; empty without an aligned face. */
  Optional<float[]> of(long identity) throws IOException, JobException {
    List<RgbImage> faces = new ArrayList<>();
    for (FaceImage image : project.images().of(identity)) {
      if (faces.size() < MOST
          && image.state() != ImageState.REJECTED
          && project.faces().crop(image.id()).isPresent()) {
        faces.add(face(image));
      }
    }
    return faces.isEmpty() ? Optional.empty() : mean(client.embed(faces, generator.features()));
  }

  private RgbImage face(FaceImage image) throws IOException {
    try {
      return decoder.decode(project.face(image));
    } catch (ImageException e) {
      throw new IOException(
          "The face of " + image.name() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private Optional<float[]> mean(FloatMatrix rows) {
    float[] sum = new float[rows.columns()];
    for (int row = 0; row < rows.rows(); row++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += rows.values()[row * sum.length + i];
      }
    }
    double norm = Kernels.norm(sum, 0, sum.length);
    if (!(norm > 0)) {
      return Optional.empty();
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (float) (sum[i] * generator.lengthOfEmbeddings() / norm);
    }
    return Optional.of(sum);
  }
}
