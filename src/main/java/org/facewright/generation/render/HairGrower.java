package org.facewright.generation.render;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Grows hair strand by strand: from a root on the scalp along the style's comb, bent by gravity,
 * kept outside the skull, gathered into locks by smooth noise.
 */
final class HairGrower {
  private final Anatomy anatomy;
  private final Identity identity;
  private final float[] head;
  private final HeadField field;
  private final HairCut cut;
  private final HairComb comb;
  private final SplittableRandom random;
  private final Noise noise;

  /** Hair under a hat is left out above this height. */
  private final float hat;

  HairGrower(Anatomy anatomy, Identity identity, float[] head, HeadField field) {
    this.anatomy = anatomy;
    this.identity = identity;
    this.head = head;
    this.field = field;
    HairStyle style = identity.hair().style();
    cut = HairCut.of(style);
    random = Seeds.stream(identity.seed(), 6);
    noise = new Noise(Seeds.of(identity.seed(), 7));
    comb = new HairComb(identity.hair(), random.nextFloat());
    hat = HeadwearMesh.coversHairAbove(identity.headwear().kind());
  }

  Strands grow() {
    int wanted = cut.count();
    int steps = cut.steps();
    float[] points = new float[wanted * steps * 3];
    float[] width = new float[wanted];
    float[] tone = new float[wanted];
    float[] grey = new float[wanted];
    float[] depth = new float[wanted];
    Roots roots = new Roots(anatomy);
    int grown = 0;
    for (int tries = 0; grown < wanted && tries < wanted * 8; tries++) {
      roots.next(random);
      float ragged = noise.rough(roots.x * 1.3f, roots.y * 1.3f, roots.z * 1.3f);
      float cover = Hairline.cover(identity.hair(), roots.degrees(), roots.y, ragged * 0.9f);
      if (cover < 0.15f + 0.85f * random.nextFloat() || roots.y > hat) {
        continue;
      }
      float layer = random.nextFloat();
      strand(roots, layer, points, grown * steps * 3);
      float lock = noise.at(roots.x * 0.9f, roots.y * 0.9f, roots.z * 0.9f);
      width[grown] = cut.width() * (0.7f + 0.6f * random.nextFloat());
      tone[grown] = 1 + 0.22f * lock + 0.25f * (random.nextFloat() - 0.5f);
      grey[grown] = random.nextFloat() < identity.hair().grey() * 0.6f ? 0.8f : 0;
      depth[grown++] = layer;
    }
    return new Strands(
        steps,
        Arrays.copyOf(points, grown * steps * 3),
        Arrays.copyOf(width, grown),
        Arrays.copyOf(tone, grown),
        Arrays.copyOf(grey, grown),
        new int[0],
        new float[0],
        Arrays.copyOf(depth, grown));
  }

  private void strand(Roots root, float layer, float[] out, int at) {
    Identity.Hair hair = identity.hair();
    float px = root.at(head, 0);
    float py = root.at(head, 1);
    float pz = root.at(head, 2);
    comb.start(root.x, root.y, root.z);
    float onTop = Smooth.step(6.5f, 10, root.y + 0.15f * Math.abs(root.z));
    float length =
        Smooth.mix(cut.sides(), cut.top(), onTop)
            * hair.length()
            * (0.75f + 0.5f * random.nextFloat());
    length = comb.trim(length);
    float step = length / (cut.steps() - 1);
    float keep = (float) Math.pow(cut.stiff(), step);
    float own = cut.turns() > 0.35f ? 3 : 0.8f;
    float phase =
        random.nextFloat() * own + 6.28f * noise.at(root.x * 0.5f, root.y * 0.5f, root.z * 0.5f);
    float bulk = cut.bulk() * hair.volume() * (0.15f + 0.85f * layer);
    float wild = 0.10f + 0.55f * hair.frizz();
    float[] d = null;
    float[] target = new float[3];
    for (int i = 0; i < cut.steps(); i++) {
      float curl = cut.curl() * (0.6f + 0.8f * hair.frizz()) * Math.min(1, i * step * 0.7f);
      float angle = phase + i * step * cut.turns() * 6.2832f;
      float nx = px;
      float ny = py - HeadField.CENTRE_Y;
      float nz = pz - HeadField.CENTRE_Z;
      float r = (float) Math.sqrt(nx * nx + ny * ny + nz * nz);
      nx /= r;
      ny /= r;
      nz /= r;
      out[at + i * 3] =
          px
              + curl
                  * ((float) Math.cos(angle) * 0.9f * Math.signum(px + 0.01f)
                      + (float) Math.sin(angle) * nx * 0.6f);
      out[at + i * 3 + 1] = py + curl * (float) Math.sin(angle) * 0.5f;
      out[at + i * 3 + 2] =
          pz + curl * ((float) Math.cos(angle) * 0.6f + (float) Math.sin(angle) * nz * 0.6f);
      comb.towards(px, py, pz, nx, ny, nz, target);
      jitter(root, target, wild, i);
      d = d == null ? start(target, nx, ny, nz) : bend(d, target, keep);
      px += d[0] * step;
      py += d[1] * step;
      pz += d[2] * step;
      float rx = px;
      float ry = py - HeadField.CENTRE_Y;
      float rz = pz - HeadField.CENTRE_Z;
      float now = (float) Math.sqrt(rx * rx + ry * ry + rz * rz);
      float least =
          field.reach(rx, ry, rz)
              + 0.12f
              + bulk * Math.min(1, (i + 1) * step * 0.45f) * comb.loose(py);
      float most = least + cut.extent() * hair.volume() * (0.25f + 0.75f * layer);
      float kept = py > -2 ? Math.clamp(now, least, most) : Math.max(now, least);
      px = rx / now * kept;
      py = ry / now * kept + HeadField.CENTRE_Y;
      pz = rz / now * kept + HeadField.CENTRE_Z;
    }
  }

  private void jitter(Roots root, float[] target, float wild, int i) {
    float f = 0.55f;
    for (int k = 0; k < 3; k++) {
      float lock = noise.at(root.x * f + k * 17, root.y * f + i * 0.12f, root.z * f);
      target[k] += 0.28f * lock + wild * (random.nextFloat() - 0.5f);
    }
  }

  private float[] start(float[] target, float nx, float ny, float nz) {
    float lift = cut.lift() * (0.7f + 0.3f * identity.hair().volume());
    return unit(
        target[0] * (1 - lift) + nx * (lift + 0.15f),
        target[1] * (1 - lift) + ny * (lift + 0.15f),
        target[2] * (1 - lift) + nz * (lift + 0.15f));
  }

  private static float[] bend(float[] d, float[] target, float keep) {
    return unit(
        d[0] * keep + target[0] * (1 - keep),
        d[1] * keep + target[1] * (1 - keep),
        d[2] * keep + target[2] * (1 - keep));
  }

  private static float[] unit(float x, float y, float z) {
    float scale = 1 / (float) Math.sqrt(x * x + y * y + z * z + 1e-9f);
    return new float[] {x * scale, y * scale, z * scale};
  }
}
