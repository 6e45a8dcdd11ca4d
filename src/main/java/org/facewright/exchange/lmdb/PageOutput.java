package org.facewright.exchange.lmdb;

import static org.facewright.exchange.lmdb.LmdbLayout.*;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends pages to an LMDB file; its two meta pages come last. One thread. */
final class PageOutput implements AutoCloseable {
  static final int PAGE = 4096;
  private static final int BUFFER = 1 << 20;

  /** The environment is one file and not a folder. */
  private static final int NO_SUBFOLDER = 0x4000;

  private static final int INTEGER_KEYS = 0x08;

  private final FileChannel channel;
  private final OutputStream out;
  private long next = 2;
  private long branches;
  private long leaves;
  private long overflows;

  PageOutput(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    out.write(new byte[2 * PAGE]);
  }

  static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Starts a value of pages of its own; returns its page number. Exactly {@code size} bytes follow.
   */
  long beginValue(long size) throws IOException {
    long pages = pagesFor(size);
    ByteBuffer header = buffer(HEADER);
    header.putLong(next).putShort((short) 0).putShort((short) OVERFLOW).putInt((int) pages);
    write(header);
    long number = next;
    next += pages;
    overflows += pages;
    return number;
  }

  private void write(ByteBuffer whole) throws IOException {
    out.write(whole.array(), whole.arrayOffset(), whole.capacity());
  }

  void write(byte[] bytes, int length) throws IOException {
    out.write(bytes, 0, length);
  }

  void endValue(long size) throws IOException {
    long padding = pagesFor(size) * PAGE - HEADER - size;
    out.write(new byte[(int) padding]);
  }

  private static long pagesFor(long size) {
    return (HEADER + size + PAGE - 1) / PAGE;
  }

  /** Appends a full page, whose number is filled in. */
  long append(ByteBuffer page, boolean leaf) throws IOException {
    page.putLong(0, next);
    write(page);
    leaves += leaf ? 1 : 0;
    branches += leaf ? 0 : 1;
    return next++;
  }

  /** Writes the description of the finished tree and forces the file to disk. */
  void finish(long root, int depth, long entries) throws IOException {
    out.flush();
    channel.write(ByteBuffer.wrap(meta(0, 0, 1, NO_PAGE, 0).array()), 0);
    channel.write(ByteBuffer.wrap(meta(1, depth, next - 1, root, entries).array()), PAGE);
    channel.force(true);
  }

  private ByteBuffer meta(int number, int depth, long lastPage, long root, long entries) {
    boolean empty = root == NO_PAGE;
    ByteBuffer page = buffer(PAGE);
    page.putLong(number).putShort((short) 0).putShort((short) META).putInt(0);
    page.putInt(MAGIC).putInt(VERSION).putLong(0).putLong(mapSize());
    page.putInt(PAGE).putShort((short) (NO_SUBFOLDER | INTEGER_KEYS)).putShort((short) 0);
    page.putLong(0).putLong(0).putLong(0).putLong(0).putLong(NO_PAGE);
    page.putInt(0).putShort((short) 0).putShort((short) depth);
    page.putLong(empty ? 0 : branches).putLong(empty ? 0 : leaves);
    page.putLong(empty ? 0 : overflows).putLong(entries).putLong(root);
    page.putLong(lastPage).putLong(number);
    return page;
  }

  /** At least the file, in whole megabytes. */
  private long mapSize() {
    return (((next * PAGE) >> 20) + 1) << 20;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
