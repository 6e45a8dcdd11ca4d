package org.facewright.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.facewright.project.CsvLine;
import org.jspecify.annotations.Nullable;

/**
 * Numbers identities in the order in which they begin, and refuses one that comes back: formats
 * that store blocks of an identity would otherwise tell two people apart that are one. The names,
 * which such formats lose, go into a list beside the target. One thread.
 */
public final class IdentityLabels {
  private final SeenNames seen = new SeenNames();
  private String current = "";
  private final StringBuilder list = new StringBuilder("label,identity\n");
  private final @Nullable Map<String, Integer> given;
  private long label = -1;
  private long begun;

  /** Numbers them as they come. */
  public IdentityLabels() {
    given = null;
  }

  /**
   * Numbers them as given: a part of a set keeps the numbers of the whole.
   *
   * @param given numbers by identity
   */
  public IdentityLabels(Map<String, Integer> given) {
    this.given = Map.copyOf(given);
  }

  /** The face's label; {@link #count} grows with the first face of an identity. */
  public long label(FaceEntry face, PartialTarget target) throws DatasetException {
    if (label < 0 || !face.identity().equals(current)) {
      if (!seen.add(face.identity())) {
        throw target.failure(
            "identity " + face.identity() + " comes back after another; faces must come in order",
            null);
      }
      current = face.identity();
      label = given == null ? begun : number(given, face, target);
      begun++;
      list.append(CsvLine.of(Long.toString(label), current));
    }
    return label;
  }

  private static int number(Map<String, Integer> given, FaceEntry face, PartialTarget target)
      throws DatasetException {
    Integer number = given.get(face.identity());
    if (number == null) {
      throw target.failure("identity " + face.identity() + " has no number", null);
    }
    return number;
  }

  /** Identities so far. */
  public long count() {
    return begun;
  }

  /** Classes of the whole set. */
  public long classes() {
    return given == null ? begun : given.size();
  }

  /** Writes which identity each number is. */
  public void writeList(PartialTarget target) throws IOException {
    Files.writeString(target.list(), list);
  }

  /** The face's picture, or an error that it has none. */
  public static byte[] picture(FaceEntry face, PartialTarget target) throws DatasetException {
    byte[] image = face.image();
    if (image == null) {
      throw target.failure(face.place() + " has no picture, only a feature", null);
    }
    return image;
  }
}
