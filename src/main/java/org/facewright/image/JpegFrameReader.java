package org.facewright.image;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facewright.image.JpegFrame.Component;
import org.jspecify.annotations.Nullable;

/**
 * Walks the segments of a JPEG up to its scan (ITU T.81, annex B) and takes what is common: one
 * scan of 8 bits, grey or YCbCr as JFIF says, colours whole, halved across, or halved both ways.
 * Every other kind is left to others.
 */
final class JpegFrameReader {
  private static final int BASELINE = 0xc0;
  private static final int HUFFMAN = 0xc4;
  private static final int SCAN = 0xda;
  private static final int STEPS = 0xdb;
  private static final int RESTART = 0xdd;
  private static final int APP0 = 0xe0;
  private static final int APP2 = 0xe2;
  private static final int APP14 = 0xee;
  private static final int APP15 = 0xef;
  private static final int COMMENT = 0xfe;

  private static final int LENGTHS = 16;

  /** Tables that are remembered at most. */
  private static final int MADE = 64;

  private record Named(int id, int across, int down, int steps) {}

  private final ByteCursor in;
  private final Map<ByteBuffer, JpegCodes> made;
  private final int[] @Nullable [] steps = new int[4][];
  private final @Nullable JpegCodes[] codes = new JpegCodes[8];
  private final List<Named> named = new ArrayList<>();
  private int width;
  private int height;
  private int restart;
  private boolean jfif;

  private JpegFrameReader(byte[] bytes, Map<ByteBuffer, JpegCodes> made) {
    in = new ByteCursor(bytes);
    this.made = made;
  }

  /**
   * Empty for what is not taken, damaged files among them.
   *
   * @param made tables by their bytes, of pictures before: most encoders write the same ones
   */
  static Optional<JpegFrame> read(byte[] bytes, Map<ByteBuffer, JpegCodes> made) {
    try {
      return new JpegFrameReader(bytes, made).read();
    } catch (ImageException e) {
      return Optional.empty();
    }
  }

  private Optional<JpegFrame> read() throws ImageException {
    in.skip(2);
    while (in.u8() == 0xff) {
      int marker = in.u8();
      int end = in.position() + in.u16();
      if (marker == SCAN) {
        List<Component> colours = scan();
        return colours.isEmpty() || in.position() != end
            ? Optional.empty()
            : Optional.of(new JpegFrame(width, height, colours, restart, end));
      }
      if (!segment(marker, end)) {
        return Optional.empty();
      }
      in.moveTo(end);
    }
    return Optional.empty();
  }

  private boolean segment(int marker, int end) throws ImageException {
    return switch (marker) {
      case APP0 -> application(end);
      case STEPS -> steps(end);
      case HUFFMAN -> codes(end);
      case BASELINE -> frame();
      case RESTART -> restart();
      case COMMENT -> true;
      // Colour profiles and Adobe's marker change how Java's plug-in reads a file.
      default -> marker > APP0 && marker <= APP15 && marker != APP2 && marker != APP14;
    };
  }

  private boolean application(int end) throws ImageException {
    jfif |= end - in.position() >= 14 && in.ascii(5).equals("JFIF\0");
    return true;
  }

  private boolean steps(int end) throws ImageException {
    while (in.position() < end) {
      int which = in.u8();
      if (which > 3) {
        return false;
      }
      int[] table = new int[64];
      for (int k = 0; k < table.length; k++) {
        table[k] = in.u8();
      }
      steps[which] = table;
    }
    return in.position() == end;
  }

  private boolean codes(int end) throws ImageException {
    while (in.position() < end) {
      int start = in.position();
      int which = in.u8();
      int sum = 0;
      for (int i = 0; i < LENGTHS; i++) {
        sum += in.u8();
      }
      in.skip(sum);
      if ((which & ~0x13) != 0) {
        return false;
      }
      codes[which >> 2 | which & 3] =
          table(ByteBuffer.wrap(in.bytes(), start, in.position() - start));
    }
    return in.position() == end;
  }

  private JpegCodes table(ByteBuffer bytes) throws ImageException {
    JpegCodes known = made.get(bytes);
    if (known == null) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      known = new JpegCodes(copy);
      if (made.size() == MADE) {
        made.clear();
      }
      made.put(ByteBuffer.wrap(copy), known);
    }
    return known;
  }

  private boolean frame() throws ImageException {
    int bits = in.u8();
    height = in.u16();
    width = in.u16();
    int count = in.u8();
    boolean first = named.isEmpty();
    for (int i = 0; i < count; i++) {
      int id = in.u8();
      int sampling = in.u8();
      named.add(new Named(id, sampling >> 4, sampling & 15, in.u8()));
    }
    return first && bits == 8 && (count == 1 || count == 3) && sampled();
  }

  /** What the brightness is sampled more finely by; small pictures are widened differently. */
  private boolean sampled() {
    Named luma = named.getFirst();
    int both = luma.across() * 16 + luma.down();
    boolean colours =
        named.stream().skip(1).allMatch(each -> each.across() == 1 && each.down() == 1);
    return width >= 16
        && height >= 16
        && colours
        && (both == 0x11 || named.size() == 3 && (both == 0x21 || both == 0x22));
  }

  private boolean restart() throws ImageException {
    restart = in.u16();
    return true;
  }

  private List<Component> scan() throws ImageException {
    List<Component> colours = new ArrayList<>();
    if (!jfif || named.isEmpty() || in.u8() != named.size()) {
      return List.of();
    }
    for (Named each : named) {
      int id = in.u8();
      int tables = in.u8();
      int[] table = each.steps() > 3 ? null : steps[each.steps()];
      JpegCodes first = codes[tables >> 4 & 3];
      JpegCodes others = codes[4 | tables & 3];
      if (id != each.id() || table == null || first == null || others == null) {
        return List.of();
      }
      colours.add(new Component(each.across(), each.down(), table, first, others));
    }
    boolean whole = in.u8() == 0 && in.u8() == 63 && in.u8() == 0;
    return whole ? colours : List.of();
  }
}
