package org.facewright.generation.imagine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.Project;

/** The people of a project by the mean of their embeddings; rejected images do not count. */
final class ProjectPeople {
  private final EmbeddingSet set;
  private final Map<Long, String> labels = new HashMap<>();
  private final KnownPeople people;
  private final float[] sum;
  private final float[] row;
  private long identity = -1;
  private int images;

  private ProjectPeople(Project project, EmbeddingSet set) {
    this.set = set;
    for (Identity each : project.identities().all()) {
      labels.put(each.id(), each.label());
    }
    people = new KnownPeople(set.dim());
    sum = new float[set.dim()];
    row = new float[set.dim()];
  }

  /**
   * Everybody who has embeddings of a recogniser.
   *
   * @param dim of the recogniser
   */
  static KnownPeople read(Project project, String recogniser, int dim) throws IOException {
    Optional<EmbeddingSet> set = project.embeddings(recogniser);
    if (set.isEmpty()) {
      return new KnownPeople(dim);
    }
    ProjectPeople reading = new ProjectPeople(project, set.get());
    try {
      project.images().forEach(reading::take);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
    reading.settle();
    return reading.people;
  }

  private void take(FaceImage image) {
    if (image.identityId() != identity) {
      settle();
      identity = image.identityId();
    }
    int at = ProjectStore.counts(image.state()) ? set.row(image.hash()) : -1;
    if (at < 0) {
      return;
    }
    try {
      set.copy(at, row, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] += row[i];
    }
    images++;
  }

  private void settle() {
    if (images > 0) {
      people.add(labels.getOrDefault(identity, "identity " + identity), sum);
      Arrays.fill(sum, 0);
      images = 0;
    }
  }
}
