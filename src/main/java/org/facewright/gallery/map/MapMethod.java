package org.facewright.gallery.map;

/** How embeddings are brought into the plane. */
public enum MapMethod {
  UMAP(
      "UMAP",
      "Keeps neighbours together; distances between groups mean little.",
      Integer.MAX_VALUE),
  TSNE(
      "t-SNE",
      "Separates groups most clearly; neither distances nor sizes of groups mean anything.",
      2000),
  PCA(
      "PCA",
      "The two directions of most variance; distances are true ones, seen from the side.",
      Integer.MAX_VALUE);

  private final String label;
  private final String sentence;
  private final int most;

  MapMethod(String label, String sentence, int most) {
    this.label = label;
    this.sentence = sentence;
    this.most = most;
  }

  public String label() {
    return label;
  }

  /** What it keeps and what it does not. */
  public String sentence() {
    return sentence;
  }

  /**
   * How many points it places itself: the time of exact t-SNE grows with the square. Of more, a
   * sample is placed, and the others where their nearest neighbours of the sample lie.
   */
  public int most() {
    return most;
  }
}
