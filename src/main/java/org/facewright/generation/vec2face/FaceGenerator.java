package org.facewright.generation.vec2face;

import java.util.List;
import org.facewright.image.RgbImage;
import org.facewright.network.architecture.TokenMask;
import org.facewright.vector.FloatMatrix;

/** An open generator: vectors and masks to pictures. One thread at a time. */
public interface FaceGenerator extends AutoCloseable {
  /** Numbers of a vector, 512 as published. */
  int features();

  /** Tokens that a mask must leave, position 0 included: it was fixed when the file was made. */
  int kept();

  /** Which file and weights: a hash for provenance. */
  String hash();

  /**
   * Pictures as the network gives them.
   *
   * @param vectors [B, features], checked by {@link IdentityVectors#require}
   * @param mask for as many samples
   * @return [B, 3, 112, 112], about -1 to 1, red first
   * @throws Vec2FaceException when the engine fails; {@code outOfMemory} if fewer may work
   */
  float[] pictures(FloatMatrix vectors, TokenMask mask) throws Vec2FaceException;

  /** As {@link #pictures}, in 8 bits. */
  default List<RgbImage> generate(FloatMatrix vectors, TokenMask mask) throws Vec2FaceException {
    return PlanarPictures.toImages(pictures(vectors, mask), vectors.rows());
  }

  /**
   * What a preview needs: the same vectors, seed and rate give the same pictures.
   *
   * @param maskSeed of all masks; sample i of any batch has the same mask
   * @param rate share of tokens that are masked
   */
  default List<RgbImage> generate(FloatMatrix vectors, long maskSeed, double rate)
      throws Vec2FaceException {
    return generate(vectors, mask(vectors.rows(), maskSeed, rate));
  }

  /** The masks of a seed: row i is the same whatever the number of rows. */
  default TokenMask mask(int rows, long seed, double rate) {
    long[] seeds = new long[rows];
    for (int row = 0; row < rows; row++) {
      seeds[row] = seed + row * 0x9E3779B97F4A7C15L;
    }
    return MaskDraw.fixed(dropped(), rate).draw(seeds);
  }

  /** A share of tokens that drops exactly as many as the network leaves out. */
  default double dropped() {
    double tokens = org.facewright.network.architecture.Vec2FaceGenerator.MASKABLE;
    return Math.max(0, (tokens + 1 - kept() - 0.5) / tokens);
  }

  @Override
  void close();
}
