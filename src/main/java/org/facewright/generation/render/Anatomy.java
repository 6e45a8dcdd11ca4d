package org.facewright.generation.render;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What the renderer derives from a face model once: openness, atlas, regions, lids, lashes. */
final class Anatomy {
  /** The model's bust ends in cut shoulders; below this height clothes take over. */
  private static final float BUST = -15.5f;

  /** Beside the neck the shoulders' slope is under the shirt already from here on. */
  private static final float SLOPE = -9.6f;

  private static final float NECK_HALF = 6f;

  final FaceKit kit;

  /** Triangles of skin and eyeballs, always drawn. */
  final int[] outside;

  /** Triangles of teeth, gums and tongue. */
  final int[] mouth;

  /** Material of each of {@code outside}, then {@code mouth}. */
  final Material[] materials;

  /** 0 closed in to 1 open, a value a vertex. */
  final float[] open;

  /** Atlas coordinates, two a vertex. */
  final float[] uv;

  final Atlas atlas;
  final Regions regions;
  final EyeAnatomy eyes;

  Anatomy(FaceKit kit, int atlasSize) {
    this.kit = kit;
    int[] first =
        Arrays.stream(select(kit, m -> m.isSkin() || m.isEye()))
            .filter(t -> aboveCollar(kit.neutral(), kit.triangles()[t * 3] * 3))
            .toArray();
    int[] second = select(kit, Material::isMouth);
    outside = corners(kit, first);
    mouth = corners(kit, second);
    materials =
        IntStream.concat(Arrays.stream(first), Arrays.stream(second))
            .mapToObj(t -> kit.materials()[t])
            .toArray(Material[]::new);
    open = AmbientOcclusion.bake(kit, corners(kit, select(kit, Material::isDrawn)));
    uv = Atlas.coordinates(kit.neutral());
    atlas = new Atlas(kit, corners(kit, select(kit, Material::isSkin)), atlasSize);
    eyes = new EyeAnatomy(kit);
    regions = new Regions(kit, atlas, eyes);
  }

  FaceKit.Delta delta(String expression) {
    return java.util.Objects.requireNonNull(kit.expressions().get(expression), expression);
  }

  private static boolean aboveCollar(float[] p, int at) {
    return p[at + 1] > (Math.abs(p[at]) > NECK_HALF ? SLOPE : BUST);
  }

  private static int[] select(FaceKit kit, Predicate<Material> wanted) {
    return IntStream.range(0, kit.triangleCount())
        .filter(t -> wanted.test(kit.materials()[t]))
        .toArray();
  }

  private static int[] corners(FaceKit kit, int[] triangles) {
    int[] corners = new int[triangles.length * 3];
    for (int i = 0; i < triangles.length; i++) {
      System.arraycopy(kit.triangles(), triangles[i] * 3, corners, i * 3, 3);
    }
    return corners;
  }
}
