package org.facewright.review;

/**
 * An image in names that hold in every copy of a project.
 *
 * @param identity the label of the identity it is said to belong to
 * @param name its file name within the identity
 * @param hash SHA-256 of its content, 64 hexadecimal digits
 */
public record ImageRef(String identity, String name, String hash) {
  public ImageRef {
    requireHash(hash);
  }

  static void requireHash(String hash) {
    if (!hash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("no SHA-256: " + hash);
    }
  }
}
