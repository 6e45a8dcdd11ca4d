package org.facewright.exchange;

import java.io.IOException;
import java.nio.file.Files;
import org.facewright.project.CsvLine;

/**
 * Numbers identities in the order in which they begin, and refuses one that comes back: formats
 * that store blocks of an identity would otherwise tell two people apart that are one. The names,
 * which such formats lose, go into a list beside the target. One thread.
 */
public final class IdentityLabels {
  private final SeenNames seen = new SeenNames();
  private String current = "";
  private final StringBuilder list = new StringBuilder("label,identity\n");
  private long label = -1;

  /** The face's label; {@link #count} grows with the first face of an identity. */
  public long label(FaceEntry face, PartialTarget target) throws DatasetException {
    if (label < 0 || !face.identity().equals(current)) {
      if (!seen.add(face.identity())) {
        throw target.failure(
            "identity " + face.identity() + " comes back after another; faces must come in order",
            null);
      }
      current = face.identity();
      label++;
      list.append(CsvLine.of(Long.toString(label), current));
    }
    return label;
  }

  /** Identities so far. */
  public long count() {
    return label + 1;
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
