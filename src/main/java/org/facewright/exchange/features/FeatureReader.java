package org.facewright.exchange.features;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.DatasetReader;
import org.facewright.exchange.FaceEntry;
import org.facewright.exchange.SourceEntry;
import org.facewright.exchange.UnreadableEntry;
import org.facewright.vector.NpyException;
import org.jspecify.annotations.Nullable;

/**
 * Gives the faces of another reader the features that lie beside it. A face whose feature is
 * missing comes without one; a face whose feature is damaged is listed as unreadable.
 */
public final class FeatureReader implements DatasetReader {
  private final DatasetReader faces;
  private final FeatureStore store;

  private FeatureReader(DatasetReader faces, FeatureStore store) {
    this.faces = faces;
    this.store = store;
  }

  /**
   * Joins faces and features.
   *
   * @param faces closed with the returned reader
   * @param features a folder of {@code identity/name.npy}, or a .npy matrix whose row is the
   *     entry's position
   */
  public static FeatureReader attach(DatasetReader faces, Path features) throws DatasetException {
    try {
      FeatureStore store =
          Files.isDirectory(features)
              ? new FeatureStore.Folder(features)
              : FeatureStore.Matrix.open(features);
      return new FeatureReader(faces, store);
    } catch (IOException bad) {
      faces.close();
      throw new DatasetException(
          features.toString(),
          -1,
          "its features cannot be read (" + bad.getMessage() + ")",
          "give a folder of .npy files or one .npy matrix",
          bad);
    }
  }

  @Override
  public String format() {
    return faces.format();
  }

  @Override
  public long size() {
    return faces.size();
  }

  @Override
  public long ignored() {
    return faces.ignored();
  }

  @Override
  public void skip(long entries) throws DatasetException {
    faces.skip(entries);
  }

  @Override
  public @Nullable SourceEntry next() throws DatasetException {
    SourceEntry entry = faces.next();
    if (!(entry instanceof FaceEntry face) || face.feature() != null) {
      return entry;
    }
    try {
      float[] feature = store.find(face);
      return new FaceEntry(
          face.position(), face.place(), face.identity(), face.name(), face.image(), feature);
    } catch (NpyException bad) {
      return new UnreadableEntry(face.position(), face.place(), -1, "its feature: " + bad.reason());
    } catch (IOException bad) {
      return new UnreadableEntry(
          face.position(), face.place(), -1, "its feature cannot be read: " + bad.getMessage());
    }
  }

  @Override
  public void close() {
    faces.close();
    store.close();
  }
}
