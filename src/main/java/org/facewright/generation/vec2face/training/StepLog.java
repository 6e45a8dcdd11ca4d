package org.facewright.generation.vec2face.training;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.facewright.network.checkpoint.RunPosition;

/** A run's steps as CSV, flushed line by line; a resumed run drops what it will do again. */
final class StepLog implements AutoCloseable {
  private final BufferedWriter out;
  private final List<String> names;

  /**
   * @param names of the losses
   * @param from steps that are done
   */
  StepLog(Path file, List<String> names, long from) throws IOException {
    this.names = names;
    List<String> kept = new ArrayList<>();
    kept.add("step,epoch,rate," + String.join(",", names) + ",seconds");
    if (from > 0 && Files.isRegularFile(file)) {
      Files.readAllLines(file).stream()
          .skip(1)
          .filter(line -> number(line) >= 1 && number(line) <= from)
          .forEach(kept::add);
    }
    Files.write(file, kept);
    out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  private static long number(String line) {
    int comma = line.indexOf(',');
    try {
      return comma < 0 ? -1 : Long.parseLong(line.substring(0, comma));
    } catch (NumberFormatException e) {
      // A line that was cut off when the run was killed.
      return -1;
    }
  }

  void write(RunPosition at, StepLosses losses, double rate, double seconds) throws IOException {
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "%d,%d,%.3e", at.step(), at.epoch(), rate));
    for (String name : names) {
      line.append(String.format(Locale.ROOT, ",%.6g", losses.get(name)));
    }
    out.write(line.append(String.format(Locale.ROOT, ",%.3f%n", seconds)).toString());
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
