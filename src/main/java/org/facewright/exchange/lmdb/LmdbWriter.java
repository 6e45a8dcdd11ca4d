package org.facewright.exchange.lmdb;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.DatasetWriter;
import org.facewright.exchange.FaceEntry;
import org.facewright.exchange.IdentityLabels;
import org.facewright.exchange.PartialTarget;
import org.facewright.vector.Npy;

/**
 * Writes an .lmdb file as HSFace's, or as Vec2Face's training sets with their features.
 *
 * <p>Each value goes straight to pages of its own; only its page number is kept, in a scratch file.
 * At the end the tree is built over the keys in the order of their digits.
 */
public final class LmdbWriter implements DatasetWriter {
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final int PLACE = 2 * Long.BYTES;

  private final PartialTarget target;
  private final boolean withFeatures;
  private final IdentityLabels labels = new IdentityLabels();
  private final PageOutput pages;
  private final DataOutputStream places;
  private long count;

  /**
   * @param target closed with this writer
   * @param withFeatures Vec2Face's form: every face must bring a feature
   */
  public LmdbWriter(PartialTarget target, boolean withFeatures) throws DatasetException {
    this.target = target;
    this.withFeatures = withFeatures;
    try {
      pages = new PageOutput(target.content());
      places =
          new DataOutputStream(
              new BufferedOutputStream(Files.newOutputStream(target.scratch()), 1 << 16));
    } catch (IOException failed) {
      target.close();
      throw target.failure("it cannot be written", failed);
    }
  }

  @Override
  public void add(FaceEntry face) throws DatasetException {
    byte[] image = IdentityLabels.picture(face, target);
    byte[] label = MsgPack.integer(labels.label(face, target));
    byte[] feature = withFeatures ? feature(face) : new byte[0];
    try {
      byte[][] value =
          withFeatures
              ? new byte[][] {
                MsgPack.array(3),
                MsgPack.binary(image.length),
                image,
                MsgPack.binary(feature.length),
                feature,
                label
              }
              : new byte[][] {MsgPack.array(2), MsgPack.binary(image.length), image, label};
      write(value);
      count++;
    } catch (IOException failed) {
      throw target.failure("it cannot be written", failed);
    }
  }

  private byte[] feature(FaceEntry face) throws DatasetException {
    float[] feature = face.feature();
    if (feature == null) {
      throw target.failure(face.place() + " has no feature, which this format needs", null);
    }
    return Npy.bytes(feature);
  }

  private void write(byte[][] parts) throws IOException {
    long size = 0;
    for (byte[] part : parts) {
      size += part.length;
    }
    places.writeLong(pages.beginValue(size));
    places.writeLong(size);
    for (byte[] part : parts) {
      pages.write(part, part.length);
    }
    pages.endValue(size);
  }

  @Override
  public void finish() throws DatasetException {
    try {
      long keysSize = keysSize();
      long keysPage = writeKeys(keysSize);
      places.close();
      TreeBuilder tree = new TreeBuilder(pages);
      addFaces(tree);
      tree.addSmall(ascii("__classnum__"), MsgPack.integer(labels.count()));
      tree.addBig(ascii("__keys__"), keysPage, keysSize);
      tree.addSmall(ascii("__len__"), MsgPack.integer(count));
      tree.finish();
      pages.close();
      labels.writeList(target);
    } catch (IOException failed) {
      throw target.failure("it cannot be written", failed);
    }
    target.commit();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private long keysSize() {
    long size = MsgPack.array(count).length;
    long power = 1;
    for (long from = 0, digits = 1; from < count; digits++) {
      power *= 10;
      long until = Math.min(count, power);
      size += (until - from) * (digits + 2); // two bytes of head before each short key
      from = until;
    }
    return size;
  }

  private long writeKeys(long size) throws IOException {
    long page = pages.beginValue(size);
    byte[] head = MsgPack.array(count);
    pages.write(head, head.length);
    for (long number = 0; number < count; number++) {
      byte[] key = ascii(Long.toString(number));
      byte[] length = MsgPack.binary(key.length);
      pages.write(length, length.length);
      pages.write(key, key.length);
    }
    pages.endValue(size);
    return page;
  }

  private void addFaces(TreeBuilder tree) throws IOException {
    if (count == 0) {
      return;
    }
    try (Arena arena = Arena.ofConfined();
        FileChannel channel = FileChannel.open(target.scratch(), StandardOpenOption.READ)) {
      MemorySegment table = channel.map(FileChannel.MapMode.READ_ONLY, 0, count * PLACE, arena);
      DecimalOrder order = new DecimalOrder(count);
      for (long number = order.next(); number >= 0; number = order.next()) {
        long page = table.get(LONG, number * PLACE);
        long size = table.get(LONG, number * PLACE + Long.BYTES);
        tree.addBig(ascii(Long.toString(number)), page, size);
      }
    }
  }

  @Override
  public void close() {
    try {
      pages.close();
      places.close();
    } catch (IOException closing) {
      // given up anyway
    }
    target.close();
  }
}
