package org.facewright.leakage;

import org.facewright.jobs.JobException;
import org.facewright.jobs.worker.Engine;
import org.facewright.leakage.search.LeakEngine;

/** Starts what compares: a {@link LeakEngine} in this process, or in a worker process. */
@FunctionalInterface
public interface LeakEngines {
  /** A fresh engine; whoever asks closes it. */
  Engine start() throws JobException;
}
