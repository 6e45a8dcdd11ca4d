package org.facewright.project;

import java.util.List;

/**
 * What one step of an import found, to be committed as a whole.
 *
 * @param next the source position that follows this batch
 */
public record ImportBatch(List<NewImage> images, List<Unreadable> unreadable, long next) {
  /**
   * An image to add.
   *
   * @param identity the label in the source
   * @param width in pixels, 0 if there is only an embedding
   */
  public record NewImage(
      String identity,
      String name,
      long position,
      String place,
      ContentHash hash,
      ImageStore.Location location,
      int width,
      int height) {}

  /**
   * An item that cannot be read.
   *
   * @param place file, archive entry or key
   * @param offset in bytes where that says something, else -1
   */
  public record Unreadable(long position, String place, long offset, String reason) {}

  /** What became of a batch. */
  public record Result(int added, int duplicates, int unreadable) {}
}
