package org.facewright.generation.render;

import org.facewright.image.RgbImage;

/** Renders people of a face model. Safe to share between threads. */
public final class FaceRenderer {
  private static final int ATLAS = 512;
  private final Anatomy anatomy;

  public FaceRenderer(FaceKit kit) {
    anatomy = new Anatomy(kit, ATLAS);
  }

  Head head(Identity identity) {
    return new Head(
        identity,
        HeadShape.blend(anatomy.kit, identity),
        new SkinPainter(anatomy, identity).paint());
  }

  RgbImage render(Head person, Shot shot, int size, boolean align, int ss) {
    float[] head = person.neutral().clone();
    ExpressionBlend.weights(person.identity().shape(), shot.expression())
        .forEach((name, w) -> anatomy.kit.expressions().get(name).addTo(head, w));
    View flat = View.of(shot.pose(), shot.camera().focal());
    float[] five = flat.toPicture(flat.toCamera(Landmarks.fivePoints(head)));
    float[] xy = new float[10];
    for (int i = 0; i < 5; i++) {
      xy[i * 2] = five[i * 3];
      xy[i * 2 + 1] = five[i * 3 + 1];
    }
    Similarity plane = align ? Similarity.toTemplate(xy, size) : new Similarity(size / 36f, 0, size / 2f, size / 2f);
    View view = flat.onto(plane.scaled(ss));
    VisibilityBuffer buffer = new VisibilityBuffer(size * ss, size * ss);
    FaceLayer face = new FaceLayer(anatomy, person, head, view, shot.expression().open() + Math.max(0, shot.expression().smile()));
    ShadowMap shadow = new ShadowMap(Illumination.key(shot.lighting()).direction());
    face.cast(shadow);
    face.draw(buffer, view, 0);
    Illumination light = new Illumination(shot.lighting(), new float[] {.3f, .3f, .3f}, shadow, view.distance);
    Surfel s = new Surfel();
    float[] rgb = new float[size * size * ss * ss * 3];
    for (int at = 0; at < buffer.item.length; at++) {
      if (buffer.item[at] >= 0) {
        face.describe(buffer.item[at], buffer.second[at], buffer.third[at], s);
        light.light(s, (at * 0.618034f) % 1f, rgb, at * 3);
      } else { rgb[at*3]=rgb[at*3+1]=rgb[at*3+2]=.2f; }
    }
    byte[] out = new byte[size * size * 3];
    for (int y = 0; y < size; y++) for (int x = 0; x < size; x++) for (int c = 0; c < 3; c++) {
      float sum = 0;
      for (int k = 0; k < ss * ss; k++) sum += Develop.tone(rgb[((y * ss + k / ss) * size * ss + x * ss + k % ss) * 3 + c]);
      out[(y * size + x) * 3 + c] = (byte) (int) (sum / (ss * ss) * 255 + .5f);
    }
    return new RgbImage(size, size, out);
  }
}
