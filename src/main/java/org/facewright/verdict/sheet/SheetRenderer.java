package org.facewright.verdict.sheet;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.facewright.image.RgbImage;
import org.facewright.project.ContentHash;

/**
 * Draws planned sheets: white ground, numbers in black below the faces, references in a green frame.
 * The same plan and crops give the same bytes. Needs no display and no fonts. Thread-safe.
 */
public final class SheetRenderer {
  private static final int FRAME = 2;
  private static final byte[] GREEN = {0, (byte) 150, 60};

  private final CropSource crops;
  private final double jpegQuality;

  /**
   * @param jpegQuality 0 for PNG
   */
  public SheetRenderer(CropSource crops, double jpegQuality) {
    this.crops = crops;
    this.jpegQuality = jpegQuality;
  }

  /**
   * @throws IOException if a crop cannot be read
   */
  public ContactSheet render(SheetPlan plan) throws IOException {
    byte[] bytes = encode(draw(plan));
    String type = jpegQuality == 0 ? "image/png" : "image/jpeg";
    return new ContactSheet(plan, type, bytes, ContentHash.of(bytes));
  }

  /** The sheet before it is encoded. */
  RgbImage draw(SheetPlan plan) throws IOException {
    SheetLayout layout = plan.layout();
    RgbImage sheet = RgbImage.black(layout.width(), layout.height());
    Arrays.fill(sheet.rgb(), (byte) 255);
    for (int cell = 0; cell < plan.faces().size(); cell++) {
      SheetFace face = plan.faces().get(cell);
      int left = layout.left(cell);
      int top = layout.top(cell);
      if (face.role() == FaceRole.REFERENCE) {
        frame(sheet, left - FRAME, top - FRAME, layout.face() + 2 * FRAME);
      }
      CropFit.draw(sheet, crops.crop(face), left, top, layout.face());
      int indent = (layout.face() - DigitStamp.width(face.label().length())) / 2;
      DigitStamp.draw(sheet, face.label(), left + indent, top + layout.face() + FRAME + 1);
    }
    return sheet;
  }

  private static void frame(RgbImage sheet, int left, int top, int side) {
    for (int y = top; y < top + side; y++) {
      for (int x = left; x < left + side; x++) {
        System.arraycopy(GREEN, 0, sheet.rgb(), (y * sheet.width() + x) * 3, 3);
      }
    }
  }

  private byte[] encode(RgbImage sheet) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
    ImageWriter writer = writer(jpegQuality == 0 ? "png" : "jpeg");
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (jpegQuality != 0) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality((float) jpegQuality);
      }
      writer.write(null, new IIOImage(toAwt(sheet), null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The JDK's own writer, whatever plug-ins are there: its bytes are what the cache is keyed by. */
  private static ImageWriter writer(String format) {
    ImageTypeSpecifier rgb =
        ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_INT_RGB);
    ImageWriter found = null;
    for (var writers = ImageIO.getImageWriters(rgb, format); writers.hasNext(); ) {
      ImageWriter writer = writers.next();
      if (found == null || writer.getClass().getName().startsWith("com.sun.imageio")) {
        found = writer;
      }
    }
    if (found == null) {
      throw new IllegalStateException("this Java has no " + format + " writer");
    }
    return found;
  }

  private static BufferedImage toAwt(RgbImage sheet) {
    BufferedImage picture =
        new BufferedImage(sheet.width(), sheet.height(), BufferedImage.TYPE_INT_RGB);
    int[] row = new int[sheet.width()];
    for (int y = 0; y < sheet.height(); y++) {
      for (int x = 0; x < row.length; x++) {
        row[x] = sheet.at(x, y, 0) << 16 | sheet.at(x, y, 1) << 8 | sheet.at(x, y, 2);
      }
      picture.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    return picture;
  }
}
