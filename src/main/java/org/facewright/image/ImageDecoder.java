package org.facewright.image;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.facewright.image.ImageException.Reason;

/**
 * Decodes pictures within limits: the header is read and judged first, pixels only after.
 *
 * <p>JPEG (grey, RGB, CMYK, YCCK), PNG (any depth, palette, alpha over white), WebP, BMP, GIF; of
 * animations the first frame. EXIF orientation is applied, colour profiles are not. A file that
 * breaks off is refused. Thread-safe.
 */
public final class ImageDecoder {
  private static final String JDK = "com.sun.imageio.";
  private static final String TWELVE_MONKEYS = "com.twelvemonkeys.";
  private static final int CMYK = 4;

  private final ImageLimits limits;
  private final Map<ImageFormat, ImagePlugin> plugins = new EnumMap<>(ImageFormat.class);

  /** For JPEGs that the JDK's own, faster plug-in does not take. */
  private final ImagePlugin thoroughJpeg;

  public ImageDecoder() {
    this(ImageLimits.DEFAULT);
  }

  public ImageDecoder(ImageLimits limits) {
    this.limits = limits;
    plugins.put(ImageFormat.JPEG, ImagePlugin.of("jpeg", JDK));
    plugins.put(ImageFormat.PNG, ImagePlugin.of("png", JDK));
    plugins.put(ImageFormat.BMP, ImagePlugin.of("bmp", JDK));
    plugins.put(ImageFormat.GIF, ImagePlugin.of("gif", JDK));
    plugins.put(ImageFormat.WEBP, ImagePlugin.of("webp", TWELVE_MONKEYS));
    thoroughJpeg = ImagePlugin.of("jpeg", TWELVE_MONKEYS);
  }

  /** Reads a file, unless it is too long to be a picture. */
  public RgbImage decode(Path file) throws ImageException, IOException {
    return decode(read(file));
  }

  byte[] read(Path file) throws ImageException, IOException {
    limits.requireBytes(Files.size(file));
    return Files.readAllBytes(file);
  }

  /** Decodes a picture in its full size. */
  public RgbImage decode(byte[] bytes) throws ImageException {
    ImageHeader header = header(bytes);
    return header.orientation().apply(pixels(bytes, header, 1));
  }

  /**
   * Decodes a picture for showing it small, without ever holding all of its pixels.
   *
   * @param side length of the shorter side of the result, unless the picture is smaller
   */
  public RgbImage decodeSmall(byte[] bytes, int side) throws ImageException {
    ImageHeader header = header(bytes);
    int shorter = Math.min(header.width(), header.height());
    RgbImage picture = pixels(bytes, header, Math.max(1, shorter / (2 * side)));
    double scale = side / (double) Math.min(picture.width(), picture.height());
    if (scale < 1) {
      picture =
          Resize.area(
              picture,
              Math.max(1, (int) Math.round(picture.width() * scale)),
              Math.max(1, (int) Math.round(picture.height() * scale)));
    }
    return header.orientation().apply(picture);
  }

  /** What a picture says of itself, within the limits. */
  public ImageHeader header(byte[] bytes) throws ImageException {
    return ImageHeader.read(bytes, limits);
  }

  private RgbImage pixels(byte[] bytes, ImageHeader header, int step) throws ImageException {
    if (header.format() != ImageFormat.JPEG) {
      return read(bytes, header, step, plugin(header.format()));
    }
    if (header.channels() == CMYK) {
      return read(bytes, header, step, thoroughJpeg);
    }
    try {
      return read(bytes, header, step, plugin(ImageFormat.JPEG));
    } catch (ImageException e) {
      if (e.reason() == Reason.TRUNCATED) {
        throw e;
      }
      return read(bytes, header, step, thoroughJpeg);
    }
  }

  private ImagePlugin plugin(ImageFormat format) {
    return Objects.requireNonNull(plugins.get(format));
  }

  private RgbImage read(byte[] bytes, ImageHeader header, int step, ImagePlugin plugin)
      throws ImageException {
    List<String> warnings = new ArrayList<>();
    try (ImageInputStream in = new ByteArrayImageInputStream(bytes)) {
      ImageReader reader = plugin.reader();
      BufferedImage decoded;
      try {
        reader.addIIOReadWarningListener((source, text) -> warnings.add(text));
        reader.setInput(in, true, true);
        limits.requirePixels(reader.getWidth(0), reader.getHeight(0));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, (step - 1) / 2, (step - 1) / 2);
        decoded = reader.read(0, param);
      } finally {
        reader.dispose();
      }
      refuse(header, warnings);
      return RasterPixels.of(decoded);
    } catch (IOException | RuntimeException e) {
      throw failure(header.format(), e);
    }
  }

  /**
   * The JPEG plug-ins fill up what is missing and only warn. A file that lacks nothing but its end
   * marker is whole; one whose data end early is not, nor is one in passes that may lack the last.
   */
  private static void refuse(ImageHeader header, List<String> warnings) throws ImageException {
    for (String warning : warnings) {
      boolean lacksPasses = header.progressive() && warning.contains("Missing EOI");
      if (warning.contains("remature end") || lacksPasses) {
        throw ByteCursor.truncated();
      }
      if (warning.contains("bad Huffman code")) {
        throw new ImageException(
            Reason.CORRUPT, "this " + header.format() + " is damaged: " + warning);
      }
    }
  }

  private static ImageException failure(ImageFormat format, Exception e) {
    for (Throwable each = e; each != null; each = each.getCause()) {
      if (each instanceof EOFException) {
        return new ImageException(Reason.TRUNCATED, "the file breaks off", e);
      }
    }
    String text = String.valueOf(e.getMessage());
    boolean unsupported =
        List.of("nsupported", "not supported", "not implemented").stream().anyMatch(text::contains);
    return unsupported
        ? new ImageException(
            Reason.UNSUPPORTED, "this kind of " + format + " is not read: " + text, e)
        : new ImageException(Reason.CORRUPT, "this " + format + " cannot be decoded: " + text, e);
  }
}
