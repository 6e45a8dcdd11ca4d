package org.facewright.training.job;

import org.facewright.jobs.JobException;
import org.facewright.jobs.worker.Engine;

/** Starts what trains: a {@link TrainEngine} in this process, or in a worker process of its own. */
@FunctionalInterface
public interface TrainEngines {
  /** A fresh engine; whoever asks closes it. */
  Engine start() throws JobException;
}
