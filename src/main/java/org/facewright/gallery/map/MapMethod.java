package org.facewright.gallery.map;

import org.facewright.ui.text.Texts;

/** How embeddings are brought into the plane. */
public enum MapMethod {
  UMAP("UMAP", "umap", Integer.MAX_VALUE),
  TSNE("t-SNE", "tsne", 2000),
  PCA("PCA", "pca", Integer.MAX_VALUE);

  private static final Texts TEXTS = Texts.of(MapMethod.class);

  private final String label;
  private final String text;
  private final int most;

  MapMethod(String label, String text, int most) {
    this.label = label;
    this.text = text;
    this.most = most;
  }

  public String label() {
    return label;
  }

  /** What it keeps and what it does not. */
  public String sentence() {
    return TEXTS.get(text);
  }

  /**
   * How many points it places itself: the time of exact t-SNE grows with the square. Of more, a
   * sample is placed, and the others where their nearest neighbours of the sample lie.
   */
  public int most() {
    return most;
  }
}
