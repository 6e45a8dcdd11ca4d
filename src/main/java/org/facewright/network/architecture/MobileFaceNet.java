package org.facewright.network.architecture;

import java.util.List;
import org.facewright.network.Dims;
import org.facewright.network.Network;
import org.facewright.network.NetworkBuilder;
import org.facewright.network.Value;

/**
 * A small, fast recogniser after MobileFaceNet (Chen et al. 2018): inverted bottlenecks, and a
 * depthwise convolution over the whole last map instead of pooling, so that each place in the face
 * keeps its own weight. [B, 3, 112, 112] to [B, features].
 *
 * @param width channels of the first stage, a multiple of 8; the paper's is 64
 */
public record MobileFaceNet(int width, int features) {
  private static final double EPS = 1e-5;

  /** Expansion, width factor, repeats and first stride of a stage. */
  private record Stage(int expansion, int factor, int repeats, int stride) {}

  private static final List<Stage> STAGES =
      List.of(
          new Stage(2, 1, 5, 2),
          new Stage(4, 2, 1, 2),
          new Stage(2, 2, 6, 1),
          new Stage(4, 2, 1, 2),
          new Stage(2, 2, 2, 1));

  public MobileFaceNet {
    if (width < 8 || width % 8 != 0 || features < 8) {
      throw new IllegalArgumentException(
          "A MobileFaceNet needs a width that is a multiple of 8 and at least 8 features.");
    }
  }

  /** The paper's width with 512 features: about 1.2 million parameters. */
  public static MobileFaceNet standard() {
    return new MobileFaceNet(64, 512);
  }

  public Network network() {
    NetworkBuilder b = new NetworkBuilder("mobilefacenet" + width);
    Value x = b.input(Dims.BATCH, 3, 112, 112);
    x = activated(b, normed(b, x, "stem.", width, 3, 2, 1), "stem.");
    x = activated(b, normed(b, x, "stem_depthwise.", width, 3, 1, width), "stem_depthwise.");
    for (int stage = 0; stage < STAGES.size(); stage++) {
      Stage it = STAGES.get(stage);
      for (int block = 0; block < it.repeats(); block++) {
        String name = "stage" + (stage + 1) + "." + block + ".";
        x = bottleneck(b, x, name, it, block == 0 ? it.stride() : 1);
      }
    }
    x = activated(b, normed(b, x, "last.", 8 * width, 1, 1, 1), "last.");
    x = b.groupedConvolution(x, "global.conv", 8 * width, 7, 1, 0, 8 * width, false);
    x = b.flatten(b.batchNorm(x, "global.bn", EPS));
    b.fullPrecision(true);
    return b.build(b.frozenScaleBatchNorm(b.linear(x, "fc", features, false), "features", EPS));
  }

  private Value bottleneck(NetworkBuilder b, Value x, String name, Stage stage, int stride) {
    int wide = stage.expansion() * x.dims().size(1);
    int out = stage.factor() * width;
    Value y = activated(b, normed(b, x, name + "expand.", wide, 1, 1, 1), name + "expand.");
    y = activated(b, normed(b, y, name + "depthwise.", wide, 3, stride, wide), name + "depthwise.");
    y = normed(b, y, name + "project.", out, 1, 1, 1);
    return y.dims().equals(x.dims()) ? b.plus(x, y) : y;
  }

  private static Value normed(
      NetworkBuilder b, Value x, String name, int channels, int kernel, int stride, int groups) {
    Value y =
        b.groupedConvolution(x, name + "conv", channels, kernel, stride, kernel / 2, groups, false);
    return b.batchNorm(y, name + "bn", EPS);
  }

  private static Value activated(NetworkBuilder b, Value x, String name) {
    return b.prelu(x, name + "prelu");
  }
}
