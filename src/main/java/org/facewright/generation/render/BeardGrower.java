package org.facewright.generation.render;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Grows beard hair where the beard regions are; it moves with the jaw. */
final class BeardGrower {
  private static final int STEPS = 5;

  private final Anatomy anatomy;
  private final Identity identity;
  private final float[] head;
  private final SplittableRandom random;

  BeardGrower(Anatomy anatomy, Identity identity, float[] head) {
    this.anatomy = anatomy;
    this.identity = identity;
    this.head = head;
    random = Seeds.stream(identity.seed(), 8);
  }

  Strands grow() {
    Identity.Beard beard = identity.beard();
    float most = Math.max(beard.moustache(), Math.max(beard.chin(), beard.cheeks()));
    if (most < 0.1f) {
      return Strands.none();
    }
    int wanted = 4200;
    float[] points = new float[wanted * STEPS * 3];
    float[] width = new float[wanted];
    float[] tone = new float[wanted];
    float[] grey = new float[wanted];
    float[] depth = new float[wanted];
    int[] anchors = new int[wanted * 3];
    float[] weights = new float[wanted * 2];
    float[] normals = Geometry.normals(head, anatomy.outside, anatomy.kit.vertices());
    Noise noise = new Noise(Seeds.of(identity.seed(), 9));
    Roots roots = new Roots(anatomy);
    int grown = 0;
    for (int tries = 0; grown < wanted && tries < wanted * 14; tries++) {
      roots.next(random);
      float length = length(roots, beard);
      if (length < 0.12f) {
        continue;
      }
      strand(roots, normals, noise, length, points, grown * STEPS * 3);
      System.arraycopy(roots.corner, 0, anchors, grown * 3, 3);
      weights[grown * 2] = roots.second;
      weights[grown * 2 + 1] = roots.third;
      width[grown] = 0.04f + 0.03f * random.nextFloat();
      tone[grown] = 0.75f + 0.5f * random.nextFloat();
      grey[grown] = random.nextFloat() < beard.grey() ? 0.85f : 0;
      depth[grown++] = 0.4f + 0.6f * random.nextFloat();
    }
    return new Strands(
        STEPS,
        Arrays.copyOf(points, grown * STEPS * 3),
        Arrays.copyOf(width, grown),
        Arrays.copyOf(tone, grown),
        Arrays.copyOf(grey, grown),
        Arrays.copyOf(anchors, grown * 3),
        Arrays.copyOf(weights, grown * 2),
        Arrays.copyOf(depth, grown));
  }

  private float length(Roots roots, Identity.Beard beard) {
    float upper = roots.mask(Region.MOUSTACHE);
    float chin = roots.mask(Region.CHIN_BEARD);
    float cheek = roots.mask(Region.CHEEK_BEARD);
    float length =
        Math.max(upper * beard.moustache(), Math.max(chin * beard.chin(), cheek * beard.cheeks()));
    float strongest = Math.max(upper, Math.max(chin, cheek));
    return random.nextFloat() > strongest ? 0 : length * (0.6f + 0.6f * random.nextFloat());
  }

  private void strand(Roots root, float[] normals, Noise noise, float length, float[] out, int at) {
    float nx = root.at(normals, 0);
    float ny = root.at(normals, 1);
    float nz = root.at(normals, 2);
    float px = root.at(head, 0);
    float py = root.at(head, 1);
    float pz = root.at(head, 2);
    float aside = root.y > -3.6f ? Math.signum(px) * Math.min(0.8f, Math.abs(px) * 0.5f) : 0;
    float lock = 0.5f * noise.at(root.x * 1.2f, root.y * 1.2f, 0);
    float wild = 0.5f * (random.nextFloat() - 0.5f);
    for (int i = 0; i < STEPS; i++) {
      out[at + i * 3] = px;
      out[at + i * 3 + 1] = py;
      out[at + i * 3 + 2] = pz;
      float droop = 0.55f + 0.5f * i;
      float dx = nx * 0.55f + aside + lock + wild * 0.7f;
      float dy = ny * 0.4f - droop;
      float dz = nz * 0.75f + 0.1f - wild * 0.4f;
      float scale = length / (STEPS - 1) / (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
      px += dx * scale;
      py += dy * scale;
      pz += dz * scale;
    }
  }
}
