package org.facewright.ui.job;

/** Where a job stands, as the window says it. */
public enum JobPhase {
  QUEUED("queued", "fth-clock"),
  RUNNING("running", "fth-play"),
  PAUSED("paused", "fth-pause"),
  DONE("done", "fth-check"),
  FAILED("failed", "fth-alert-triangle"),
  CANCELLED("cancelled", "fth-slash");

  private final String label;
  private final String icon;

  JobPhase(String label, String icon) {
    this.label = label;
    this.icon = icon;
  }

  public String label() {
    return label;
  }

  public String icon() {
    return icon;
  }

  /** Whether it takes or waits for machine time. */
  public boolean open() {
    return this == QUEUED || this == RUNNING || this == PAUSED;
  }
}
