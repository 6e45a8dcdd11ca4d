package org.facewright.generation.imagine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.facewright.jobs.ItemFailure;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobKind;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.Lane;
import org.facewright.jobs.Work;
import org.facewright.jobs.worker.Engine;
import org.facewright.project.Project;
import tools.jackson.core.JacksonException;

/** Draws references and takes them into the project. An item is a person of the plan. */
public final class ImagineJob implements JobKind {
  public static final String NAME = "imagine";

  private final Project project;
  private final Engines engines;
  private final DrawingBoard board;
  private final Aftermath aftermath;

  /** Starts what draws: in this process, or in a worker process of its own. */
  @FunctionalInterface
  public interface Engines {
    /** A fresh engine; whoever asks closes it. */
    Engine startDrawing() throws JobException;
  }

  /**
   * @param aftermath queues what an order wants to follow
   */
  public ImagineJob(Project project, Engines engines, DrawingBoard board, Aftermath aftermath) {
    this.project = project;
    this.engines = engines;
    this.board = board;
    this.aftermath = aftermath;
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
    ImagineOrder order = read(job.settings());
    if (!order.looks()) {
      throw new JobException(
          "A project takes no picture that nobody looked at: name a recogniser, or draw into a"
              + " folder.");
    }
    Set<Integer> givenUp = new HashSet<>();
    for (ItemFailure failure : project.jobs().failures(job.id(), Integer.MAX_VALUE)) {
      givenUp.add((int) failure.item());
    }
    try {
      ReferenceStore store = new ProjectStore(project, order);
      return new ImagineWork(order, store, engines.startDrawing(), board, givenUp, aftermath);
    } catch (IOException e) {
      throw new JobException("the embeddings cannot be read: " + e.getMessage(), e);
    }
  }

  private static ImagineOrder read(String settings) throws JobException {
    try {
      return ImagineOrder.fromJson(settings);
    } catch (JacksonException e) {
      throw new JobException("the order cannot be understood: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * The work of an order that writes files instead of a project; goes on where it ended.
   *
   * @param folder new, empty, or this order's own
   */
  public static ImagineWork intoFolder(
      ImagineOrder order, Path folder, Engines engines, DrawingBoard board) throws JobException {
    try {
      ReferenceStore store = new FolderStore(folder, order);
      return new ImagineWork(
          order, store, engines.startDrawing(), board, Set.of(), ImagineJob::nothing);
    } catch (IOException e) {
      throw new JobException(folder + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** Files are nobody's identities. */
  private static String nothing(ImagineOrder order, GrowWish wish) {
    return "only the references of a project can be expanded";
  }
}
