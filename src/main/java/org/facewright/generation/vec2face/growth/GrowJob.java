package org.facewright.generation.vec2face.growth;

import org.facewright.generation.vec2face.engine.GeneratorClient;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobKind;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.Lane;
import org.facewright.jobs.Work;
import org.facewright.project.Project;
import tools.jackson.core.JacksonException;

/** Grows references into identities of many pictures. An item is a reference of the order. */
public final class GrowJob implements JobKind {
  public static final String NAME = "grow";

  private final Project project;
  private final GeneratorClient.Engines engines;

  public GrowJob(Project project, GeneratorClient.Engines engines) {
    this.project = project;
    this.engines = engines;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Lane lane() {
    return Lane.GPU;
  }

  @Override
  public Work open(JobRecord job, JobControl control) throws JobException {
    GrowOrder order = read(job.settings());
    GeneratorClient client = new GeneratorClient(engines.startVec2Face(), order.use());
    boolean opened = false;
    try {
      Work work = GrowWork.open(project, order, client, control);
      opened = true;
      return work;
    } finally {
      if (!opened) {
        client.close();
      }
    }
  }

  private static GrowOrder read(String settings) throws JobException {
    try {
      return GrowOrder.fromJson(settings);
    } catch (JacksonException e) {
      throw new JobException("the order cannot be understood: " + e.getOriginalMessage(), e);
    }
  }
}
