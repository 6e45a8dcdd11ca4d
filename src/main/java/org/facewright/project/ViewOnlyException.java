package org.facewright.project;

/** Somebody wanted to write into a project that is opened for viewing only; nothing was written. */
public final class ViewOnlyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ViewOnlyException() {
    super(
        "this project is opened for viewing only, so nothing is written into it; copy its folder to"
            + " a place of your own to work on it");
  }
}
