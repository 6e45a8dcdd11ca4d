package org.facewright.verdict.sheet;

import java.io.IOException;
import java.util.Arrays;
import org.facewright.image.JpegEncoder;
import org.facewright.image.PngEncoder;
import org.facewright.image.Resize;
import org.facewright.image.RgbImage;
import org.facewright.project.ContentHash;

/**
 * Draws planned sheets: white ground, numbers in black below the faces, references in a green
 * frame. The same plan and crops give the same bytes. Needs no display and no fonts. Thread-safe.
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
  public DrawnSheet render(SheetPlan plan) throws IOException {
    byte[] bytes = encode(draw(plan));
    String type = jpegQuality == 0 ? "image/png" : "image/jpeg";
    return new DrawnSheet(plan, type, bytes, ContentHash.of(bytes));
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
      place(sheet, crops.crop(face), left, top, layout.face());
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

  /** Draws a crop into the middle of its cell, proportions kept. */
  private static void place(RgbImage sheet, RgbImage crop, int left, int top, int side) {
    double scale = (double) side / Math.max(crop.width(), crop.height());
    int width = Math.clamp(Math.round(crop.width() * scale), 1, side);
    int height = Math.clamp(Math.round(crop.height() * scale), 1, side);
    RgbImage fitted =
        scale < 1 ? Resize.area(crop, width, height) : Resize.bilinear(crop, width, height);
    int x = left + (side - width) / 2;
    int y = top + (side - height) / 2;
    for (int row = 0; row < height; row++) {
      System.arraycopy(
          fitted.rgb(),
          row * width * 3,
          sheet.rgb(),
          ((y + row) * sheet.width() + x) * 3,
          width * 3);
    }
  }

  private byte[] encode(RgbImage sheet) {
    return jpegQuality == 0
        ? new PngEncoder().encode(sheet)
        : new JpegEncoder().encode(sheet, jpegQuality);
  }
}
