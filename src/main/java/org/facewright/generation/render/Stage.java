package org.facewright.generation.render;

import java.util.ArrayList;
import java.util.List;

/** A person posed for one shot: every layer, the view, the light. */
final class Stage {
  final View view;
  final Framing framing;
  final Backdrop backdrop;
  private final Shot shot;
  private final List<Layer> layers = new ArrayList<>();
  private final List<Layer> glass = new ArrayList<>();
  private final float[] posed;
  final float glassTint;

  Stage(Anatomy anatomy, Head person, Shot shot, Framing framing) {
    this.shot = shot;
    this.framing = framing;
    Identity identity = person.identity();
    posed = pose(anatomy, identity.shape(), person.neutral(), shot);
    view = view(shot, framing, posed);
    float smile = Math.max(0, shot.expression().smile() - 0.3f);
    layers.add(new FaceLayer(anatomy, person, posed, view, shot.expression().open() + smile));
    hair(anatomy, person);
    person.worn().forEach(solid -> layers.add(new SolidLayer(solid, view)));
    OccluderMesh.of(identity, shot.occluder(), person.field())
        .forEach(solid -> layers.add(new SolidLayer(solid, view)));
    if (!framing.aligned()) {
      layers.add(new SolidLayer(ClothesMesh.of(shot.clothes(), shot.seed()), view));
    }
    person.lenses().forEach(solid -> glass.add(new SolidLayer(solid, view)));
    glassTint = identity.glasses().tint();
    backdrop = Backdrops.paint(shot);
  }

  private void hair(Anatomy anatomy, Head person) {
    Identity.Hair hair = person.identity().hair();
    float[] colour = Colour.hair(hair.dark(), hair.red(), hair.grey() * 0.6f);
    float rough = 0.35f + 0.5f * hair.frizz();
    if (person.hair().count() > 0) {
      layers.add(new StrandLayer(person.hair(), person.hair().points(), view, colour, rough));
    }
    if (person.beard().count() > 0) {
      float[] points = StrandLayer.follow(person.beard(), person.neutral(), posed);
      float[] dark = Colour.times(colour, 0.8f);
      layers.add(new StrandLayer(person.beard(), points, view, dark, 0.75f));
    }
    Strands lashes = Lashes.of(anatomy, person.identity(), posed);
    layers.add(new StrandLayer(lashes, lashes.points(), view, Colour.srgb(26, 20, 18), 0.8f));
  }

  List<Layer> layers() {
    return layers;
  }

  List<Layer> glass() {
    return glass;
  }

  Illumination illumination() {
    ShadowMap shadow = new ShadowMap(Illumination.key(shot.lighting()).direction());
    for (Layer layer : layers) {
      layer.cast(shadow);
    }
    return new Illumination(shot.lighting(), backdrop.mean(), shadow, view.distance);
  }

  /** A head with its expression on, head space. */
  private static float[] pose(Anatomy anatomy, Identity.Shape shape, float[] neutral, Shot shot) {
    float[] posed = neutral.clone();
    ExpressionBlend.weights(shape, shot.expression())
        .forEach((name, weight) -> anatomy.delta(name).addTo(posed, weight));
    return posed;
  }

  private static View view(Shot shot, Framing framing, float[] posed) {
    View flat = View.of(shot.pose(), shot.camera().focal());
    return flat.onto(framing.plane(shot.camera(), flat, posed).scaled(framing.samples()));
  }

  /** A head's landmarks in the picture: x, y in pixels, 68 of them. */
  static float[] landmarks(
      Anatomy anatomy, Identity.Shape shape, float[] neutral, Shot shot, Framing framing) {
    float[] posed = pose(anatomy, shape, neutral, shot);
    View view = view(shot, framing, posed);
    float[] p = view.toPicture(view.toCamera(Landmarks.all(posed)));
    float[] xy = new float[Landmarks.COUNT * 2];
    for (int i = 0; i < Landmarks.COUNT; i++) {
      xy[i * 2] = p[i * 3] / framing.samples();
      xy[i * 2 + 1] = p[i * 3 + 1] / framing.samples();
    }
    return xy;
  }
}
