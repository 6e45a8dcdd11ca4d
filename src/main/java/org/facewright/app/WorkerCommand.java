package org.facewright.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.facewright.jobs.JobException;
import org.facewright.jobs.StopHook;
import org.facewright.jobs.worker.Engine;
import org.facewright.jobs.worker.WorkerServer;
import org.facewright.leakage.search.LeakEngine;
import org.facewright.training.job.TrainEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "worker",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Runs networks for another Facewright over standard input and output.")
final class WorkerCommand implements Callable<Integer> {
  /** Which networks it runs. */
  enum Kind {
    /** Those of faces: find, embed, describe. */
    FACES,
    /** Those that draw, and then look at faces. */
    DRAWING,
    /** Those that draw faces from vectors. */
    VEC2FACE,
    /** Those that are trained. */
    TRAINING,
    /** None: rows are compared. */
    COMPARING
  }

  @Mixin private EngineOptions engine = new EngineOptions();

  @Option(names = "--engine", defaultValue = "FACES", description = "${COMPLETION-CANDIDATES}")
  private Kind kind = Kind.FACES;

  @Override
  @SuppressWarnings("SystemOut") // Standard output is the pipe; whatever prints goes elsewhere.
  public Integer call() throws IOException, JobException {
    OutputStream pipe = System.out;
    System.setOut(new PrintStream(System.err, true));
    if (kind == Kind.TRAINING) {
      train(pipe);
      return ExitCodes.DONE;
    }
    if (kind == Kind.COMPARING) {
      Installation.keepLibraries();
      new WorkerServer(System.in, pipe, new LeakEngine()).serve();
      return ExitCodes.DONE;
    }
    WorkEngines engines = Installation.here().inProcess(engine.settings());
    Engine runs =
        switch (kind) {
          case DRAWING -> engines.startDrawing();
          case VEC2FACE -> engines.startVec2Face();
          default -> engines.start();
        };
    new WorkerServer(System.in, pipe, runs).serve();
    return ExitCodes.DONE;
  }

  /** Ctrl-C reaches a worker too: it saves, answers, and ends when its owner hangs up. */
  private static void train(OutputStream pipe) throws IOException {
    TrainEngine engine = Installation.trainEngine();
    try (StopHook _ = new StopHook(engine::stop)) {
      new WorkerServer(System.in, pipe, engine).serve();
    }
  }
}
