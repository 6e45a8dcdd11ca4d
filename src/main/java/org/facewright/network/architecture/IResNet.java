package org.facewright.network.architecture;

import java.util.List;
import java.util.Map;
import org.facewright.network.Dims;
import org.facewright.network.Network;
import org.facewright.network.NetworkBuilder;
import org.facewright.network.Value;
import org.facewright.network.op.Unary;

/**
 * The improved residual networks of face recognition (Duta et al. 2020, as InsightFace and the
 * Vec2Face training code publish them): [B, 3, 112, 112] pictures, (x / 255 - 0.5) / 0.5, RGB, to
 * [B, features], 512 as published.
 *
 * @param depth 18, 34, 50, 100, 152 or 200
 * @param squeeze whether the first block of each stage weighs the channels of its shortcut; that is
 *     how the published {@code se} weights were trained, unlike the usual SE block
 * @param dropout share of the last feature map dropped in training, 0.4 as published
 * @param features numbers a picture
 */
public record IResNet(int depth, boolean squeeze, double dropout, int features) {
  /** Blocks a stage; 200 as InsightFace publishes it. */
  private static final Map<Integer, List<Integer>> BLOCKS =
      Map.of(
          18, List.of(2, 2, 2, 2),
          34, List.of(3, 4, 6, 3),
          50, List.of(3, 4, 14, 3),
          100, List.of(3, 13, 30, 3),
          152, List.of(3, 8, 36, 3),
          200, List.of(6, 26, 60, 6));

  private static final double EPS = 1e-5;
  private static final int PUBLISHED_FEATURES = 512;

  public IResNet {
    if (!BLOCKS.containsKey(depth)) {
      throw new IllegalArgumentException(
          "There is no iresnet" + depth + "; choose 18, 34, 50, 100, 152 or 200.");
    }
  }

  /** The published network: dropout 0.4, 512 features. */
  public static IResNet published(int depth, boolean squeeze) {
    return new IResNet(depth, squeeze, 0.4, PUBLISHED_FEATURES);
  }

  public Network network() {
    NetworkBuilder b = new NetworkBuilder("iresnet" + depth + (squeeze ? "-se" : ""));
    Value x = b.input(Dims.BATCH, 3, 112, 112);
    x = b.convolution(x, "conv1", 64, 3, 1, 1, false);
    x = b.prelu(b.batchNorm(x, "bn1", EPS), "prelu");
    List<Integer> blocks = blocksOf(depth);
    for (int stage = 0; stage < 4; stage++) {
      for (int block = 0; block < blocks.get(stage); block++) {
        x = block(b, x, "layer" + (stage + 1) + "." + block + ".", 64 << stage, block == 0);
      }
    }
    x = b.dropout(b.flatten(b.batchNorm(x, "bn2", EPS)), dropout);
    b.fullPrecision(true);
    x = b.linear(x, "fc", features, true);
    return b.build(b.frozenScaleBatchNorm(x, "features", EPS));
  }

  private static List<Integer> blocksOf(int depth) {
    return BLOCKS.getOrDefault(depth, List.of());
  }

  private Value block(NetworkBuilder b, Value x, String name, int channels, boolean first) {
    Value y =
        b.convolution(b.batchNorm(x, name + "bn1", EPS), name + "conv1", channels, 3, 1, 1, false);
    y = b.prelu(b.batchNorm(y, name + "bn2", EPS), name + "prelu");
    y = b.convolution(y, name + "conv2", channels, 3, first ? 2 : 1, 1, false);
    y = b.batchNorm(y, name + "bn3", EPS);
    return b.plus(y, first ? shortcut(b, x, name, channels) : x);
  }

  private Value shortcut(NetworkBuilder b, Value x, String name, int channels) {
    Value y = b.convolution(x, name + "downsample.0", channels, 1, 2, 0, false);
    y = b.batchNorm(y, name + "downsample.1", EPS);
    return squeeze ? squeezed(b, y, name + "attn.") : y;
  }

  /** Each channel times a weight between 0 and 1 computed from all channels' means. */
  private static Value squeezed(NetworkBuilder b, Value x, String name) {
    int channels = x.dims().size(1);
    Value y = b.adaptiveAveragePool(x, 1);
    y = b.convolution(y, name + "fc1", channels / 16, 1, 1, 0, false);
    y = b.unary(y, Unary.Kind.RELU);
    y = b.convolution(y, name + "fc2", channels, 1, 1, 0, false);
    return b.times(x, b.unary(y, Unary.Kind.SIGMOID));
  }
}
