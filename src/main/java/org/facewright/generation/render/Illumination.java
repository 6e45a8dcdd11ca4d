package org.facewright.generation.render;

/**
 * Lights a surfel: a key lamp with a soft shadow, fill, rim, and the light of the room by
 * direction. Diffuse light wraps round skin, red farther than blue (the cheap subsurface scattering
 * of Green, GPU Gems 2004); reflections are GGX (Walter 2007); hair is Kajiya-Kay 1989 with two
 * highlights (Scheuermann 2004).
 */
final class Illumination {
  private static final float[] WRAP = {0.36f, 0.20f, 0.15f};

  private final Lamp[] lamps;
  private final ShadowMap shadow;
  private final float[] sky;
  private final float[] ground;
  private final float penumbra;
  private final float distance;

  /**
   * @param backdrop mean linear colour of what is behind, which colours the room's light
   * @param distance of the camera from the pivot
   */
  Illumination(Shot.Lighting light, float[] backdrop, ShadowMap shadow, float distance) {
    Lamp key = key(light);
    float side = light.keyAzimuth() > 0 ? -1 : 1;
    Lamp fill = Lamp.of(side * 50, 5, light.fill() * 0.9f, -0.3f * light.keyWarmth(), 0.8f);
    Lamp rim = Lamp.of(light.rimAzimuth(), 25, light.rim() * 2.2f, -0.4f * light.keyWarmth(), 0.4f);
    lamps = new Lamp[] {key, fill, rim};
    this.shadow = shadow;
    float[] room = Colour.mix(new float[] {1, 1, 1}, hueOf(backdrop), 0.45f);
    sky = Colour.times(room, light.ambient() * 1.15f);
    ground = Colour.times(Colour.times(room, new float[] {1, 0.9f, 0.8f}), light.ambient() * 0.6f);
    penumbra = 0.35f + 1.5f * light.softness();
    this.distance = distance;
  }

  static Lamp key(Shot.Lighting light) {
    return Lamp.of(
        light.keyAzimuth(),
        light.keyElevation(),
        light.keyIntensity() * 2.4f,
        light.keyWarmth(),
        light.softness());
  }

  private static float[] hueOf(float[] rgb) {
    float mean = (rgb[0] + rgb[1] + rgb[2]) / 3 + 0.02f;
    return new float[] {(rgb[0] + 0.02f) / mean, (rgb[1] + 0.02f) / mean, (rgb[2] + 0.02f) / mean};
  }

  /**
   * @param turn 0..1, differs between neighbouring samples, for the shadow's filter
   * @param out linear radiance, three values at {@code at}
   */
  void light(Surfel s, float turn, float[] out, int at) {
    float vx = -s.x;
    float vy = -s.y;
    float vz = distance - s.z;
    float scale = 1 / (float) Math.sqrt(vx * vx + vy * vy + vz * vz);
    vx *= scale;
    vy *= scale;
    vz *= scale;
    room(s, vx, vy, vz, out, at);
    float[] d = lamps[0].direction();
    float facing = s.strand ? 1 : s.nx * d[0] + s.ny * d[1] + s.nz * d[2];
    float lit = 0;
    if (facing > -0.45f) {
      float start = s.strand ? 0.5f : 0.18f;
      lit =
          shadow.lit(
              s.x + s.nx * start, s.y + s.ny * start, s.z + s.nz * start, penumbra, 0.22f, turn);
    }
    for (int i = 0; i < lamps.length; i++) {
      float reach = i == 0 ? lit : 0.35f + 0.65f * s.open;
      if (s.strand) {
        StrandLight.add(s, lamps[i], reach, vx, vy, vz, out, at);
      } else {
        surface(s, lamps[i], reach, vx, vy, vz, out, at);
      }
    }
  }

