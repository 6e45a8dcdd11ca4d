package org.facewright.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lid that is closed in the middle of a job, over real processes. */
class SuspendTest {
  private static final int BEFORE = 20;
  private static final long NIGHT_MILLIS = 7000;
  @TempDir private Path folder;

  @Test
  void aJobAndItsWorkerGoOnAsIfNothingHadBeen() throws Exception {
    LidClosed.assumePossible();
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SleepingJob.class.getName(),
                folder.resolve("P").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> said = new ArrayList<>();
    List<Double> before = new ArrayList<>();
    List<Double> after = new ArrayList<>();
    try (BufferedReader lines = child.inputReader()) {
      boolean slept = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        if (line.startsWith("AT ")) {
          String[] parts = line.split(" ");
          (slept ? after : before).add(Double.parseDouble(parts[2]));
          if (!slept && Integer.parseInt(parts[1]) == BEFORE) {
            slept = true;
            LidClosed.sleep(child.toHandle(), NIGHT_MILLIS);
          }
        }
      }
      assertThat(child.waitFor()).isZero();
    } finally {
      child.descendants().forEach(ProcessHandle::destroyForcibly);
      child.destroyForcibly();
    }
    assertThat(said).contains("END DONE " + SleepingJob.ITEMS);
    assertThat(said).anyMatch(line -> line.contains("stood still for"));
    double pace = before.getLast();
    // Counted in, seven seconds for one item would halve it at once.
    assertThat(after.subList(0, 5)).allSatisfy(rate -> assertThat(rate).isGreaterThan(.7 * pace));
  }
}
