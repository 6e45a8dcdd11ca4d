package org.facewright.jobs;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Stops a process and its children as a closed lid does, and wakes them. */
public final class LidClosed {
  private LidClosed() {}

  /** Skips the test where processes cannot be stopped. */
  public static void assumePossible() {
    Assumptions.assumeFalse(
        System.getProperty("os.name").startsWith("Windows"), "needs SIGSTOP and SIGCONT");
  }

  public static void sleep(ProcessHandle process, long millis)
      throws IOException, InterruptedException {
    signal("-STOP", process);
    Thread.sleep(millis);
    signal("-CONT", process);
  }

  private static void signal(String signal, ProcessHandle process)
      throws IOException, InterruptedException {
    for (ProcessHandle each : Stream.concat(Stream.of(process), process.descendants()).toList()) {
      Process kill = new ProcessBuilder("kill", signal, Long.toString(each.pid())).start();
      if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
        throw new IOException("kill " + signal + " failed");
      }
    }
  }
}
