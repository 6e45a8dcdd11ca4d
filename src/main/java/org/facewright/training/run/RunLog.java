package org.facewright.training.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.facewright.jobs.WholeFile;

/**
 * Writes the log of a run: whole lines, visible to readers as soon as a step is done. One thread.
 */
final class RunLog implements AutoCloseable {
  private final BufferedWriter steps;
  private final BufferedWriter epochs;

  private RunLog(BufferedWriter steps, BufferedWriter epochs) {
    this.steps = steps;
    this.epochs = epochs;
  }

  /** Goes on after a step; whatever an earlier sitting wrote of later ones is dropped. */
  static RunLog after(RunFolder folder, long step) throws IOException {
    RunReader reader = new RunReader(folder);
    keep(
        folder.steps(),
        reader.steps().stream().filter(line -> line.step() <= step).map(RunLog::text).toList());
    keep(
        folder.epochs(),
        reader.epochs().stream().filter(line -> line.step() <= step).map(RunLog::text).toList());
    return new RunLog(open(folder.steps()), open(folder.epochs()));
  }

  private static void keep(Path file, List<String> lines) throws IOException {
    WholeFile.write(file, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
  }

  private static BufferedWriter open(Path file) throws IOException {
    return Files.newBufferedWriter(file, StandardOpenOption.APPEND);
  }

  private static String text(Object line) {
    return RunJson.line(line);
  }

  void add(StepLine line) throws IOException {
    write(steps, text(line));
  }

  void add(EpochLine line) throws IOException {
    write(epochs, text(line));
  }

  private static void write(BufferedWriter file, String line) throws IOException {
    file.write(line + "\n");
    file.flush();
  }

  @Override
  public void close() throws IOException {
    try (steps) {
      epochs.close();
    }
  }
}
