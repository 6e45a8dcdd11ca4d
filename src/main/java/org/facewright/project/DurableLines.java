package org.facewright.project;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of JSON objects, one a line, each forced to the disk before {@link #append}
 * returns. A line begins {@code {"crc":"0123abcd","seq":1,}: the CRC-32C of everything behind that
 * first comma, and a number that counts from 1. For what hangs on money or on a person's word.
 *
 * <p>Thread-safe; one process at a time, which a file lock holds.
 */
public final class DurableLines implements AutoCloseable {
  private static final String BEFORE_CHECKSUM = "{\"crc\":\"";
  private static final String AFTER_CHECKSUM = "\",";
  private static final int PREFIX = BEFORE_CHECKSUM.length() + 8 + AFTER_CHECKSUM.length();
  private static final int LONGEST_LINE = 16 << 20;

  /** A line before the last one is broken: somebody must look, nothing is guessed. */
  public static final class DamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedException(Path file, long line, String why) {
      super(
          file.getFileName() + ", line " + line + ": " + why + "; bring the file back from a copy");
    }
  }

  /** Takes the lines in order. */
  public interface Reader {
    /**
     * @param seq the line's number, from 1
     * @param json the object with its {@code seq}, without the checksum
     */
    void line(long seq, String json) throws IOException;
  }

  /** Null when the file is only looked at. */
  private final @Nullable FileChannel channel;

  private final Object writing = new Object();
  private final Object forcing = new Object();
  private long last;
  private long forced;
  private boolean broken;

  /**
   * Opens the file, made if missing, and hands every line to {@code reader}. A last line without
   * its end was never acknowledged: it is cut off.
   *
   * @throws DamagedException if a line is not as it was written
   * @throws IOException also if another process has the file open
   */
  public DurableLines(Path file, Reader reader) throws IOException {
    FileChannel opened =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    channel = opened;
    try {
      lock(opened, file);
      long[] end = read(file, Long.MAX_VALUE, reader);
      last = end[0];
      forced = last;
      opened.truncate(end[1]);
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private DurableLines(long last) {
    channel = null;
    this.last = last;
    forced = last;
  }

  /**
   * Hands every line of a file to {@code reader}; nothing can be appended. A file that is not there
   * yet has no lines.
   *
   * @throws DamagedException if a line is not as it was written
   */
  public static DurableLines view(Path file, Reader reader) throws IOException {
    return new DurableLines(Files.exists(file) ? read(file, Long.MAX_VALUE, reader)[0] : 0);
  }

  private static void lock(FileChannel channel, Path file) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      throw new IOException(file + " is open already; close it there first", e);
    }
    throw new IOException(file + " is open in another program; close it there first");
  }

  /** Reads the whole lines of a file that may be growing meanwhile. */
  public static void read(Path file, Reader reader) throws IOException {
    if (Files.exists(file)) {
      read(file, Files.size(file), reader);
    }
  }

  /** Returns the last line's number and the offset of its end. */
  private static long[] read(Path file, long bytes, Reader reader) throws IOException {
    long sound = 0;
    long seq = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      for (byte[] line = nextLine(in, file, seq + 1);
          line != null && sound + line.length < bytes;
          line = nextLine(in, file, seq + 1)) {
        reader.line(++seq, parse(file, seq, line));
        sound += line.length + 1L;
      }
    }
    return new long[] {seq, sound};
  }

  /** The next whole line without its line feed; null at the end, also for a line without one. */
  private static byte @Nullable [] nextLine(InputStream in, Path file, long number)
      throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return line.toByteArray();
      }
      if (line.size() == LONGEST_LINE) {
        throw new DamagedException(file, number, "it is longer than any line written here");
      }
      line.write(b);
    }
    return null;
  }

  private static String parse(Path file, long seq, byte[] line) throws IOException {
    if (line.length <= PREFIX) {
      throw new DamagedException(file, seq, "it is too short");
    }
    byte[] rest = Arrays.copyOfRange(line, PREFIX, line.length);
    if (!prefix(rest).equals(new String(line, 0, PREFIX, StandardCharsets.ISO_8859_1))) {
      throw new DamagedException(file, seq, "its checksum does not fit");
    }
    String text = new String(rest, StandardCharsets.UTF_8);
    if (!text.startsWith("\"seq\":" + seq + ",")) {
      throw new DamagedException(file, seq, "another line stands where it should");
    }
    return "{" + text;
  }

  /** How a line begins whose rest is this. */
  private static String prefix(byte[] rest) {
    CRC32C crc = new CRC32C();
    crc.update(rest);
    return BEFORE_CHECKSUM + HexFormat.of().toHexDigits((int) crc.getValue()) + AFTER_CHECKSUM;
  }

  /** The number of the last line, 0 when there is none. */
  public long last() {
    synchronized (writing) {
      return last;
    }
  }

  /**
   * Appends JSON objects; on the disk when this returns. Several threads that append at once share
   * one forcing.
   *
   * @param objects each a JSON object with at least one field, on one line
   * @return the number of the last line written
   * @throws ViewOnlyException if it is only looked at
   * @throws IOException if that is not certain; then nothing more can be appended before the file
   *     was opened again
   */
  public long append(List<String> objects) throws IOException {
    if (channel == null) {
      throw new ViewOnlyException();
    }
    long seq;
    synchronized (writing) {
      if (broken) {
        throw new IOException(
            "an earlier line could not be written; close the file and open it again");
      }
      seq = last + objects.size();
      write(channel, lines(objects, last));
      last = seq;
    }
    force(channel, seq);
    return seq;
  }

  private static ByteBuffer lines(List<String> objects, long before) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    long seq = before;
    for (String json : objects) {
      if (!json.startsWith("{\"") || json.indexOf('\n') >= 0) {
        throw new IllegalArgumentException("not one line with a JSON object: " + json);
      }
      byte[] rest = ("\"seq\":" + ++seq + "," + json.substring(1)).getBytes(StandardCharsets.UTF_8);
      lines.writeBytes(prefix(rest).getBytes(StandardCharsets.ISO_8859_1));
      lines.writeBytes(rest);
      lines.write('\n');
    }
    return ByteBuffer.wrap(lines.toByteArray());
  }

  private void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    long start = channel.size();
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes, start + bytes.position());
      }
    } catch (IOException e) {
      broken = true;
      throw e;
    }
  }

  /** Whoever finds that another thread's forcing took its line along need not force again. */
  private void force(FileChannel channel, long seq) throws IOException {
    synchronized (forcing) {
      if (forced >= seq) {
        return;
      }
      long upTo = last();
      try {
        channel.force(true);
      } catch (IOException e) {
        synchronized (writing) {
          broken = true;
        }
        throw e;
      }
      forced = upTo;
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
