package org.facewright.verdict.sheet;

import java.awt.image.BufferedImage;
import org.facewright.image.RgbImage;

/** Reads the number below a face by comparing it with each digit drawn alone. */
final class DigitReader {
  private DigitReader() {}

  static String read(BufferedImage sheet, SheetLayout layout, int cell) {
    int left = layout.left(cell) + (layout.face() - DigitStamp.width(3)) / 2;
    int below = layout.top(cell) + layout.face();
    int top = below;
    while (!blackInRow(sheet, left, top)) {
      top++;
      if (top == below + SheetLayout.LABEL) {
        return "no number";
      }
    }
    StringBuilder text = new StringBuilder();
    for (int place = 0; place < 3; place++) {
      text.append(digit(sheet, left + place * 12, top));
    }
    return text.toString();
  }

  private static boolean blackInRow(BufferedImage sheet, int left, int y) {
    for (int x = left; x < left + DigitStamp.width(3); x++) {
      if ((sheet.getRGB(x, y) & 0xffffff) == 0) {
        return true;
      }
    }
    return false;
  }

  private static String digit(BufferedImage sheet, int left, int top) {
    for (int digit = 0; digit < 10; digit++) {
      RgbImage alone = RgbImage.black(10, DigitStamp.HEIGHT);
      java.util.Arrays.fill(alone.rgb(), (byte) 255);
      DigitStamp.draw(alone, String.valueOf(digit), 0, 0);
      boolean same = true;
      for (int y = 0; y < alone.height(); y++) {
        for (int x = 0; x < alone.width(); x++) {
          same &= (sheet.getRGB(left + x, top + y) & 0xff) == alone.at(x, y, 0);
        }
      }
      if (same) {
        return String.valueOf(digit);
      }
    }
    return "?";
  }
}
