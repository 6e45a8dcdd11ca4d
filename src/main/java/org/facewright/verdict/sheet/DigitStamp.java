package org.facewright.verdict.sheet;

import org.facewright.image.RgbImage;

/**
 * Draws numbers in digits of 5 x 7 dots, two pixels a dot: the same on every machine, whatever
 * fonts it has.
 */
final class DigitStamp {
  private static final int DOT = 2;
  private static final int COLUMNS = 5;
  private static final int ROWS = 7;
  private static final int ADVANCE = COLUMNS + 1;

  /** Seven rows a digit, the leftmost dot in bit 4. */
  private static final int[][] DIGITS = {
    {0b01110, 0b10001, 0b10011, 0b10101, 0b11001, 0b10001, 0b01110},
    {0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110},
    {0b01110, 0b10001, 0b00001, 0b00110, 0b01000, 0b10000, 0b11111},
    {0b11111, 0b00010, 0b00100, 0b00010, 0b00001, 0b10001, 0b01110},
    {0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010},
    {0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b10001, 0b01110},
    {0b00110, 0b01000, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110},
    {0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b01000, 0b01000},
    {0b01110, 0b10001, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110},
    {0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00010, 0b01100}
  };

  static final int HEIGHT = ROWS * DOT;

  private DigitStamp() {}

  /** How wide a text of so many digits is, in pixels. */
  static int width(int digits) {
    return (digits * ADVANCE - 1) * DOT;
  }

  /** Draws digits in black, their upper left corner at (left, top). */
  static void draw(RgbImage onto, String digits, int left, int top) {
    for (int i = 0; i < digits.length(); i++) {
      int[] rows = DIGITS[digits.charAt(i) - '0'];
      for (int dot = 0; dot < ROWS * COLUMNS; dot++) {
        int column = dot % COLUMNS;
        int row = dot / COLUMNS;
        if ((rows[row] >> (COLUMNS - 1 - column) & 1) == 1) {
          dot(onto, left + (i * ADVANCE + column) * DOT, top + row * DOT);
        }
      }
    }
  }

  private static void dot(RgbImage onto, int left, int top) {
    for (int y = top; y < top + DOT; y++) {
      int start = (y * onto.width() + left) * 3;
      java.util.Arrays.fill(onto.rgb(), start, start + DOT * 3, (byte) 0);
    }
  }
}
