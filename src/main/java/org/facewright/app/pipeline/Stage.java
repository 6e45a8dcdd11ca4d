package org.facewright.app.pipeline;

import java.util.Map;

/** One stage of the way. Running it again after it was interrupted gives the same project. */
interface Stage {
  /** As it is skipped by and reported under. */
  String name();

  /** What it does, as a headline. */
  String title();

  /** Does it; answers its figures, in the order in which to show them. */
  Map<String, Object> run(PipelineConfig config, Workshop workshop) throws PipelineException;
}
