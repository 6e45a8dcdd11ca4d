package org.facewright.review;

/**
 * What a bundle may take: counted as it is unpacked, whatever the zip declares.
 *
 * @param entries files in it
 * @param jsonBytes of its JSON file
 * @param pictureBytes of one picture
 * @param totalBytes of all
 */
public record BundleLimits(int entries, long jsonBytes, long pictureBytes, long totalBytes) {
  public static final BundleLimits DEFAULT =
      new BundleLimits(200_000, 256L << 20, 16L << 20, 4L << 30);
}
