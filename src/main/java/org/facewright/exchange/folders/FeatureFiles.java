package org.facewright.exchange.folders;

import java.io.IOException;
import java.nio.file.Path;
import org.facewright.exchange.EntryPath;
import org.facewright.exchange.FaceEntry;
import org.facewright.exchange.FeatureVector;
import org.facewright.exchange.SourceEntry;
import org.facewright.exchange.UnreadableEntry;
import org.facewright.vector.Npy;
import org.facewright.vector.NpyException;
import org.facewright.vector.NpyReader;

/** Feature files: {@code identity/image.npy}, one vector each. */
record FeatureFiles() implements FolderReader.Content {
  @Override
  public String format() {
    return "features";
  }

  @Override
  public boolean wanted(Path file, String name) {
    return EntryPath.sort(name) == EntryPath.Sort.FEATURE;
  }

  @Override
  public SourceEntry load(long position, Path file, EntryPath entry, String rootName)
      throws IOException {
    try (NpyReader reader = Npy.open(file)) {
      float[] feature = FeatureVector.read(reader, entry.path());
      return new FaceEntry(
          position, entry.path(), entry.identity(rootName), entry.name(), null, feature);
    } catch (NpyException bad) {
      return new UnreadableEntry(position, entry.path(), -1, bad.reason());
    }
  }
}
