package org.facewright.exchange.recordio;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.DatasetWriter;
import org.facewright.exchange.FaceEntry;
import org.facewright.exchange.IdentityLabels;
import org.facewright.exchange.PartialTarget;

/**
 * Writes train.rec, train.idx and property as InsightFace's face2rec2 lays them out: record 0 says
 * where the pictures and the identities end, then the pictures, then a record for each identity
 * with its range of keys.
 */
public final class RecordWriter implements DatasetWriter {
  /** float32, in which the ranges are stored, counts exactly up to here. */
  private static final long MOST_KEYS = 1L << 24;

  private final PartialTarget target;
  private final IdentityLabels labels;
  private final RecordOutput records;
  private final BufferedWriter index;
  private long[] firstKeys = new long[1024];
  private int identities;
  private long nextKey = 1;

  /**
   * @param target closed with this writer
   */
  public RecordWriter(PartialTarget target) throws DatasetException {
    this(target, new IdentityLabels());
  }

  /**
   * @param target closed with this writer
   * @param labels numbers the identities; a part of a set keeps the numbers of the whole
   */
  public RecordWriter(PartialTarget target, IdentityLabels labels) throws DatasetException {
    this.target = target;
    this.labels = labels;
    try {
      Path folder = Files.createDirectory(target.content());
      records = new RecordOutput(folder.resolve("train.rec"));
      index = Files.newBufferedWriter(folder.resolve("train.idx"), StandardCharsets.US_ASCII);
      append(0, range(0, 0, 0));
    } catch (IOException failed) {
      target.close();
      throw target.failure("it cannot be written", failed);
    }
  }

  private void append(long key, byte[] payload) throws IOException {
    index.write(key + "\t" + records.position() + "\n");
    records.append(payload);
  }

  private static byte[] range(long key, long first, long end) {
    ByteBuffer payload =
        ByteBuffer.allocate(RecordHeader.FIXED + 2 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    payload
        .putInt(2)
        .putFloat(0)
        .putLong(key)
        .putLong(0)
        .putFloat((float) first)
        .putFloat((float) end);
    return payload.array();
  }

  private static byte[] picture(long key, long label, byte[] image) {
    ByteBuffer payload =
        ByteBuffer.allocate(RecordHeader.FIXED + image.length).order(ByteOrder.LITTLE_ENDIAN);
    payload.putInt(0).putFloat((float) label).putLong(key).putLong(0).put(image);
    return payload.array();
  }

  @Override
  public void add(FaceEntry face) throws DatasetException {
    byte[] image = IdentityLabels.picture(face, target);
    long label = labels.label(face, target);
    if (labels.count() > identities) {
      if (identities == firstKeys.length) {
        firstKeys = Arrays.copyOf(firstKeys, identities * 2);
      }
      firstKeys[identities++] = nextKey;
    }
    if (nextKey + identities >= MOST_KEYS) {
      throw target.failure(
          "RecordIO stores key ranges as float32, exact up to 16,777,216; "
              + "export hsface-lmdb or the stages one by one",
          null);
    }
    try {
      append(nextKey, picture(nextKey, label, image));
      nextKey++;
    } catch (IOException failed) {
      throw target.failure("it cannot be written", failed);
    }
  }

  @Override
  public void finish() throws DatasetException {
    try {
      long end = nextKey;
      for (int i = 0; i < identities; i++) {
        long until = i + 1 < identities ? firstKeys[i + 1] : end;
        append(end + i, range(end + i, firstKeys[i], until));
      }
      records.finish(range(0, end, end + identities));
      records.close();
      index.close();
      Path property = target.content().resolve("property");
      Files.writeString(property, labels.classes() + ",112,112\n");
      labels.writeList(target);
      force(property);
      force(target.content().resolve("train.idx"));
      PartialTarget.forceFolder(target.content());
    } catch (IOException failed) {
      throw target.failure("it cannot be written", failed);
    }
    target.commit();
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  @Override
  public void close() {
    try {
      records.close();
      index.close();
    } catch (IOException closing) {
      // given up anyway
    }
    target.close();
  }
}
