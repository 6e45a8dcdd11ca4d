package org.facewright.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A figure that a paper reports, to stand beside the user's own.
 *
 * @param trainingSet what was trained on, with this many images
 * @param figure what was measured, such as {@code accuracy}
 * @param percent 0 to 100
 * @param source where it is printed
 */
public record PublishedResult(
    String trainingSet, long images, String testSet, String figure, double percent, String source) {
  private static final String TABLE = "published.csv";

  /** The tables that ship with the program, in the papers' order. */
  public static List<PublishedResult> all() {
    try (InputStream in = PublishedResult.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + TABLE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(PublishedResult::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PublishedResult of(String line) {
    List<String> cells = List.of(line.split(",", -1));
    return new PublishedResult(
        cells.get(0),
        Long.parseLong(cells.get(1)),
        cells.get(2),
        cells.get(3),
        Double.parseDouble(cells.get(4)),
        cells.get(5));
  }
}
