package org.facewright.generation.render;

/** How the hair is worn. All but {@link #BALD} grow as strands. */
public enum HairStyle {
  BALD,
  /** A few millimetres all over. */
  BUZZ,
  /** Short, combed forward, with a short fringe. */
  CROP,
  /** Short sides, the top combed over from a parting. */
  SIDE_PART,
  /** Short sides, the top swept up and back. */
  SWEPT_BACK,
  /** Loose curls over ears and forehead. */
  CURLY,
  /** Tight curls standing off the head all round. */
  AFRO,
  /** To the jaw, from a parting. */
  BOB,
  /** To the jaw, with a fringe to the brows. */
  FRINGE_BOB,
  /** Over the shoulders, straight. */
  LONG_STRAIGHT,
  /** Over the shoulders, in waves. */
  LONG_WAVY,
  /** Combed back tightly into a bun. */
  TIED_BACK,
  /** Short at sides and back only, the crown bare. */
  RECEDING
}
