package org.facewright.project.release;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.facewright.project.ContentHash;
import org.facewright.project.ImageStore;
import org.facewright.project.release.ReleaseException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A frozen release, opened and found to be as it was frozen. Its pictures are checked one by one
 * when they are read. Thread-safe.
 */
public final class Release implements AutoCloseable {
  private final Path folder;
  private final ReleaseInfo info;
  private final String infoHash;
  private final ImageStore store;
  private final @Nullable FileChannel own;

  private Release(
      Path folder,
      ReleaseInfo info,
      String infoHash,
      ImageStore store,
      @Nullable FileChannel own) {
    this.folder = folder;
    this.info = info;
    this.infoHash = infoHash;
    this.store = store;
    this.own = own;
  }

  /**
   * Opens a release.
   *
   * @param infoHash SHA-256 that its release.json must have; null takes any
   * @param store the project's pictures
   * @throws ReleaseException if a file is missing or not as it was frozen
   */
  public static Release open(Path folder, @Nullable String infoHash, ImageStore store)
      throws IOException {
    Path file = folder.resolve(ReleaseFolder.INFO);
    byte[] text = bytes(file);
    String hash = ContentHash.of(text).toString();
    if (infoHash != null && !infoHash.equals(hash)) {
      throw changed(file);
    }
    ReleaseInfo info = ReleaseJson.read(file, ReleaseInfo.class);
    require(folder.resolve(ReleaseFolder.MANIFEST), info.manifest());
    require(folder.resolve(ReleaseFolder.PLAN), info.plan());
    Path pictures = folder.resolve(ReleaseFolder.PICTURES);
    boolean has = Files.exists(pictures);
    if (!has && info.composition().augmented() > 0) {
      throw missing(pictures, null);
    }
    return new Release(folder, info, hash, store, has ? FileChannel.open(pictures) : null);
  }

  private static byte[] bytes(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw missing(file, e);
    }
  }

  private static void require(Path file, String hash) throws IOException {
    if (!hashOf(file).equals(hash)) {
      throw changed(file);
    }
  }

  private static String hashOf(Path file) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), ContentHash.digest())) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return ContentHash.ofBytes(in.getMessageDigest().digest()).toString();
    } catch (NoSuchFileException e) {
      throw missing(file, e);
    }
  }

  private static ReleaseException missing(Path file, @Nullable IOException cause) {
    String message = file + " is missing; bring it back from a copy, or freeze a new version";
    return cause == null
        ? new ReleaseException(Reason.NOT_THERE, message)
        : new ReleaseException(Reason.NOT_THERE, message, cause);
  }

  private static ReleaseException changed(Path file) {
    return new ReleaseException(
        Reason.DAMAGED,
        file + " is not as it was frozen; bring it back from a copy, or freeze a new version");
  }

  public ReleaseInfo info() {
    return info;
  }

  public Path folder() {
    return folder;
  }

  /** SHA-256 of release.json: what this release is, to the last byte. */
  public String hash() {
    return infoHash;
  }

  /** The manifest in order, line by line; memory does not grow with it. */
  public void forEach(Consumer<ReleaseImage> taker) throws IOException {
    Path file = folder.resolve(ReleaseFolder.MANIFEST);
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        taker.accept(ReleaseJson.read(line, ReleaseImage.class));
      }
    } catch (IllegalArgumentException e) {
      throw changed(file);
    }
  }

  /** The whole manifest in order. */
  public List<ReleaseImage> images() throws IOException {
    List<ReleaseImage> images = new ArrayList<>(info.composition().images());
    forEach(images::add);
    return images;
  }

  /**
   * The encoded picture of an image.
   *
   * @throws ReleaseException if it is not as it was frozen
   */
  public byte[] picture(ReleaseImage image) throws IOException {
    FileChannel file = own;
    if (image.stored().pack() != ReleaseImage.OWN || file == null) {
      try {
        return store.read(image.hash(), image.stored().location());
      } catch (ImageStore.DamagedException e) {
        throw damaged(image, String.valueOf(e.getMessage()), e);
      }
    }
    ByteBuffer bytes = ByteBuffer.allocate(image.stored().bytes());
    while (bytes.hasRemaining()) {
      if (file.read(bytes, image.stored().offset() + bytes.position()) < 0) {
        throw damaged(
            image, ReleaseFolder.PICTURES + " breaks off", new EOFException(folder.toString()));
      }
    }
    if (!ContentHash.of(bytes.array()).equals(image.hash())) {
      throw damaged(image, "its bytes in " + ReleaseFolder.PICTURES + " have changed", null);
    }
    return bytes.array();
  }

  private ReleaseException damaged(ReleaseImage image, String why, @Nullable IOException cause) {
    String message =
        "%s/%s of release %s is not as it was frozen: %s; bring the file back from a copy, or"
                .formatted(image.identity(), image.name(), info.title(), why)
            + " freeze a new version";
    return cause == null
        ? new ReleaseException(Reason.DAMAGED, message)
        : new ReleaseException(Reason.DAMAGED, message, cause);
  }

  /** The text of a file of the release, such as its manifest. */
  public InputStream file(String name) throws IOException {
    return Files.newInputStream(folder.resolve(name));
  }

  @Override
  public void close() throws IOException {
    if (own != null) {
      own.close();
    }
  }
}
