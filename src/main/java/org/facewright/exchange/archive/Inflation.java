package org.facewright.exchange.archive;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.facewright.exchange.ImageKind;

/** Unpacks one deflated entry, counting what comes out instead of believing what is declared. */
final class Inflation implements AutoCloseable {
  private static final int STEP = 1 << 14;

  private final Inflater inflater = new Inflater(true);
  private final byte[] buffer = new byte[STEP];

  /** Why an entry could not be unpacked, as a clause. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String reason) {
      super(reason);
    }
  }

  /**
   * The unpacked bytes.
   *
   * @param most gives up beyond this many
   */
  byte[] unpack(MemorySegment packed, long most) throws Refused {
    inflater.reset();
    ByteArrayOutputStream out = new ByteArrayOutputStream(STEP);
    long fed = 0;
    try {
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          fed += feed(packed, fed);
        }
        int count = inflater.inflate(buffer);
        if (inflater.needsDictionary()) {
          throw new Refused("it is packed with a dictionary");
        }
        if (out.size() == 0 && count >= ImageKind.HEAD && ImageKind.of(buffer).isEmpty()) {
          throw new Refused("it is no JPEG, PNG, WebP or BMP picture");
        }
        if (out.size() + (long) count > most) {
          throw new Refused("it unpacks to more than the " + most + " bytes that it declares");
        }
        out.write(buffer, 0, count);
      }
    } catch (DataFormatException damaged) {
      throw new Refused("its packed bytes are damaged");
    }
    return out.toByteArray();
  }

  /** The first bytes of an entry, fewer if it is shorter or damaged. */
  byte[] head(MemorySegment packed) {
    inflater.reset();
    byte[] head = new byte[ImageKind.HEAD];
    try {
      feed(packed, 0);
      inflater.inflate(head);
    } catch (DataFormatException | Refused damaged) {
      return new byte[0];
    }
    return head;
  }

  private long feed(MemorySegment packed, long fed) throws Refused {
    long length = Math.min(STEP, packed.byteSize() - fed);
    if (length <= 0) {
      throw new Refused("its packed bytes end too early");
    }
    inflater.setInput(packed.asSlice(fed, length).toArray(ValueLayout.JAVA_BYTE));
    return length;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
