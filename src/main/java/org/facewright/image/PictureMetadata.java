package org.facewright.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Takes out of an encoded picture what is not needed to see it: EXIF with place and camera, XMP,
 * comments, thumbnails, times. Colours and the way it is turned stay, pixels are not touched. BMP
 * holds nothing of the kind. Stateless.
 */
public final class PictureMetadata {
  private static final Set<String> PNG_KEPT =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD",
          "cICP");
  private static final int PNG_START = 8;
  private static final int SCAN = 0xDA;
  private static final int END = 0xD9;
  private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

  private PictureMetadata() {}

  /** The picture without it; one that is of no known kind, or cut off, comes back as it is. */
  public static byte[] stripped(byte[] picture) {
    try {
      if (starts(picture, 0, 0xff, 0xd8)) {
        return jpeg(picture);
      }
      if (starts(picture, 0, 0x89, 'P', 'N', 'G')) {
        return png(picture);
      }
      return starts(picture, 0, 'R', 'I', 'F', 'F') && starts(picture, 8, 'W', 'E', 'B', 'P')
          ? webp(picture)
          : picture;
    } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
      // Cut off: whoever reads it will say so; nothing is guessed here.
      return picture;
    }
  }

  private static boolean starts(byte[] bytes, int at, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (at + i >= bytes.length || (bytes[at + i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] jpeg(byte[] picture) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(picture.length);
    out.write(picture, 0, 2);
    byte[] turned = turned(picture);
    int at = 2;
    while (true) {
      int marker = picture[at + 1] & 0xff;
      if (marker == SCAN) {
        // After the scans nothing but the end mark counts; a second picture behind it goes.
        out.writeBytes(turned);
        out.write(picture, at, end(picture, at) - at);
        return out.toByteArray();
      }
      int length = 2 + ((picture[at + 2] & 0xff) << 8 | (picture[at + 3] & 0xff));
      if (needed(picture, at, marker)) {
        out.write(picture, at, length);
      }
      at += length;
    }
  }

  /** JFIF and Adobe say how colours are coded, ICC what they mean; all else is about the camera. */
  private static boolean needed(byte[] picture, int at, int marker) {
    boolean application = marker >= 0xe0 && marker <= 0xef;
    if (marker == 0xe2) {
      return java.util.Arrays.equals(
          picture, at + 4, Math.min(picture.length, at + 4 + ICC.length), ICC, 0, ICC.length);
    }
    return marker == 0xe0 || marker == 0xee || (!application && marker != 0xfe);
  }

  /** Behind the end mark of the picture, which in the scans' data is followed by no zero. */
  private static int end(byte[] picture, int from) {
    for (int i = from; i + 1 < picture.length; i++) {
      if ((picture[i] & 0xff) == 0xff && (picture[i + 1] & 0xff) == END) {
        return i + 2;
      }
    }
    return picture.length;
  }

  /** A TIFF block that says how the picture is turned and nothing else; empty if upright. */
  private static byte[] tiff(byte[] picture) {
    Orientation orientation;
    try {
      orientation = ImageHeader.read(picture, ImageLimits.DEFAULT).orientation();
    } catch (ImageException e) {
      return new byte[0];
    }
    if (orientation == Orientation.UPRIGHT) {
      return new byte[0];
    }
    ByteBuffer tiff = ByteBuffer.allocate(26);
    tiff.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8).putShort((short) 1);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) (orientation.ordinal() + 1)).putShort((short) 0).putInt(0);
    return tiff.array();
  }

  private static byte[] turned(byte[] picture) {
    byte[] tiff = tiff(picture);
    if (tiff.length == 0) {
      return tiff;
    }
    return ByteBuffer.allocate(10 + tiff.length)
        .put((byte) 0xff)
        .put((byte) 0xe1)
        .putShort((short) (8 + tiff.length))
        .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
        .put(tiff)
        .array();
  }

  private static byte[] png(byte[] picture) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(picture.length);
    out.write(picture, 0, PNG_START);
    ByteBuffer in = ByteBuffer.wrap(picture);
    int at = PNG_START;
    boolean begun = false;
    while (at < picture.length) {
      int length = in.getInt(at) + 12;
      String type = new String(picture, at + 4, 4, StandardCharsets.ISO_8859_1);
      if (type.equals("IDAT") && !begun) {
        begun = true;
        out.writeBytes(chunk(tiff(picture)));
      }
      if (PNG_KEPT.contains(type)) {
        out.write(picture, at, length);
      }
      if (type.equals("IEND")) {
        break;
      }
      at += length;
    }
    return out.toByteArray();
  }

  private static byte[] chunk(byte[] tiff) {
    if (tiff.length == 0) {
      return tiff;
    }
    ByteBuffer chunk = ByteBuffer.allocate(12 + tiff.length);
    chunk.putInt(tiff.length).put("eXIf".getBytes(StandardCharsets.US_ASCII)).put(tiff);
    CRC32 sum = new CRC32();
    sum.update(chunk.array(), 4, 4 + tiff.length);
    return chunk.putInt((int) sum.getValue()).array();
  }

  private static byte[] webp(byte[] picture) {
    ByteBuffer in = ByteBuffer.wrap(picture).order(ByteOrder.LITTLE_ENDIAN);
    ByteArrayOutputStream out = new ByteArrayOutputStream(picture.length);
    out.write(picture, 0, 12);
    int at = 12;
    while (at + 8 <= picture.length) {
      String type = new String(picture, at, 4, StandardCharsets.ISO_8859_1);
      int length = 8 + (in.getInt(at + 4) + 1 & ~1);
      if (!type.equals("EXIF") && !type.equals("XMP ")) {
        out.write(picture, at, Math.min(length, picture.length - at));
      }
      at += length;
    }
    byte[] tiff = tiff(picture);
    if (tiff.length > 0) {
      out.writeBytes("EXIF".getBytes(StandardCharsets.US_ASCII));
      out.writeBytes(new byte[] {(byte) tiff.length, 0, 0, 0});
      out.writeBytes(tiff);
    }
    byte[] bytes = out.toByteArray();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, bytes.length - 8);
    if (starts(bytes, 12, 'V', 'P', '8', 'X')) {
      // No XMP any more, and EXIF only where it is still needed.
      bytes[20] = (byte) (bytes[20] & ~0x0c | (tiff.length > 0 ? 0x08 : 0));
    }
    return bytes;
  }
}
