package org.facewright.generation.imagine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.facewright.jobs.JobException;
import org.facewright.vector.Npy;
import org.facewright.vector.NpyReader;

/** Reads the vectors of people that nobody may look like. Stateless. */
final class LeakageGalleries {
  private static final int CHUNK = 1 << 17;

  private LeakageGalleries() {}

  /**
   * Reads .npy files of rows.
   *
   * @param dim numbers a vector, those of the recogniser; whether the rows were made with it too is
   *     the user's to know
   */
  static KnownPeople read(List<String> files, int dim) throws JobException {
    KnownPeople all = new KnownPeople(dim);
    for (String file : files) {
      try {
        read(Path.of(file), all);
      } catch (IOException e) {
        throw new JobException("The gallery " + file + " cannot be read: " + e.getMessage(), e);
      }
    }
    return all;
  }

  private static void read(Path file, KnownPeople all) throws IOException, JobException {
    String name = String.valueOf(file.getFileName());
    try (NpyReader reader = Npy.open(file)) {
      long[] shape = reader.header().shape();
      if (shape.length != 2 || shape[1] != all.dim()) {
        throw new JobException(
            "%s holds an array of shape %s, the recogniser gives rows of %d: make it with the same"
                    .formatted(file, Arrays.toString(shape), all.dim())
                + " recogniser.");
      }
      long first = 0;
      while (reader.rowsLeft() > 0) {
        int count = (int) Math.min(CHUNK, reader.rowsLeft());
        long from = first;
        all.addAll(reader.floats(count), row -> "row " + (from + row) + " of " + name);
        first += count;
      }
    }
  }
}
