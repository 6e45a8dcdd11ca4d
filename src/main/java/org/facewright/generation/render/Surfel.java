package org.facewright.generation.render;

/**
 * One visible point, ready to be lit: filled by a layer, read by the light. Mutable and reused;
 * belongs to one picture's thread. Camera space.
 */
final class Surfel {
  float x;
  float y;
  float z;
  float nx;
  float ny;
  float nz;

  /** Direction along a strand; only when {@link #strand}. */
  float tx;

  float ty;
  float tz;

  /** Linear colour. */
  float red;

  float green;
  float blue;

  /** 0 closed in to 1 open to the light of the room. */
  float open;

  /** GGX roughness, 0.05 a mirror to 1 dull. */
  float roughness;

  /** Reflectance straight on: 0.04 most things, 0.6 and more metal. */
  float specular;

  /** 0 hard surface to 1 skin: how far light runs under the surface. */
  float soft;

  /** A strand of hair, lit by its direction instead of a normal. */
  boolean strand;

  /** Wet and curved: shows lamps as sharp reflections. */
  boolean wet;

  /** Scratch for whoever fills this. */
  final float[] texel = new float[Texture.CHANNELS];

  void colour(float[] rgb, float factor) {
    red = rgb[0] * factor;
    green = rgb[1] * factor;
    blue = rgb[2] * factor;
  }

  void matter(float roughness, float specular, float soft) {
    this.roughness = roughness;
    this.specular = specular;
    this.soft = soft;
    strand = false;
    wet = false;
  }
}