  private void room(Surfel s, float vx, float vy, float vz, float[] out, int at) {
    float up = s.strand ? 0.5f : 0.5f + 0.5f * s.ny;
    float open = s.open * (0.55f + 0.45f * s.open);
    float facing = s.strand ? 0.8f : 0.80f + 0.20f * s.nz;
    float cos = Math.max(0, s.nx * vx + s.ny * vy + s.nz * vz);
    float edge = (float) Math.pow(1 - cos, 5);
    float mirror = s.strand ? 0 : (s.specular + (1 - s.specular) * edge * (1 - s.roughness) * 0.5f);
    float reflectedUp = 2 * cos * s.ny - vy;
    float above = Smooth.step(-0.4f, 0.8f, reflectedUp);
    for (int c = 0; c < 3; c++) {
      float around = (ground[c] + (sky[c] - ground[c]) * up) * facing;
      float bleed = s.soft > 0 && c == 0 ? open + (1 - open) * 0.12f * s.soft : open;
      float albedo = c == 0 ? s.red : c == 1 ? s.green : s.blue;
      out[at + c] = albedo * around * bleed;
      out[at + c] += mirror * open * (ground[c] + (sky[c] - ground[c]) * above) * 0.9f;
    }
  }

  private static void surface(
      Surfel s, Lamp lamp, float reach, float vx, float vy, float vz, float[] out, int at) {
    float[] d = lamp.direction();
    float cos = s.nx * d[0] + s.ny * d[1] + s.nz * d[2];
    for (int c = 0; c < 3; c++) {
      float wrap = (WRAP[c] + 0.12f * lamp.size()) * s.soft + 0.05f;
      float t = Math.max(0, (cos + wrap) / (1 + wrap));
      float through =
          s.soft > 0 && c == 0 ? (float) Math.sqrt(reach) * 0.35f + reach * 0.65f : reach;
      float albedo = c == 0 ? s.red : c == 1 ? s.green : s.blue;
      out[at + c] += albedo * t * (0.65f + 0.35f * t) * through * lamp.rgb()[c] * 0.62f;
    }
    if (cos > 0 && reach > 0) {
      float shine = s.wet ? lampImage(s, lamp, vx, vy, vz) : ggx(s, lamp, cos, vx, vy, vz);
      for (int c = 0; c < 3; c++) {
        out[at + c] += shine * reach * lamp.rgb()[c];
      }
    }
  }

  /** The lamp's own sharp reflection, as on a cornea. */
  private static float lampImage(Surfel s, Lamp lamp, float vx, float vy, float vz) {
    float cos = s.nx * vx + s.ny * vy + s.nz * vz;
    float[] d = lamp.direction();
    float along =
        (2 * cos * s.nx - vx) * d[0] + (2 * cos * s.ny - vy) * d[1] + (2 * cos * s.nz - vz) * d[2];
    float rim = 0.975f - 0.07f * lamp.size();
    return 0.85f * Smooth.step(rim, rim + 0.015f, along);
  }

  private static float ggx(Surfel s, Lamp lamp, float cos, float vx, float vy, float vz) {
    float[] d = lamp.direction();
    float hx = d[0] + vx;
    float hy = d[1] + vy;
    float hz = d[2] + vz;
    float scale = 1 / (float) Math.sqrt(hx * hx + hy * hy + hz * hz);
    float nh = Math.max(0, (s.nx * hx + s.ny * hy + s.nz * hz) * scale);
    float nv = Math.max(0.08f, s.nx * vx + s.ny * vy + s.nz * vz);
    float vh = Math.max(0, (vx * hx + vy * hy + vz * hz) * scale);
    float rough = Math.min(1, s.roughness + 0.12f * lamp.size());
    float a = rough * rough;
    float a2 = a * a;
    float f = nh * nh * (a2 - 1) + 1;
    float spread = a2 / (3.1416f * f * f);
    float k = a / 2;
    float hidden = 1 / ((cos * (1 - k) + k) * (nv * (1 - k) + k) * 4);
    float m = 1 - vh;
    float fresnel = s.specular + (1 - s.specular) * m * m * m * m * m;
    return Math.min(6, spread * hidden * fresnel * cos * 1.6f);
  }
}
