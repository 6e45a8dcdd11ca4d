package org.facewright.project;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The decision journal {@code decisions.jsonl}: one decision a line, appended and forced to the disk
 * before anybody hears that it was taken. A line is a JSON object that begins {@code
 * {"crc":"0123abcd","seq":1,}: the CRC-32C of everything behind that first comma, and a number that
 * counts from 1. Nothing in it is ever changed.
 *
 * <p>One thread at a time.
 */
final class Journal implements AutoCloseable {
  private static final String BEFORE_CHECKSUM = "{\"crc\":\"";
  private static final String AFTER_CHECKSUM = "\",";
  private static final int CHECKSUM_DIGITS = 8;
  private static final int PREFIX =
      BEFORE_CHECKSUM.length() + CHECKSUM_DIGITS + AFTER_CHECKSUM.length();

  /** A line before the last one is broken: somebody must look, nothing is guessed. */
  static final class DamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedException(Path file, long line, String why) {
      super(file.getFileName() + ", line " + line + ": " + why);
    }
  }

  /** Takes the lines of a journal in order. */
  interface LineReader {
    void line(DecisionRecord decision) throws IOException;
  }

  /** Null when it is only looked at. */
  private final @Nullable FileChannel channel;

  private long lastSeq;

  /**
   * Opens the journal and hands every line to {@code reader}. A last line without its end was never
   * acknowledged: it is cut off.
   */
  Journal(Path file, LineReader reader) throws IOException {
    FileChannel opened =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    channel = opened;
    try {
      long sound = read(file, reader);
      opened.truncate(sound);
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** Looks at a journal; nothing can be appended. */
  static Journal view(Path file) throws IOException {
    return new Journal(file);
  }

  private Journal(Path file) throws IOException {
    channel = null;
    if (Files.exists(file)) {
      var unused = read(file, decision -> {});
    }
  }

  private long read(Path file, LineReader reader) throws IOException {
    long sound = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      for (byte[] line = nextLine(in); line != null; line = nextLine(in)) {
        DecisionRecord decision = parse(file, lastSeq + 1, line);
        if (decision.seq() != lastSeq + 1) {
          throw new DamagedException(
              file, lastSeq + 1, "decision " + decision.seq() + " stands where the next should");
        }
        reader.line(decision);
        lastSeq = decision.seq();
        sound += line.length + 1L;
      }
    }
    return sound;
  }

  /** The next whole line without its line feed; null at the end, also for a line without one. */
  private static byte @Nullable [] nextLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return line.toByteArray();
      }
      line.write(b);
    }
    return null;
  }

  private static DecisionRecord parse(Path file, long number, byte[] line) throws IOException {
    if (line.length <= PREFIX) {
      throw new DamagedException(file, number, "it is too short");
    }
    byte[] rest = Arrays.copyOfRange(line, PREFIX, line.length);
    if (!prefix(rest).equals(new String(line, 0, PREFIX, StandardCharsets.US_ASCII))) {
      throw new DamagedException(file, number, "its checksum does not fit");
    }
    return DecisionRecord.fromJson("{" + new String(rest, StandardCharsets.UTF_8));
  }

  /** How a line begins whose rest is this. */
  private static String prefix(byte[] rest) {
    CRC32C crc = new CRC32C();
    crc.update(rest);
    return BEFORE_CHECKSUM + HexFormat.of().toHexDigits((int) crc.getValue()) + AFTER_CHECKSUM;
  }

  /** The number of the last decision, 0 when there is none. */
  long lastSeq() {
    return lastSeq;
  }

  /** Appends a decision whose {@code seq} is the next; on the disk when this returns. */
  void append(DecisionRecord decision) throws IOException {
    if (channel == null) {
      throw new ViewOnlyException();
    }
    if (decision.seq() != lastSeq + 1) {
      throw new IllegalArgumentException("decision " + decision.seq() + " after " + lastSeq);
    }
    byte[] rest = decision.toJson().substring(1).getBytes(StandardCharsets.UTF_8);
    ByteBuffer line = ByteBuffer.allocate(PREFIX + rest.length + 1);
    line.put(prefix(rest).getBytes(StandardCharsets.US_ASCII)).put(rest).put((byte) '\n').flip();
    long start = channel.size();
    try {
      while (line.hasRemaining()) {
        channel.write(line, start + line.position());
      }
      channel.force(true);
    } catch (IOException e) {
      // A half-written line must not stand before the next one.
      channel.truncate(start);
      throw e;
    }
    lastSeq = decision.seq();
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
