package org.facewright.ui.job;

import org.facewright.ui.text.Texts;

/** Where a job stands, as the window says it. */
public enum JobPhase {
  QUEUED("phase.queued", "fth-clock"),
  RUNNING("phase.running", "fth-play"),
  PAUSED("phase.paused", "fth-pause"),
  DONE("phase.done", "fth-check"),
  FAILED("phase.failed", "fth-alert-triangle"),
  CANCELLED("phase.cancelled", "fth-slash");

  private static final Texts TEXTS = Texts.of(JobPhase.class);

  private final String text;
  private final String icon;

  JobPhase(String text, String icon) {
    this.text = text;
    this.icon = icon;
  }

  public String label() {
    return TEXTS.get(text);
  }

  public String icon() {
    return icon;
  }

  /** Whether it takes or waits for machine time. */
  public boolean open() {
    return this == QUEUED || this == RUNNING || this == PAUSED;
  }
}
