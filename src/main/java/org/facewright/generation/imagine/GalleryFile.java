package org.facewright.generation.imagine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.facewright.jobs.JobException;
import org.facewright.vector.Npy;
import org.facewright.vector.NpyReader;

/**
 * A file of vectors of people that nobody may look like, seen from outside.
 *
 * @param location its absolute path
 * @param rows people
 * @param dim numbers a vector
 */
record GalleryFile(String location, long rows, int dim) {
  /**
   * Reads the head of a .npy file.
   *
   * @throws JobException naming the file, if it is not there or no table of vectors
   */
  static GalleryFile read(Path file) throws JobException {
    Path path = file.toAbsolutePath().normalize();
    if (!Files.isRegularFile(path)) {
      throw new JobException("There is no gallery " + path + ".");
    }
    try (NpyReader reader = Npy.open(path)) {
      long[] shape = reader.header().shape();
      if (shape.length != 2 || shape[0] < 1 || shape[1] < 1) {
        throw new JobException(
            "%s holds an array of shape %s: a gallery has a row of numbers for each person."
                .formatted(path, Arrays.toString(shape)));
      }
      return new GalleryFile(path.toString(), shape[0], Math.toIntExact(shape[1]));
    } catch (IOException | ArithmeticException e) {
      throw new JobException("The gallery " + path + " cannot be read: " + e.getMessage(), e);
    }
  }

  String name() {
    return String.valueOf(Path.of(location).getFileName());
  }
}
