package org.facewright.generation.render;

import java.util.Locale;

/** What a triangle of the face model is made of, as its material name says. */
public enum Material {
  FACE,
  BACK_HEAD,
  TEETH,
  GUMS_TONGUE,
  /** The eyeball's outer shell, with the cornea's bulge; the only eye surface that is drawn. */
  SCLERA_LEFT,
  SCLERA_RIGHT,
  /** Lash cards: drawn as strands along the cards' columns, never as cards. */
  LASHES,
  /** The inner eyeball, and overlays that only a real-time engine's eye shader needs. */
  UNSEEN;

  /** The material of a name such as {@code M_ScleraLeft}; names we do not know are not drawn. */
  static Material named(String name) {
    return switch (name.toLowerCase(Locale.ROOT).replace("_", "")) {
      case "mface" -> FACE;
      case "mbackhead" -> BACK_HEAD;
      case "mteeth" -> TEETH;
      case "mgumstongue" -> GUMS_TONGUE;
      case "mscleraleft" -> SCLERA_LEFT;
      case "mscleraright" -> SCLERA_RIGHT;
      case "meyelashes" -> LASHES;
      default -> UNSEEN;
    };
  }

  boolean isSkin() {
    return this == FACE || this == BACK_HEAD;
  }

  boolean isEye() {
    return this == SCLERA_LEFT || this == SCLERA_RIGHT;
  }

  boolean isMouth() {
    return this == TEETH || this == GUMS_TONGUE;
  }

  boolean isDrawn() {
    return this != LASHES && this != UNSEEN;
  }
}
