package org.facewright.generation.vec2face;

import java.util.Locale;
import java.util.SplittableRandom;
import org.facewright.inference.Device;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.network.Precision;
import org.facewright.network.architecture.TokenMask;
import org.facewright.vector.FloatMatrix;

/**
 * Pictures a second of a generator of random weights in PyTorch, in 32 and in 16 bits in turn, and
 * how far the pictures of both differ. The peer is src/bench/python/vec2face_peer.py. Arguments:
 * size (base, large, small), batch, passes, threads.
 */
public final class ForwardRateBench {
  private static final int FEATURES = 512;

  private ForwardRateBench() {}

  public static void main(String[] args) throws Exception {
    String size = args.length > 0 ? args[0] : "base";
    int batch = args.length > 1 ? Integer.parseInt(args[1]) : 8;
    int passes = args.length > 2 ? Integer.parseInt(args[2]) : 5;
    int threads = args.length > 3 ? Integer.parseInt(args[3]) : 2;
    GeneratorWeights weights = MadeGenerator.weights(size);
    FloatMatrix vectors = vectors(batch);
    try (TorchEngine engine = new TorchEngine(Device.AUTO, threads);
        TorchGenerator exact = new TorchGenerator(weights, Precision.FP32, engine);
        TorchGenerator half = new TorchGenerator(weights, Precision.BF16, engine)) {
      TokenMask mask = exact.mask(batch, 1, .15);
      float[] first = exact.pictures(vectors, mask);
      float[] other = half.pictures(vectors, mask);
      for (int round = 0; round < 2; round++) {
        rate("FP32", exact, vectors, mask, passes);
        rate("BF16", half, vectors, mask, passes);
      }
      System.out.println(
          String.format(
              Locale.ROOT,
              "mean absolute difference of the pictures: %.2f of 255 steps (random weights)",
              127.5 * difference(first, other)));
    }
  }

  private static void rate(
      String name, TorchGenerator generator, FloatMatrix vectors, TokenMask mask, int passes)
      throws Vec2FaceException {
    long start = System.nanoTime();
    for (int pass = 0; pass < passes; pass++) {
      generator.pictures(vectors, mask);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.println(
        String.format(
            Locale.ROOT,
            "%s: %.1f ms a picture, %.2f pictures a second",
            name,
            1000 * seconds / passes / vectors.rows(),
            passes * vectors.rows() / seconds));
  }

  private static double difference(float[] left, float[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += Math.abs(Math.clamp(left[i], -1f, 1f) - Math.clamp(right[i], -1f, 1f));
    }
    return sum / left.length;
  }

  private static FloatMatrix vectors(int rows) {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[rows * FEATURES];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new FloatMatrix(rows, FEATURES, values);
  }
}
