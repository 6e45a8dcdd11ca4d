package org.facewright.generation.render;

import org.facewright.image.RgbImage;
import org.jspecify.annotations.Nullable;

/**
 * Renders people of a face model. The same identity, shot and framing give the same bytes on every
 * run and any number of threads. Safe to share between threads.
 */
public final class FaceRenderer {
  private static final int ATLAS = 512;

  private final Anatomy anatomy;
  private volatile @Nullable Head last;

  /** Prepares a model: about a second. */
  public FaceRenderer(FaceKit kit) {
    anatomy = new Anatomy(kit, ATLAS);
  }

  /**
   * One picture at once, spread over the cores, for sliders. What the last call made ready is kept
   * where it still fits: moving the light costs less than changing the hair.
   *
   * @param size of the square picture in pixels, 16..2048
   */
  public RgbImage preview(Identity identity, Shot shot, int size) {
    Head before = last;
    Head head =
        before == null
            ? Head.of(anatomy, identity, Rows.SPREAD)
            : before.changed(anatomy, identity, Rows.SPREAD);
    last = head;
    return picture(head, shot, Framing.whole(size), Rows.SPREAD);
  }

  /** One picture on the calling thread. */
  public RgbImage render(Identity identity, Shot shot, Framing framing) {
    return picture(head(identity), shot, framing, Rows.ONE_BY_ONE);
  }

  Head head(Identity identity) {
    return Head.of(anatomy, identity, Rows.ONE_BY_ONE);
  }

  RgbImage picture(Head head, Shot shot, Framing framing, Rows rows) {
    Stage stage = new Stage(anatomy, head, shot, framing);
    return Develop.print(new Exposure(stage).take(rows), shot, framing);
  }

  /** A person to be rendered many times. */
  Sitter sitter(Identity identity) {
    return new Sitter(anatomy, identity);
  }

  /**
   * Where the model's 68 landmarks (iBUG order) lie in a picture.
   *
   * @return x, y in pixels, 136 values; points on the far side of the head count too
   */
  public float[] landmarks(Identity identity, Shot shot, Framing framing) {
    float[] neutral = HeadShape.blend(anatomy.kit, identity, Rows.ONE_BY_ONE);
    return Stage.landmarks(anatomy, identity.shape(), neutral, shot, framing);
  }
}
