package org.facewright.project.release;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a release is composed of.
 *
 * @param sources a row for each source, in the recipe's order
 * @param stages images first learnt in each stage, the first stage first
 * @param neverLearnt images that no stage of the plan takes
 * @param replaced identities with too few images and who took their places
 * @param dropped identities that are not in it, with the reason
 * @param droppedImages images of identities that are in it, counted by the reason why they are not
 */
public record Composition(
    List<Row> sources,
    List<Integer> stages,
    int neverLearnt,
    List<Replaced> replaced,
    List<Dropped> dropped,
    Map<String, Integer> droppedImages) {
  /**
   * A source.
   *
   * @param identities of it, replacements included
   * @param replacements identities of it that took the place of others
   * @param images of it, changed pictures included
   * @param augmented changed pictures
   */
  public record Row(
      String source,
      boolean synthetic,
      int identities,
      int replacements,
      int images,
      int augmented) {}

  /**
   * An identity that was replaced.
   *
   * @param images it had
   * @param by who took its place
   */
  public record Replaced(String identity, String source, int images, String by, String bySource) {}

  /** An identity that was left out. */
  public record Dropped(String identity, String source, int images, String reason) {}

  public Composition {
    sources = List.copyOf(sources);
    stages = List.copyOf(stages);
    replaced = List.copyOf(replaced);
    dropped = List.copyOf(dropped);
    droppedImages = java.util.Collections.unmodifiableMap(new TreeMap<>(droppedImages));
  }

  public int identities() {
    return sources.stream().mapToInt(Row::identities).sum();
  }

  public int images() {
    return sources.stream().mapToInt(Row::images).sum();
  }

  public int augmented() {
    return sources.stream().mapToInt(Row::augmented).sum();
  }

  /** The figures that matter, for programs. */
  public Map<String, Object> figures(String release) {
    Map<String, Object> figures = new java.util.LinkedHashMap<>();
    figures.put("release", release);
    figures.put("identities", identities());
    figures.put("images", images());
    figures.put("augmented", augmented());
    figures.put("replaced", replaced.size());
    figures.put("dropped", dropped.size());
    figures.put("stages", stages);
    return figures;
  }

  /** One sentence. */
  public String sentence() {
    return "%,d images of %,d identities (%,d augmented, %,d identities replaced, %,d left out)"
        .formatted(images(), identities(), augmented(), replaced.size(), dropped.size());
  }
}
