package org.facewright.gallery;

import org.facewright.jobs.JobException;
import org.facewright.jobs.worker.Engine;

/** Starts what runs the face networks: in this process, or in a worker process of its own. */
public interface Engines {
  /** A fresh engine; whoever asks closes it. */
  Engine start() throws JobException;
}
