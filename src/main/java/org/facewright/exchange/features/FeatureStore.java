package org.facewright.exchange.features;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facewright.exchange.FaceEntry;
import org.facewright.exchange.FeatureVector;
import org.facewright.network.zip.EntryNames;
import org.facewright.vector.Npy;
import org.facewright.vector.NpyException;
import org.facewright.vector.NpyReader;
import org.jspecify.annotations.Nullable;

/** Where the features of a dataset's faces are. One thread at a time. */
sealed interface FeatureStore extends AutoCloseable {
  /** The feature of a face, or null if there is none. */
  float @Nullable [] find(FaceEntry face) throws IOException;

  @Override
  default void close() {}

  /** One .npy file a face, under its identity and its name. */
  record Folder(Path root) implements FeatureStore {
    @Override
    public float @Nullable [] find(FaceEntry face) throws IOException {
      int dot = face.name().lastIndexOf('.');
      String stem = dot < 0 ? face.name() : face.name().substring(0, dot);
      String path = face.identity() + "/" + stem + ".npy";
      if (!EntryNames.safe(path)) {
        return null;
      }
      Path file = root.resolve(path);
      if (!Files.exists(file)) {
        return null;
      }
      try (NpyReader reader = Npy.open(file)) {
        return FeatureVector.read(reader, path);
      }
    }
  }

  /** One matrix, a row for each position. Positions only grow, so that it is read once. */
  final class Matrix implements FeatureStore {
    private final NpyReader reader;
    private final String name;
    private long row;

    private Matrix(NpyReader reader, String name) {
      this.reader = reader;
      this.name = name;
    }

    static Matrix open(Path file) throws IOException {
      NpyReader reader = Npy.open(file);
      if (reader.header().shape().length != 2
          || reader.header().rowLength() < 1
          || reader.header().rowLength() > FeatureVector.LONGEST) {
        reader.close();
        throw new NpyException(file.toString(), "it holds no matrix of features");
      }
      return new Matrix(reader, file.toString());
    }

    @Override
    public float @Nullable [] find(FaceEntry face) throws IOException {
      long ahead = face.position() - row;
      if (ahead < 0 || ahead >= reader.rowsLeft()) {
        return null;
      }
      reader.skipRows(ahead);
      row += ahead + 1;
      float[] feature = reader.floats(1);
      for (float value : feature) {
        if (!Float.isFinite(value)) {
          throw new NpyException(
              name, "row " + face.position() + " holds a number that is not finite");
        }
      }
      return feature;
    }

    @Override
    public void close() {
      try {
        reader.close();
      } catch (IOException closing) {
        // only read from: nothing is lost
      }
    }
  }
}
