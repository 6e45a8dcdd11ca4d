package org.facewright.verdict.cost;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How many tokens a model counts for a picture. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ImageTokens.Tiles.class, name = "tiles"),
  @JsonSubTypes.Type(value = ImageTokens.Patches.class, name = "patches"),
  @JsonSubTypes.Type(value = ImageTokens.Fixed.class, name = "fixed")
})
public sealed interface ImageTokens {
  /**
   * A rule in words: {@code tiles BASE PER_TILE}, {@code patches LIMIT FACTOR} or {@code fixed
   * TOKENS}.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static ImageTokens parse(String words) {
    String[] parts = words.strip().split("\\s+");
    try {
      return switch (parts[0] + " " + parts.length) {
        case "tiles 3" -> new Tiles(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        case "patches 3" -> new Patches(Integer.parseInt(parts[1]), Double.parseDouble(parts[2]));
        case "fixed 2" -> new Fixed(Integer.parseInt(parts[1]));
        default -> throw new NumberFormatException();
      };
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "\"" + words + "\" is no rule for pictures: tiles 85 170, patches 1536 1.62, fixed 256",
          e);
    }
  }

  /** The words that {@link #parse} reads. */
  default String words() {
    return switch (this) {
      case Tiles tiles -> "tiles " + tiles.base() + " " + tiles.perTile();
      case Patches patches -> "patches " + patches.limit() + " " + patches.factor();
      case Fixed fixed -> "fixed " + fixed.tokens();
    };
  }

  /** Tokens for a picture of this size, in pixels. */
  long of(int width, int height);

  /** What the server shrinks such a picture by before the model sees it: 1 for not at all. */
  double scale(int width, int height);

  /**
   * GPT-4o's rule at detail "high": shrunk into 2048 x 2048, then until the shorter side is at most
   * 768; so many for every 512-pixel tile begun, and a base. (OpenAI, "Images and vision".)
   */
  record Tiles(int base, int perTile) implements ImageTokens {
    private static final int TILE = 512;
    private static final int LONGEST = 2048;
    private static final int SHORTER = 768;

    @Override
    public long of(int width, int height) {
      double scale = scale(width, height);
      return base + perTile * tiles(width * scale) * tiles(height * scale);
    }

    /** How many tiles a side takes; a side that is a multiple but for rounding takes no more. */
    private static long tiles(double pixels) {
      return (long) Math.ceil(pixels / TILE - 1e-9);
    }

    @Override
    public double scale(int width, int height) {
      double scale = Math.min(1, (double) LONGEST / Math.max(width, height));
      double shorter = Math.min(width, height) * scale;
      return shorter > SHORTER ? scale * SHORTER / shorter : scale;
    }
  }

  /**
   * The newer small models' rule: 32-pixel patches up to a limit, by which the picture is shrunk,
   * times a factor.
   */
  record Patches(int limit, double factor) implements ImageTokens {
    private static final int PATCH = 32;

    @Override
    public long of(int width, int height) {
      double scale = scale(width, height);
      long patches = patches(width * scale) * patches(height * scale);
      return (long) Math.ceil(Math.min(limit, patches) * factor);
    }

    private static long patches(double pixels) {
      return (long) Math.ceil(pixels / PATCH - 1e-9);
    }

    @Override
    public double scale(int width, int height) {
      if (patches(width) * patches(height) <= limit) {
        return 1;
      }
      return Math.sqrt((double) limit * PATCH * PATCH / ((double) width * height));
    }
  }

  /** Always the same number, as with many local models. */
  record Fixed(int tokens) implements ImageTokens {
    @Override
    public long of(int width, int height) {
      return tokens;
    }

    @Override
    public double scale(int width, int height) {
      return 1;
    }
  }
}
