package org.facewright.gallery;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.facewright.jobs.JobException;
import org.facewright.jobs.worker.Engine;
import org.facewright.jobs.worker.WorkerDiedException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an engine going: starts it when it is first needed and starts a fresh one when a worker
 * died. One thread at a time.
 */
final class EngineKeeper implements AutoCloseable {
  private final Engines engines;
  private @Nullable Engine engine;

  EngineKeeper(Engines engines) {
    this.engines = engines;
  }

  /**
   * Asks the engine.
   *
   * @throws WorkerDiedException if the worker died of this request; the next one gets a new worker
   */
  FaceReply ask(
      FaceRequest request, byte[] pictures, BooleanSupplier stopping, Consumer<String> log)
      throws JobException {
    Engine running = engine;
    if (running == null) {
      running = engines.start();
      engine = running;
    }
    try {
      return FaceReply.fromMessage(running.call(request.toJson(), pictures, stopping, log));
    } catch (WorkerDiedException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
      engine = null;
    }
  }
}
