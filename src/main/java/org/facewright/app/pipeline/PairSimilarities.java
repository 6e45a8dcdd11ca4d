package org.facewright.app.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.Project;
import org.facewright.vector.Kernels;

/**
 * Cosines of pairs of pictures: all pairs of the same label, and drawn pairs of different ones.
 *
 * @param same counts in {@link #BINS} equal bins from -1 to 1
 * @param other likewise
 */
@SuppressWarnings("ArrayRecordComponent") // Read only, and compared by nobody.
record PairSimilarities(long[] same, long[] other) {
  static final int BINS = 100;

  private static final int DRAWN = 100_000;

  /** Of the pictures of imported people that are taken. */
  static PairSimilarities of(Project project, String model, Predicate<FaceImage> taken)
      throws IOException, PipelineException {
    EmbeddingSet set =
        project
            .embeddings(model)
            .orElseThrow(() -> new PipelineException("There are no embeddings of " + model + "."));
    List<float[]> rows = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    List<Identity> people =
        project.identities().all().stream().filter(one -> !one.origin().synthetic()).toList();
    for (int label = 0; label < people.size(); label++) {
      for (FaceImage image : project.images().of(people.get(label).id())) {
        int row = set.row(image.hash());
        if (taken.test(image) && row >= 0) {
          float[] unit = new float[set.dim()];
          set.copy(row, unit, 0);
          Kernels.normalise(unit, 0, unit.length);
          rows.add(unit);
          labels.add(label);
        }
      }
    }
    return counted(rows, labels);
  }

  private static PairSimilarities counted(List<float[]> rows, List<Integer> labels) {
    long[] same = new long[BINS];
    long[] other = new long[BINS];
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size() && labels.get(j).equals(labels.get(i)); j++) {
        same[bin(rows.get(i), rows.get(j))]++;
      }
    }
    SplittableRandom random = new SplittableRandom(1);
    for (int n = 0; n < DRAWN && rows.size() > 1; n++) {
      int i = random.nextInt(rows.size());
      int j = random.nextInt(rows.size());
      if (!labels.get(i).equals(labels.get(j))) {
        other[bin(rows.get(i), rows.get(j))]++;
      }
    }
    return new PairSimilarities(same, other);
  }

  private static int bin(float[] a, float[] b) {
    float cosine = Kernels.dot(a, 0, b, 0, a.length);
    return Math.clamp((int) Math.floor((cosine + 1) / 2 * BINS), 0, BINS - 1);
  }
}
