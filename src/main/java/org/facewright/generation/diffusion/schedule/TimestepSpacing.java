package org.facewright.generation.diffusion.schedule;

/** Which of the trained noise levels a run visits (Lin et al., 2023, table 2). */
public enum TimestepSpacing {
  /** Even whole strides from the clean end, plus an offset: the noisiest level is left out. */
  LEADING,
  /** Even strides from the noisiest level down. */
  TRAILING,
  /** Evenly between both ends, fractions included. */
  LINSPACE
}
