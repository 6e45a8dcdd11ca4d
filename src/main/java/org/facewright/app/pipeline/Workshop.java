package org.facewright.app.pipeline;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.facewright.jobs.JobRecord;
import org.facewright.project.Project;
import org.facewright.training.run.RunFolder;

/** What stages need of the program around them. One thread. */
public interface Workshop {
  Project project();

  /**
   * Runs a job of the project's queue to its end, or goes on with the unfinished one of the same
   * settings.
   *
   * @throws PipelineException if it failed, saying why, or was stopped
   */
  JobRecord run(String kind, String title, String settings) throws PipelineException;

  /** The format of what lies there, if it is one that is known. */
  Optional<String> format(Path source);

  /** The hash of a recogniser that is ready to be used. */
  String modelHash(String model) throws PipelineException;

  /** The 3D face model that comes along, if it does. */
  Optional<Path> faceKit();

  /** The folder of the Vec2Face generator that comes along, if it does. */
  Optional<Path> generator();

  /** How the project compares with the truth now: recall, goodLost, asked. */
  Map<String, Object> score(Path truth) throws PipelineException;

  /** Makes a finished run's network a recogniser for this pipeline. */
  void install(RunFolder run, String name) throws PipelineException;

  /** Something worth knowing on the way. */
  void tell(String sentence);
}
