package org.facewright.leakage;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.facewright.jobs.worker.Engine;
import org.facewright.jobs.worker.WorkerException;
import org.facewright.leakage.search.LeakEngine;
import org.facewright.leakage.search.Way;
import org.facewright.project.Project;

/** The process that is killed: says "BLOCK" on standard output before each block it compares. */
public final class LeakKillChild {
  private LeakKillChild() {}

  /** Arguments: project, gallery. */
  public static void main(String[] args) throws Exception {
    try (Project project = Project.open(Path.of(args[0]), "test")) {
      LeakOrder order =
          new LeakOrder(
              PlantedPeople.MODEL,
              List.of(),
              false,
              List.of(Galleries.of(Path.of(args[1]), 0, null)),
              Way.JAVA,
              false);
      new LeakCheck(project, Telling::new, "test").run(order, () -> false, line -> {});
    }
  }

  private static final class Telling implements Engine {
    private final LeakEngine engine = new LeakEngine();

    @Override
    @SuppressWarnings("SystemOut") // The pipe to whoever kills.
    public Reply call(String header, byte[] body, BooleanSupplier stopping, Consumer<String> log)
        throws WorkerException {
      System.out.println("BLOCK");
      return engine.call(header, body, stopping, log);
    }

    @Override
    public void close() {
      engine.close();
    }
  }
}
