package org.facewright.exchange.verification;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.facewright.exchange.DatasetException;
import org.tukaani.xz.XZInputStream;

/**
 * An .xz file unpacked into a temporary file, its output counted.
 *
 * @param file the unpacked file, deleted by {@link #close}
 */
record XzFile(Path file) implements AutoCloseable {
  private static final byte[] MAGIC = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0};
  private static final int BUFFER = 1 << 16;

  /** Memory for the decoder; "xz -9" needs 65 MB. */
  private static final int MOST_KILOBYTES = 256 << 10;

  /** Pictures hardly shrink: what grows a hundredfold is a bomb. */
  private static final long RATIO = 100;

  private static final long SLACK = 64L << 20;

  static boolean recognise(Path path) throws DatasetException {
    try (InputStream in = Files.newInputStream(path)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    } catch (IOException unreadable) {
      throw new DatasetException(
          path.toString(),
          -1,
          "it cannot be read (" + unreadable.getMessage() + ")",
          "check the path and that you may read it",
          unreadable);
    }
  }

  static XzFile unpack(Path packed, long most) throws DatasetException {
    try {
      long bound = Math.min(most, Files.size(packed) * RATIO + SLACK);
      XzFile unpacked = new XzFile(Files.createTempFile("facewright-", ".bin"));
      boolean done = false;
      try (InputStream in =
              new XZInputStream(
                  new BufferedInputStream(Files.newInputStream(packed)), MOST_KILOBYTES);
          OutputStream out = Files.newOutputStream(unpacked.file())) {
        done = copy(in, out, bound);
      } finally {
        if (!done) {
          unpacked.close();
        }
      }
      if (!done) {
        throw new DatasetException(
            packed.toString(),
            -1,
            "it unpacks to more than " + bound + " bytes",
            "check where the file comes from");
      }
      return unpacked;
    } catch (IOException damaged) {
      throw new DatasetException(
          packed.toString(),
          -1,
          "its packed bytes are damaged or there is no room to unpack them ("
              + damaged.getMessage()
              + ")",
          "copy or download it again",
          damaged);
    }
  }

  private static boolean copy(InputStream in, OutputStream out, long bound) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long total = 0;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      total += count;
      if (total > bound) {
        return false;
      }
      out.write(buffer, 0, count);
    }
    return true;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stillOpen) {
      file.toFile().deleteOnExit();
    }
  }
}
