package org.facewright.exchange.recordio;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends records to a .rec file, cut at the magic words that their payload holds. One thread. */
final class RecordOutput implements AutoCloseable {
  private static final int BUFFER = 1 << 20;

  private final FileChannel channel;
  private final OutputStream out;
  private long position;

  RecordOutput(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
  }

  /** Where the next record will begin. */
  long position() {
    return position;
  }

  void append(byte[] payload) throws IOException {
    if (payload.length > RecordFrame.LONGEST) {
      throw new IOException("a record of " + payload.length + " bytes");
    }
    ByteBuffer bytes = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
    int from = 0;
    int parts = 0;
    for (int at = 0; at + Integer.BYTES <= payload.length; at += Integer.BYTES) {
      if (bytes.getInt(at) == RecordFrame.MAGIC) {
        part(parts == 0 ? 1 : 2, payload, from, at - from);
        from = at + Integer.BYTES;
        parts++;
      }
    }
    part(parts == 0 ? 0 : 3, payload, from, payload.length - from);
  }

  private void part(int flag, byte[] payload, int from, int length) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(RecordFrame.HEAD).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(RecordFrame.MAGIC).putInt(flag << 29 | length);
    out.write(head.array());
    out.write(payload, from, length);
    int padding = (int) RecordFrame.padded(length) - length;
    out.write(new byte[Integer.BYTES], 0, padding);
    position += RecordFrame.HEAD + length + padding;
  }

  /** Writes the first record again, now that its content is known; it must be as long as before. */
  void finish(byte[] firstPayload) throws IOException {
    out.flush();
    ByteBuffer payload = ByteBuffer.wrap(firstPayload);
    channel.write(payload, RecordFrame.HEAD);
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
