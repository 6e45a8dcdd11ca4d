package org.facewright.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The pictures of a bundle, read from its file when they are shown, and checked each time: the file
 * may have changed since. Thread-safe.
 */
final class BundlePictures implements AutoCloseable {
  private final Path file;
  private final BundleLimits limits;
  private final ZipFile zip;

  BundlePictures(Path file, BundleLimits limits) throws IOException {
    this.file = file;
    this.limits = limits;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new BundleException(file + " is a broken zip: " + e.getMessage(), e);
    }
  }

  byte[] picture(String hash) throws IOException {
    ZipEntry entry = zip.getEntry(BundleReader.PICTURES + hash);
    if (entry == null) {
      throw BundleReader.lacks(file, hash);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] content = BundleReader.read(file, in, limits.pictureBytes());
      BundleReader.check(file, hash, content);
      return content;
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
