package org.facewright.inference.models;

/** Hears how an install goes on. Called on the thread that installs or fetches. */
@FunctionalInterface
public interface InstallProgress {
  /** Hears nothing. */
  InstallProgress SILENT = (done, total, text) -> {};

  /**
   * A step forward.
   *
   * @param done bytes installed or fetched so far
   * @param total bytes of all that is to be installed
   * @param text what is being done
   */
  void at(long done, long total, String text);

  /** Asked often; true stops the install with reason CANCELLED, and a later one resumes. */
  default boolean cancelled() {
    return false;
  }
}
