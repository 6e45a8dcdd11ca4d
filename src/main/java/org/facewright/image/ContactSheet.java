package org.facewright.image;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Many pictures on one, in a grid, row by row. Immutable and thread-safe.
 *
 * @param columns at least 1
 * @param side of each picture's square, in pixels, at least 8
 * @param gap between squares and around them, in pixels, 0 or more
 */
public record ContactSheet(int columns, int side, int gap) {
  private static final Color PAPER = new Color(0x20, 0x22, 0x26);
  private static final Color INK = new Color(0xe8, 0xea, 0xed);
  private static final int CAPTION_HEIGHT = 16;
  private static final int CAPTION_SIZE = 11;

  public ContactSheet {
    if (columns < 1 || side < 8 || gap < 0) {
      throw new IllegalArgumentException(
          "a sheet of " + columns + " columns, side " + side + ", gap " + gap);
    }
  }

  /**
   * A picture on the sheet.
   *
   * @param image fitted into the square, proportions kept
   * @param caption below it, cut where it is too long; "" for none
   */
  public record Cell(RgbImage image, String caption) {}

  /** Draws the sheet; with no cell at all it is one empty square. */
  public RgbImage draw(List<Cell> cells) {
    boolean captions = cells.stream().anyMatch(cell -> !cell.caption().isEmpty());
    int stepX = side + gap;
    int stepY = side + gap + (captions ? CAPTION_HEIGHT : 0);
    int rows = Math.max(1, Math.ceilDiv(cells.size(), columns));
    BufferedImage sheet =
        new BufferedImage(columns * stepX + gap, rows * stepY + gap, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = sheet.createGraphics();
    try {
      pen.setColor(PAPER);
      pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
      for (int i = 0; i < cells.size(); i++) {
        drawCell(pen, cells.get(i), gap + i % columns * stepX, gap + i / columns * stepY);
      }
    } finally {
      pen.dispose();
    }
    return RasterPixels.of(sheet);
  }

  private void drawCell(Graphics2D pen, Cell cell, int x, int y) {
    RgbImage image = cell.image();
    double scale = (double) side / Math.max(image.width(), image.height());
    int width = Math.max(1, (int) Math.round(image.width() * scale));
    int height = Math.max(1, (int) Math.round(image.height() * scale));
    RgbImage fitted = Resize.area(image, width, height);
    pen.drawImage(RgbView.of(fitted), x + (side - width) / 2, y + (side - height) / 2, null);
    if (!cell.caption().isEmpty()) {
      drawCaption(pen, cell.caption(), x, y + side);
    }
  }

  private void drawCaption(Graphics2D pen, String caption, int x, int y) {
    pen.setColor(INK);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, CAPTION_SIZE));
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    FontMetrics metrics = pen.getFontMetrics();
    String text = caption;
    while (text.length() > 1 && metrics.stringWidth(text) > side) {
      text = text.substring(0, Math.max(1, text.length() - 2)) + "…";
    }
    pen.drawString(text, x, y + metrics.getAscent() + 1);
  }
}
