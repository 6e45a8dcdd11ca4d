package org.facewright.project.release;

/** In which order a release lists its images. */
public enum ReleaseOrder {
  /** All synthetic images first, then the others, identity by identity: the published order. */
  PAPER,
  /** The easiest image first, by measured difficulty. */
  MEASURED,
  /** Drawn by lot from the seed: the control. */
  SHUFFLED
}
