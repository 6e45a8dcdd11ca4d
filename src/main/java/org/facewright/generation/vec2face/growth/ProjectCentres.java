package org.facewright.generation.vec2face.growth;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.ImageState;
import org.facewright.project.Origin;
import org.facewright.project.Project;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;

/**
 * The centres of a project's identities: means of the embeddings of images that are not rejected.
 */
public final class ProjectCentres {
  private final Project project;
  private final EmbeddingSet set;
  private final double length;

  private ProjectCentres(Project project, EmbeddingSet set, double length) {
    this.project = project;
    this.set = set;
    this.length = length;
  }

  /**
   * Empty where nothing was embedded with that recogniser.
   *
   * @param length that every centre gets
   */
  public static Optional<ProjectCentres> of(Project project, String recogniser, double length)
      throws IOException {
    return recogniser.isEmpty()
        ? Optional.empty()
        : project.embeddings(recogniser).map(set -> new ProjectCentres(project, set, length));
  }

  public int dim() {
    return set.dim();
  }

  /** The centre of somebody; empty if no image of theirs has an embedding. */
  public Optional<float[]> of(long identity) throws IOException {
    float[] sum = new float[set.dim()];
    float[] row = new float[set.dim()];
    int images = 0;
    for (FaceImage image : project.images().of(identity)) {
      int at = image.state() == ImageState.REJECTED ? -1 : set.row(image.hash());
      if (at >= 0) {
        set.copy(at, row, 0);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += row[i];
        }
        images++;
      }
    }
    double norm = Kernels.norm(sum, 0, sum.length);
    if (images == 0 || !(norm > 0)) {
      return Optional.empty();
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (float) (sum[i] * length / norm);
    }
    return Optional.of(sum);
  }

  /** Everybody's who was not drawn from a vector, as rows. */
  public FloatMatrix all() throws IOException {
    List<float[]> rows = new ArrayList<>();
    for (Identity each : project.identities().all()) {
      if (each.origin() != Origin.VEC2FACE) {
        of(each.id()).ifPresent(rows::add);
      }
    }
    float[] values = new float[rows.size() * set.dim()];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, values, i * set.dim(), set.dim());
    }
    return new FloatMatrix(rows.size(), set.dim(), values);
  }
}
