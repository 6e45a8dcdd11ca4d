package org.facewright.clustering;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.facewright.project.Identity;
import org.facewright.project.ImageState;
import org.facewright.project.Project;

/** How the images of a project stand at one moment, by the engine's numbers. Immutable. */
public final class Standings {
  private final ProjectEmbeddings embeddings;
  private final IdentityLayout layout;
  private final Constraints constraints;
  private final String[] labels;
  private final Map<ImageState, Integer> counts = new EnumMap<>(ImageState.class);

  private Standings(ProjectEmbeddings embeddings, String[] labels) {
    this.embeddings = embeddings;
    this.labels = labels;
    constraints = embeddings.constraints();
    layout = IdentityLayout.of(embeddings);
    for (int image = 0; image < embeddings.images(); image++) {
      counts.merge(embeddings.state(image), 1, Integer::sum);
    }
  }

  static Standings read(Project project, ProjectEmbeddings embeddings) {
    Map<Long, String> names = new HashMap<>();
    for (Identity identity : project.identities().all()) {
      names.put(identity.id(), identity.label());
    }
    String[] labels = new String[embeddings.identities()];
    Arrays.setAll(labels, i -> names.getOrDefault(embeddings.identityId(i), "?"));
    return new Standings(embeddings, labels);
  }

  ProjectEmbeddings embeddings() {
    return embeddings;
  }

  Constraints constraints() {
    return constraints;
  }

  IdentityLayout layout() {
    return layout;
  }

  public int images() {
    return embeddings.images();
  }

  public int identities() {
    return embeddings.identities();
  }

  ImageState state(int image) {
    return embeddings.state(image);
  }

  boolean decided(int image) {
    return embeddings.decided(image);
  }

  long imageId(int image) {
    return embeddings.imageId(image);
  }

  long identityId(int image) {
    return embeddings.identityId(layout.identityOf(image));
  }

  String label(int image) {
    return labels[layout.identityOf(image)];
  }

  /** Images in a state. */
  public int count(ImageState state) {
    return counts.getOrDefault(state, 0);
  }
}
