package org.facewright.training.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.facewright.jobs.JobException;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.Project;
import org.facewright.training.sampler.Difficulty;
import org.facewright.training.set.PackedSet;
import org.facewright.vector.FloatMatrix;

/**
 * Copies a project's faces into a run's folder: imported ones as the source {@value #CLEAN}, made
 * ones as {@value #SYNTHETIC}.
 */
final class ProjectPacker {
  static final String CLEAN = "clean";
  static final String SYNTHETIC = "synthetic";

  private final Project project;
  private final TrainJobSettings settings;
  private final PickedPictures picked;

  ProjectPacker(Project project, TrainJobSettings settings) {
    this.project = project;
    this.settings = settings;
    picked = PickedPictures.of(project, settings.pictures(), settings.training().seed());
  }

  /** Writes the copy; answers how many pictures it holds. */
  int pack(Path folder) throws JobException {
    check();
    List<FaceImage> images = picked.images();
    float[] difficulty = difficulty();
    try (PackedSet.Writer writer = new PackedSet.Writer(folder)) {
      for (int i = 0; i < images.size(); i++) {
        FaceImage image = images.get(i);
        Identity identity = picked.identities().get(picked.labels().get(i));
        writer.add(
            identity.label(),
            identity.origin().synthetic() ? SYNTHETIC : CLEAN,
            identity.label() + "/" + image.name(),
            project.face(image),
            difficulty[i]);
      }
      writer.finish();
      return images.size();
    } catch (IOException e) {
      throw new JobException("The project's faces cannot be copied: " + e.getMessage(), e);
    }
  }

  private void check() throws JobException {
    if (picked.identities().size() < 2) {
      throw new JobException(
          "Training needs kept images of at least two identities; this project has "
              + picked.identities().size()
              + ". Clean it first.");
    }
  }

  private float[] difficulty() throws JobException {
    String model = settings.model();
    if (settings.difficulty().equals("none") || model == null) {
      return new float[picked.images().size()];
    }
    FloatMatrix features = features(model);
    int[] classes = picked.labels().stream().mapToInt(label -> label).toArray();
    int people = picked.identities().size();
    return settings.difficulty().equals("spread")
        ? Difficulty.spread(features, classes, people)
        : Difficulty.margin(features, classes, people);
  }

  private FloatMatrix features(String model) throws JobException {
    try {
      Optional<EmbeddingSet> set = project.embeddings(model);
      if (set.isEmpty()) {
        throw new JobException("this project has no embeddings of " + model);
      }
      int columns = set.get().dim();
      List<FaceImage> images = picked.images();
      float[] values = new float[Math.multiplyExact(images.size(), columns)];
      for (int i = 0; i < images.size(); i++) {
        int row = set.get().row(images.get(i).hash());
        if (row < 0) {
          throw new JobException(
              "Some images have no embedding of " + model + " yet; embed the project first.");
        }
        set.get().copy(row, values, i * columns);
      }
      return new FloatMatrix(images.size(), columns, values);
    } catch (IOException e) {
      throw new JobException("the embeddings cannot be read: " + e.getMessage(), e);
    }
  }
}
