package org.facewright.leakage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.facewright.project.ContentHash;
import org.facewright.project.LeakGallery;
import org.facewright.vector.RowFile;

/**
 * A gallery that is ready to be compared with.
 *
 * @param place its rows
 * @param sha256 of its file, or of the file of centres that was made of it; hexadecimal
 * @param blocks SHA-256 of each block of {@link #BLOCK} rows
 * @param names what a row is called
 * @param people the identity of each row where the gallery is of this project, else none
 */
record OpenGallery(
    LeakGallery gallery,
    RowFile.Place place,
    String sha256,
    List<ContentHash> blocks,
    LongFunction<String> names,
    List<Long> people) {
  /** Rows of a block: what a kill may cost, and what growing a gallery costs at least. */
  static final int BLOCK = 1 << 16;

  static OpenGallery of(
      LeakGallery gallery, RowFile.Place place, LongFunction<String> names, List<Long> people)
      throws IOException {
    return new OpenGallery(
        gallery, place, hash(place.file()), blocks(place), names, List.copyOf(people));
  }

  long rows() {
    return place.rows();
  }

  /** Rows of a block. */
  int size(int block) {
    return (int) Math.min(BLOCK, rows() - (long) block * BLOCK);
  }

  private static String hash(Path file) throws IOException {
    MessageDigest digest = digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      byte[] buffer = new byte[1 << 20];
      int read = 0;
      while (read >= 0) {
        read = in.read(buffer);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of the numbers as they are stored and of how they are stored. */
  private static List<ContentHash> blocks(RowFile.Place place) throws IOException {
    String form = place.type() + " " + place.bigEndian() + " " + place.columns();
    try (RowFile rows = RowFile.open(place)) {
      return IntStream.range(0, Math.toIntExact(Math.ceilDiv(place.rows(), (long) BLOCK)))
          .parallel()
          .mapToObj(
              block -> {
                MessageDigest digest = digest();
                digest.update(form.getBytes(StandardCharsets.UTF_8));
                long first = (long) block * BLOCK;
                ByteBuffer bytes = rows.bytes(first, (int) Math.min(BLOCK, place.rows() - first));
                digest.update(bytes);
                return ContentHash.ofBytes(digest.digest());
              })
          .toList();
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
