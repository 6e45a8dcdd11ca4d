package org.facewright.generation.render;

/** What is behind the head, always out of focus. */
public enum BackdropKind {
  /** A plain wall with a falloff of light. */
  STUDIO,
  /** Two colours running into each other. */
  GRADIENT,
  /** Walls, shelves, windows and lamps. */
  ROOM,
  /** Leaves with light between them. */
  FOLIAGE,
  /** Sky above, ground or houses below. */
  STREET
}
