package org.facewright.verdict.sheet;

/**
 * One face on a sheet.
 *
 * @param number what stands below it, 0..999, unique on the sheet
 * @param imageId the project's image
 * @param hash SHA-256 of the image, hexadecimal
 * @param name its file name within the identity
 */
public record SheetFace(int number, long imageId, String hash, String name, FaceRole role) {
  public SheetFace {
    if (number < 0 || number > 999) {
      throw new IllegalArgumentException(number + " has not three digits");
    }
  }

  /** The three digits. */
  public String label() {
    return "%03d".formatted(number);
  }
}
