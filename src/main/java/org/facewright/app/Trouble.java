package org.facewright.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.jobs.JobException;
import org.facewright.project.ProjectException;
import org.facewright.project.ViewOnlyException;

/** Why a command failed, as the user is told. */
record Trouble(Exception cause) {
  /** Expected trouble is one plain sentence; only what nobody expected shows where it happened. */
  boolean expected() {
    return cause instanceof UserException
        || cause instanceof ProjectException
        || cause instanceof ViewOnlyException
        || cause instanceof JobException
        || cause instanceof CatalogueException
        || cause instanceof InstallException
        || cause instanceof IOException
        || cause instanceof UncheckedIOException;
  }

  String sentence() {
    return "facewright: " + (cause.getMessage() == null ? cause.toString() : cause.getMessage());
  }
}
