package org.facewright.app;

import org.facewright.gallery.Engines;
import org.facewright.generation.imagine.ImagineJob;
import org.facewright.generation.vec2face.engine.GeneratorClient;
import org.facewright.jobs.JobException;
import org.facewright.jobs.worker.Engine;

/** Starts the engines of all stages: in this process, or in worker processes. */
interface WorkEngines extends Engines, ImagineJob.Engines, GeneratorClient.Engines {
  /** For commands that run no network. */
  WorkEngines NONE =
      new WorkEngines() {
        @Override
        public Engine start() throws JobException {
          throw new JobException("this command runs no networks");
        }

        @Override
        public Engine startDrawing() throws JobException {
          return start();
        }

        @Override
        public Engine startVec2Face() throws JobException {
          return start();
        }
      };
}
