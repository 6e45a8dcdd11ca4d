package org.facewright.gallery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.ui.text.Texts;
import org.facewright.vector.Kernels;
import org.facewright.vector.UnionFind;

/**
 * One identity with its images in the order of their groups, and how similar each is to each.
 *
 * @param matrix n x n cosines, row by row, -1..1; empty without embeddings or with too many images
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares it; a copy per look would cost.
public record OpenedIdentity(
    Identity identity, List<FaceImage> images, List<Group> groups, float[] matrix) {
  private static final Texts TEXTS = Texts.of(OpenedIdentity.class);

  /** A run of images. */
  public record Group(String title, int size) {}

  /** How the images are put together. */
  public enum Grouping {
    STATE,
    /** Images linked by a similarity of at least the threshold. */
    LIKENESS
  }

  private static final int LARGEST = 500;

  /** Reads an identity; empty when it is gone. */
  static Optional<OpenedIdentity> read(
      Project project, long id, Grouping grouping, double threshold) throws IOException {
    Optional<Identity> identity = project.identities().find(id);
    if (identity.isEmpty()) {
      return Optional.empty();
    }
    List<FaceImage> images =
        new ArrayList<>(
            project.images().of(id).stream()
                .sorted(Comparator.comparingDouble(OpenedIdentity::farness))
                .toList());
    float[] matrix = matrix(project, images);
    int[] groupOf =
        grouping == Grouping.LIKENESS && matrix.length > 0
            ? likeness(matrix, images.size(), threshold)
            : states(images);
    return Optional.of(
        arrange(identity.get(), images, matrix, groupOf, titles(grouping, matrix.length > 0)));
  }

  private static double farness(FaceImage image) {
    return Float.isNaN(image.similarity()) ? 2 : -image.similarity();
  }

  private static float[] matrix(Project project, List<FaceImage> images) throws IOException {
    List<String> models = project.embeddingModels();
    if (models.isEmpty() || images.size() > LARGEST) {
      return new float[0];
    }
    Optional<EmbeddingSet> set = project.embeddings(models.getFirst());
    if (set.isEmpty()) {
      return new float[0];
    }
    int n = images.size();
    int dim = set.get().dim();
    float[] rows = new float[n * dim];
    for (int i = 0; i < n; i++) {
      int row = set.get().row(images.get(i).hash());
      if (row >= 0) {
        set.get().copy(row, rows, i * dim);
        Kernels.normalise(rows, i * dim, dim);
      }
    }
    float[] matrix = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        float value = Kernels.dot(rows, i * dim, rows, j * dim, dim);
        matrix[i * n + j] = value;
        matrix[j * n + i] = value;
      }
    }
    return matrix;
  }

  private static int[] states(List<FaceImage> images) {
    return images.stream().mapToInt(image -> rank(image.state())).toArray();
  }

  /** What waits for a decision comes first. */
  private static int rank(ImageState state) {
    return switch (state) {
      case AMBIGUOUS -> 0;
      case UNJUDGED -> 1;
      case KEPT -> 2;
      case REJECTED -> 3;
    };
  }

  /** Connected components, the largest first; single images together at the end. */
  private static int[] likeness(float[] matrix, int n, double threshold) {
    UnionFind sets = new UnionFind(n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        if (matrix[i * n + j] >= threshold) {
          sets.union(i, j);
        }
      }
    }
    List<Integer> roots = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      if (sets.find(i) == i && sets.size(i) > 1) {
        roots.add(i);
      }
    }
    roots.sort(Comparator.comparingInt((Integer root) -> -sets.size(root)));
    int[] group = new int[n];
    for (int i = 0; i < n; i++) {
      int at = roots.indexOf(sets.find(i));
      group[i] = at < 0 ? n : at;
    }
    return group;
  }

  private interface Titles {
    String of(int group, int images);
  }

  private static Titles titles(Grouping grouping, boolean embedded) {
    if (grouping == Grouping.LIKENESS && embedded) {
      return (group, images) ->
          group == images ? TEXTS.get("group.outliers") : TEXTS.get("group.nth", group + 1);
    }
    List<String> names =
        List.of(
            TEXTS.get("group.ambiguous"),
            TEXTS.get("group.unjudged"),
            TEXTS.get("group.kept"),
            TEXTS.get("group.rejected"));
    return (group, images) -> names.get(group);
  }

  private static OpenedIdentity arrange(
      Identity identity, List<FaceImage> images, float[] matrix, int[] groupOf, Titles titles) {
    int n = images.size();
    Map<Integer, List<Integer>> members = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      members.computeIfAbsent(groupOf[i], group -> new ArrayList<>()).add(i);
    }
    List<Group> groups = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    members.forEach(
        (group, some) -> {
          groups.add(new Group(titles.of(group, n), some.size()));
          order.addAll(some);
        });
    float[] arranged = new float[matrix.length];
    for (int i = 0; i < n && matrix.length > 0; i++) {
      for (int j = 0; j < n; j++) {
        arranged[i * n + j] = matrix[order.get(i) * n + order.get(j)];
      }
    }
    return new OpenedIdentity(identity, order.stream().map(images::get).toList(), groups, arranged);
  }

  /** One past the last image of each group. */
  List<Integer> groupEnds() {
    List<Integer> ends = new ArrayList<>();
    int end = 0;
    for (Group group : groups) {
      end += group.size();
      ends.add(end);
    }
    return ends;
  }
}
