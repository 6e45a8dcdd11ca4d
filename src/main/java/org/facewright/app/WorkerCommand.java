package org.facewright.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.facewright.jobs.JobException;
import org.facewright.jobs.worker.WorkerServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "worker",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Runs networks for another Facewright over standard input and output.")
final class WorkerCommand implements Callable<Integer> {
  @Mixin private EngineOptions engine = new EngineOptions();

  @Override
  @SuppressWarnings("SystemOut") // Standard output is the pipe; whatever prints goes elsewhere.
  public Integer call() throws IOException, JobException {
    OutputStream pipe = System.out;
    System.setOut(new PrintStream(System.err, true));
    new WorkerServer(System.in, pipe, Installation.here().inProcess(engine.settings()).start())
        .serve();
    return ExitCodes.DONE;
  }
}
