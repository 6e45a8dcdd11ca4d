package org.facewright.project;

/** What kind of act a decision was. */
public enum DecisionKind {
  /** A person's verdict on images: from now on a constraint for every expert. */
  JUDGE,
  /** A person moved images to another identity, also a constraint. */
  MOVE,
  /** A person accepted what an expert proposed, in bulk; no constraint. */
  ACCEPT,
  /** An earlier decision was taken back; an undo of an undo is a redo. */
  UNDO
}
