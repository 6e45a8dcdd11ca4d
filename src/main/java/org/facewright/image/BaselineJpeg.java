package org.facewright.image;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facewright.image.JpegFrame.Component;
import org.facewright.vector.JpegKernels;

/**
 * Decodes the usual kind of small JPEG in a third of the time that the JDK's plug-in takes, to the
 * same pixels. It has to be compiled first, which costs the first few hundred pictures dear: for
 * those who read many. One thread; memory is kept for the next picture.
 */
final class BaselineJpeg {
  /** Blocks of brightness that are transformed together. */
  private static final int BAND = 256;

  private static final int RESTARTS = 0xd0;
  private static final int END = 0xd9;

  private final List<JpegPlane> memory = List.of(new JpegPlane(), new JpegPlane(), new JpegPlane());
  private final Map<ByteBuffer, JpegCodes> tables = new HashMap<>();
  private byte[] blueRow = {};
  private byte[] redRow = {};
  private int[] sums = {};

  /**
   * Decodes, or answers nothing where a file is of another kind or broken in any way: what a
   * plug-in says of it is to count.
   *
   * @param bytes of a picture whose size was found to be within limits
   */
  Optional<PlanarImage> decode(byte[] bytes) {
    return JpegFrameReader.read(bytes, tables)
        .filter(frame -> scan(bytes, frame))
        .map(this::picture);
  }

  private boolean scan(byte[] bytes, JpegFrame frame) {
    Component luma = frame.colours().getFirst();
    int unitsAcross = Math.ceilDiv(frame.width(), 8 * luma.across());
    int unitsDown = Math.ceilDiv(frame.height(), 8 * luma.down());
    int band = Math.clamp(BAND / (unitsAcross * luma.across() * luma.down()), 1, unitsDown);
    for (int i = 0; i < frame.colours().size(); i++) {
      Component each = frame.colours().get(i);
      memory
          .get(i)
          .reset(
              each.steps(),
              unitsAcross * each.across(),
              unitsDown * each.down(),
              band * each.down());
    }
    JpegBits bits = new JpegBits(bytes, frame.scan());
    Units units = new Units(frame, bits, unitsAcross);
    for (int row = 0; row < unitsDown; row += band) {
      int count = Math.min(band, unitsDown - row);
      if (!units.read(row, count)) {
        return false;
      }
    }
    return bits.pass(END);
  }

  /** The scan's units, in their order. */
  private final class Units {
    private final JpegFrame frame;
    private final JpegBits bits;
    private final int across;
    private final Component[] components;
    private final JpegPlane[] planes;
    private final int[] before;
    private int done;

    Units(JpegFrame frame, JpegBits bits, int across) {
      this.frame = frame;
      this.bits = bits;
      this.across = across;
      components = frame.colours().toArray(Component[]::new);
      planes = memory.subList(0, components.length).toArray(JpegPlane[]::new);
      before = new int[components.length];
    }

    /** Reads some rows and turns them into samples. */
    boolean read(int firstRow, int count) {
      for (int i = 0; i < before.length; i++) {
        planes[i].clearBand();
      }
      for (int unit = 0; unit < count * across; unit++) {
        if (frame.restart() > 0 && done > 0 && done % frame.restart() == 0) {
          if (!bits.pass(RESTARTS | (done / frame.restart() - 1) & 7)) {
            return false;
          }
          java.util.Arrays.fill(before, 0);
        }
        for (int i = 0; i < before.length; i++) {
          if (!unit(i, unit / across, unit % across)) {
            return false;
          }
        }
        done++;
      }
      for (int i = 0; i < before.length; i++) {
        int down = components[i].down();
        planes[i].finishBand(firstRow * down, count * down);
      }
      return true;
    }

    private boolean unit(int colour, int row, int column) {
      Component component = components[colour];
      JpegPlane plane = planes[colour];
      for (int y = 0; y < component.down(); y++) {
        int block =
            (row * component.down() + y) * plane.blocksAcross() + column * component.across();
        for (int x = 0; x < component.across(); x++) {
          before[colour] =
              bits.block(component.first(), component.others(), plane, block + x, before[colour]);
          if (before[colour] == Integer.MIN_VALUE) {
            return false;
          }
        }
      }
      return true;
    }
  }

  private PlanarImage picture(JpegFrame frame) {
    int width = frame.width();
    int plane = width * frame.height();
    byte[] planes = new byte[3 * plane];
    int room = width + 2 * JpegKernels.SPARE;
    if (sums.length < room) {
      blueRow = new byte[room];
      redRow = new byte[room];
      sums = new int[room];
    }
    for (int y = 0; y < frame.height(); y++) {
      colours(frame, y, planes, plane);
    }
    return new PlanarImage(width, frame.height(), planes);
  }

  private void colours(JpegFrame frame, int y, byte[] planes, int plane) {
    int width = frame.width();
    int to = y * width;
    JpegPlane luma = memory.get(0);
    int at = y * luma.width();
    if (frame.colours().size() == 1) {
      for (int c = 0; c < 3; c++) {
        System.arraycopy(luma.samples(), at, planes, to + c * plane, width);
      }
      return;
    }
    JpegPlane blue = memory.get(1);
    JpegPlane red = memory.get(2);
    if (frame.colours().getFirst().across() == 1) {
      int same = y * blue.width();
      JpegKernels.colours(
          luma.samples(), at, blue.samples(), red.samples(), same, width, planes, to, plane);
      return;
    }
    widen(frame, blue, y, blueRow);
    widen(frame, red, y, redRow);
    JpegKernels.colours(luma.samples(), at, blueRow, redRow, 0, width, planes, to, plane);
  }

  private void widen(JpegFrame frame, JpegPlane plane, int y, byte[] out) {
    int count = Math.ceilDiv(frame.width(), 2);
    int width = plane.width();
    if (frame.colours().getFirst().down() == 1) {
      JpegKernels.widen(plane.samples(), y * width, count, sums, out);
      return;
    }
    int last = Math.ceilDiv(frame.height(), 2) - 1;
    int near = y / 2;
    int far = Math.clamp(y % 2 == 0 ? near - 1 : near + 1, 0, last);
    JpegKernels.widenBoth(plane.samples(), near * width, far * width, count, sums, out);
  }
}
