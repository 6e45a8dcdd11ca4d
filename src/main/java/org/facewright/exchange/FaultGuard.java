package org.facewright.exchange;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the JVM throws when a mapped file shrinks or its disk fails (an InternalError) into an
 * error of the source.
 */
record FaultGuard(DatasetReader reader, Path source) implements DatasetReader {
  @Override
  public String format() {
    return reader.format();
  }

  @Override
  public long size() {
    return reader.size();
  }

  @Override
  public long ignored() {
    return reader.ignored();
  }

  @Override
  public void skip(long entries) throws DatasetException {
    try {
      reader.skip(entries);
    } catch (InternalError fault) {
      throw changed(fault);
    }
  }

  @Override
  public @Nullable SourceEntry next() throws DatasetException {
    try {
      return reader.next();
    } catch (InternalError fault) {
      throw changed(fault);
    }
  }

  private DatasetException changed(InternalError fault) {
    return new DatasetException(
        source.toString(),
        -1,
        "it became shorter while it was read, or its disk failed",
        "check the disk and import again; what was read before is kept",
        fault);
  }

  @Override
  public void close() {
    reader.close();
  }
}
