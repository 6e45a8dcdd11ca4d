package org.facewright.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which images are mislabeled, from a CSV file with the columns identity, image and mislabeled (0
 * or 1): for measuring and for demonstrations. Immutable.
 */
public final class TruthTable {
  private record Name(String identity, String image) {}

  private final Map<Name, Boolean> mislabeled = new HashMap<>();

  private TruthTable() {}

  /**
   * @throws IOException also if it is no such table; the message names the file and the line
   */
  public static TruthTable read(Path file) throws IOException {
    List<String> lines = lines(file);
    TruthTable truth = new TruthTable();
    List<String> header = lines.isEmpty() ? List.of() : CsvLine.cells(lines.getFirst());
    int identity = header.indexOf("identity");
    int image = header.indexOf("image");
    int wrong = header.indexOf("mislabeled");
    if (identity < 0 || image < 0 || wrong < 0) {
      throw new IOException(
          file + ": its first line must name the columns identity, image and mislabeled");
    }
    for (int i = 1; i < lines.size(); i++) {
      List<String> cells = CsvLine.cells(lines.get(i));
      if (cells.size() != header.size() || !cells.get(wrong).matches("[01]")) {
        throw new IOException("%s, line %d: not a line of this table".formatted(file, i + 1));
      }
      truth.mislabeled.put(
          new Name(cells.get(identity), cells.get(image)), cells.get(wrong).equals("1"));
    }
    return truth;
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new IOException(file + " cannot be read as a text file: " + e.getMessage(), e);
    }
  }

  /** Whether an image shows somebody else than its identity says; empty if the table has it not. */
  public Optional<Boolean> mislabeled(String identity, String image) {
    return Optional.ofNullable(mislabeled.get(new Name(identity, image)));
  }
}
