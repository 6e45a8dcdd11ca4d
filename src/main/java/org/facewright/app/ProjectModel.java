package org.facewright.app;

import java.io.IOException;
import java.util.List;
import org.facewright.project.Project;
import org.jspecify.annotations.Nullable;

/** Whose embeddings of a project are meant. Stateless. */
final class ProjectModel {
  private ProjectModel() {}

  /** The one that is asked for, else the project's only one. */
  static String of(Project project, @Nullable String asked) throws IOException {
    if (asked != null) {
      return asked;
    }
    List<String> models = project.embeddingModels();
    if (models.size() != 1) {
      throw new UserException(
          models.isEmpty()
              ? "this project has no embeddings yet; run: facewright embed"
              : "this project has embeddings of several models; choose one with --model: "
                  + String.join(", ", models));
    }
    return models.getFirst();
  }
}
