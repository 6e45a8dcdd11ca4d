package org.facewright.jobs.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Messages on a pipe: magic (4 bytes), type (1), id (4), header length (4), body length (4), header
 * in UTF-8, body; integers big-endian. Reading and writing may go on at the same time; writing is
 * one thread at a time, held here.
 */
public final class Frames {
  /** "FWm1": a worker whose library prints to standard output is found out at the next frame. */
  private static final int MAGIC = 0x46576d31;

  /** A length above this is a broken pipe, not a message. */
  private static final int LARGEST = 1 << 30;

  private final DataInputStream in;
  private final DataOutputStream out;
  private final Object writing = new Object();

  public Frames(InputStream in, OutputStream out) {
    this.in = new DataInputStream(in);
    this.out = new DataOutputStream(out);
  }

  public void write(Message message) throws IOException {
    byte[] header = message.header().getBytes(StandardCharsets.UTF_8);
    synchronized (writing) {
      out.writeInt(MAGIC);
      out.writeByte(message.type().ordinal());
      out.writeInt(message.id());
      out.writeInt(header.length);
      out.writeInt(message.body().length);
      out.write(header);
      out.write(message.body());
      out.flush();
    }
  }

  /**
   * The next message, null at the end of the stream.
   *
   * @throws IOException if the stream ends inside a message or is not one of ours
   */
  public @Nullable Message read() throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    int magic = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
    if (magic != MAGIC) {
      throw new IOException("not a message: something else was written to the pipe");
    }
    int type = in.readUnsignedByte();
    int id = in.readInt();
    int headerLength = in.readInt();
    int bodyLength = in.readInt();
    Message.Type[] types = Message.Type.values();
    if (type >= types.length || !fits(headerLength) || !fits(bodyLength)) {
      throw new IOException("a broken message: type " + type + ", " + headerLength + " bytes");
    }
    String header = new String(exactly(headerLength), StandardCharsets.UTF_8);
    return new Message(types[type], id, header, exactly(bodyLength));
  }

  private static boolean fits(int length) {
    return length >= 0 && length <= LARGEST;
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the pipe ended inside a message");
    }
    return bytes;
  }
}
