package org.facewright.exchange.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a tar archive, plain or gzipped, as they come by.
 *
 * <p>Names that pax or GNU tar put into entries of their own are bounded to a megabyte; everything
 * that comes out of a gzip stream is counted against what went in.
 */
final class TarStream implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_NAME_ENTRY = 1 << 20;

  /** An archive that cannot be read further. */
  static final class Damage extends Exception {
    private static final long serialVersionUID = 1L;

    Damage(String reason) {
      super(reason);
    }
  }

  private final CountedInput packed;
  private final InputStream in;
  private final UnpackedBudget budget = new UnpackedBudget();
  private long offset;
  private long left; // of the current entry's data, with its padding

  static TarStream open(Path path) throws IOException {
    InputStream file = Files.newInputStream(path);
    boolean done = false;
    try {
      TarStream opened = new TarStream(file);
      done = true;
      return opened;
    } finally {
      if (!done) {
        file.close();
      }
    }
  }

  private TarStream(InputStream file) throws IOException {
    packed = new CountedInput(new BufferedInputStream(file, BUFFER));
    packed.mark(2);
    boolean gzip = packed.read() == 0x1f && packed.read() == 0x8b;
    packed.reset();
    in = gzip ? new BufferedInputStream(new GZIPInputStream(packed, BUFFER), BUFFER) : packed;
  }

  /** Bytes of the unpacked stream so far. */
  long offset() {
    return offset;
  }

  /** The next entry of any type, under its full name, or null at the archive's end mark. */
  @Nullable TarHeader next() throws Damage, IOException {
    @Nullable String longName = null;
    long longSize = -1;
    while (true) {
      pass(left);
      byte[] block = block();
      if (TarHeader.zero(block)) {
        return null;
      }
      TarHeader header = parse(block);
      left = padded(header.size());
      switch (header.type()) {
        case 'L' -> longName = TarHeader.text(small(header), 0, (int) header.size());
        case 'x' -> {
          PaxRecords pax = PaxRecords.parse(small(header), (int) header.size());
          longName = pax.path() != null ? pax.path() : longName;
          longSize = pax.size() >= 0 ? pax.size() : longSize;
        }
        case 'g', 'K' -> {} // defaults for all entries, or a link's long target
        default -> {
          long size = longSize >= 0 ? longSize : header.size();
          left = padded(size);
          return new TarHeader(longName != null ? longName : header.name(), size, header.type());
        }
      }
    }
  }

  private static TarHeader parse(byte[] block) throws Damage {
    try {
      return TarHeader.parse(block);
    } catch (TarHeader.Bad bad) {
      throw new Damage(String.valueOf(bad.getMessage()));
    }
  }

  private static long padded(long size) throws Damage {
    if (size > Long.MAX_VALUE - TarHeader.BLOCK) {
      throw new Damage("a tar entry of " + size + " bytes");
    }
    return (size + TarHeader.BLOCK - 1) / TarHeader.BLOCK * TarHeader.BLOCK;
  }

  private byte[] small(TarHeader header) throws Damage, IOException {
    if (header.size() > LONGEST_NAME_ENTRY) {
      throw new Damage("a name of " + header.size() + " bytes");
    }
    return data((int) left);
  }

  private byte[] block() throws Damage, IOException {
    byte[] block = read(TarHeader.BLOCK);
    if (block.length < TarHeader.BLOCK) {
      throw new Damage("it is cut off: the mark at its end is missing");
    }
    return block;
  }

  /** The first bytes of the current entry's data; call once an entry, or again for what follows. */
  byte[] data(int count) throws Damage, IOException {
    byte[] data = read((int) Math.min(count, left));
    left -= data.length;
    if (data.length < count && left > 0) {
      throw new Damage("it is cut off within an entry");
    }
    return data;
  }

  private byte[] read(int count) throws Damage, IOException {
    try {
      byte[] bytes = in.readNBytes(count);
      offset += bytes.length;
      budget.add(bytes.length);
      if (budget.exceeds(packed.count())) {
        throw new Damage("it unpacks to more than a hundred times its size");
      }
      return bytes;
    } catch (EOFException cutOff) {
      throw new Damage("it is cut off: the packed bytes end too early");
    } catch (java.util.zip.ZipException damaged) {
      throw new Damage("its packed bytes are damaged");
    }
  }

  private void pass(long count) throws Damage, IOException {
    for (long passed = 0; passed < count; ) {
      byte[] data = read((int) Math.min(BUFFER, count - passed));
      if (data.length == 0) {
        throw new Damage("it is cut off within an entry");
      }
      passed += data.length;
    }
    left = 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** The two records of a pax header that matter here. Source: POSIX pax, extended header. */
  private record PaxRecords(@Nullable String path, long size) {
    static PaxRecords parse(byte[] block, int length) throws Damage {
      String path = null;
      long size = -1;
      int at = 0;
      while (at < length) {
        int space = at;
        while (space < length && block[space] != ' ') {
          space++;
        }
        long end = at + decimal(new String(block, at, space - at, StandardCharsets.ISO_8859_1));
        if (end <= space + 1 || end > length) {
          throw new Damage("a pax header's record has a wrong length");
        }
        String record = new String(block, space + 1, (int) end - space - 2, StandardCharsets.UTF_8);
        if (record.startsWith("path=")) {
          path = record.substring("path=".length());
        } else if (record.startsWith("size=")) {
          size = decimal(record.substring("size=".length()));
        }
        at = (int) end;
      }
      return new PaxRecords(path, size);
    }

    private static long decimal(String text) throws Damage {
      try {
        return Math.clamp(Long.parseLong(text), 0, Long.MAX_VALUE / 2);
      } catch (NumberFormatException notDecimal) {
        throw new Damage("a pax header's number is not decimal");
      }
    }
  }
}
