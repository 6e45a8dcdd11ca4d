package org.facewright.generation.imagine;

/**
 * What is to follow once the references of an order are there: variants of exactly these.
 *
 * @param generator absolute path of a Vec2Face generator
 * @param variants of each, 1..10,000
 */
public record GrowWish(String generator, int variants) {
  /** So many make fifty images with the reference. */
  public static final int USUAL = 49;

  public GrowWish {
    if (variants < 1 || variants > 10_000) {
      throw new IllegalArgumentException(
          "%,d variants are not possible: 1 to 10,000".formatted(variants));
    }
  }
}
