package org.facewright.exchange.verification;

import java.io.IOException;
import java.nio.file.Path;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.MappedFile;
import org.facewright.exchange.ReadOptions;
import org.facewright.exchange.pickle.VerificationPickle;
import org.facewright.network.pickle.PickleException;
import org.facewright.network.pickle.PickleRefusal;

/** InsightFace's .bin: a pickle whose pictures stay in the mapped file. */
final class PickledPairs implements VerificationSet {
  private final String name;
  private final MappedFile file;
  private final Runnable afterwards;
  private final VerificationPickle content;
  private final long maxImageBytes;

  private PickledPairs(
      String name,
      MappedFile file,
      Runnable afterwards,
      VerificationPickle content,
      long maxImageBytes) {
    this.name = name;
    this.file = file;
    this.afterwards = afterwards;
    this.content = content;
    this.maxImageBytes = maxImageBytes;
  }

  static PickledPairs of(Path path, ReadOptions options) throws DatasetException {
    return read(path, path, () -> {}, options);
  }

  /** An .xz of a .bin: unpacked into a temporary file, which goes when the set is closed. */
  static PickledPairs ofPacked(Path path, ReadOptions options) throws DatasetException {
    XzFile unpacked = XzFile.unpack(path, options.maxUnpackedBytes());
    boolean done = false;
    try {
      PickledPairs pairs = read(path, unpacked.file(), unpacked::close, options);
      done = true;
      return pairs;
    } finally {
      if (!done) {
        unpacked.close();
      }
    }
  }

  private static PickledPairs read(
      Path source, Path pickle, Runnable afterwards, ReadOptions options) throws DatasetException {
    MappedFile file = MappedFile.open(pickle);
    try {
      return new PickledPairs(
          VerificationSet.nameOf(String.valueOf(source.getFileName())),
          file,
          afterwards,
          VerificationPickle.read(file.bytes()),
          options.maxImageBytes());
    } catch (PickleException bad) {
      file.close();
      throw new DatasetException(
          source.toString(),
          bad.offset(),
          "this is no verification set that may be read, " + bad.getMessage(),
          "nothing in it was run; get the file from its publisher again",
          bad);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int pairs() {
    return content.pairs();
  }

  @Override
  public boolean same(int pair) {
    return content.same().get(pair);
  }

  @Override
  public byte[] image(int index) throws IOException {
    try {
      return content.images().get(index).toArray(maxImageBytes);
    } catch (PickleRefusal refusal) {
      throw new IOException(refusal.reason());
    }
  }

  @Override
  public String place(int index) {
    return "picture " + index;
  }

  @Override
  public void close() {
    file.close();
    afterwards.run();
  }
}
