package org.facewright.generation.render;

/** A part of the face that is painted in its own way; each is a soft mask over the atlas, 0..1. */
enum Region {
  LIPS,
  /** Where the lips meet, and their corners. */
  LIP_LINE,
  BLUSH,
  EARS,
  DARK_CIRCLE,
  /** Upper lids, where eye shadow goes. */
  UPPER_LID,
  /** The fold above the upper lid. */
  CREASE,
  /** Along the lashes' roots. */
  LASH_LINE,
  /** The lower lid's inner edge. */
  WATERLINE,
  /** Forehead, nose, chin: where skin shines. */
  T_ZONE,
  NOSTRILS,
  MOUSTACHE,
  CHIN_BEARD,
  CHEEK_BEARD,
  NECK
}
