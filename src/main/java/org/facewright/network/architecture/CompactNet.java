package org.facewright.network.architecture;

import java.util.List;
import org.facewright.network.Dims;
import org.facewright.network.Network;
import org.facewright.network.NetworkBuilder;
import org.facewright.network.Value;

/**
 * A recogniser for processors without a graphics card: plain 3 x 3 convolutions, which matrix units
 * do fast, on maps that shrink early, because it is memory that limits small networks there. It
 * ends as MobileFaceNet does (Chen et al. 2018), with a depthwise convolution over the whole last
 * map. [B, 3, 112, 112] pictures, (x / 255 - 0.5) / 0.5, RGB, to [B, features].
 *
 * @param width channels of the first map, 56 x 56; each later stage has twice as many
 * @param features size of the embedding
 * @param blocks residual blocks in the stages of 28 x 28, 14 x 14 and 7 x 7
 */
public record CompactNet(int width, int features, List<Integer> blocks) {
  private static final double EPS = 1e-5;

  public CompactNet {
    blocks = List.copyOf(blocks);
    if (width < 8 || width % 8 != 0 || features < 8 || blocks.size() != 3) {
      throw new IllegalArgumentException(
          "A compact network needs a width that is a multiple of 8, at least 8 features and the"
              + " blocks of three stages.");
    }
  }

  /** 512 features, about 1.3 million parameters. */
  public static CompactNet standard() {
    return new CompactNet(32, 512, List.of(3, 2, 0));
  }

  public Network network() {
    NetworkBuilder b = new NetworkBuilder("compact" + width);
    Value x = b.input(Dims.BATCH, 3, 112, 112);
    x = b.prelu(normed(b, x, "stem.", width, 2), "stem.prelu");
    for (int stage = 0; stage < blocks.size(); stage++) {
      String name = "stage" + (stage + 1) + ".";
      x = b.prelu(normed(b, x, name + "down.", width << (stage + 1), 2), name + "down.prelu");
      for (int block = 0; block < blocks.get(stage); block++) {
        x = residual(b, x, name + block + ".");
      }
    }
    int channels = x.dims().size(1);
    x = b.groupedConvolution(x, "global.conv", channels, 7, 1, 0, channels, false);
    x = b.flatten(b.batchNorm(x, "global.bn", EPS));
    b.fullPrecision(true);
    return b.build(b.frozenScaleBatchNorm(b.linear(x, "fc", features, false), "features", EPS));
  }

  private static Value residual(NetworkBuilder b, Value x, String name) {
    int channels = x.dims().size(1);
    Value y = b.prelu(normed(b, x, name + "first.", channels, 1), name + "prelu");
    return b.plus(x, normed(b, y, name + "second.", channels, 1));
  }

  private static Value normed(NetworkBuilder b, Value x, String name, int channels, int stride) {
    Value y = b.convolution(x, name + "conv", channels, 3, stride, 1, false);
    return b.batchNorm(y, name + "bn", EPS);
  }
}
