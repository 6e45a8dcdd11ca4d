package org.facewright.network.architecture;

import org.facewright.network.Dims;
import org.facewright.network.Network;
import org.facewright.network.NetworkBuilder;
import org.facewright.network.Value;

/**
 * Judges patches of a picture as true or drawn (PatchGAN, Isola et al. 2017, three layers): [B, 3,
 * 112, 112] to [B, 1, 12, 12], about 1 where it believes a patch.
 *
 * @param width channels of the first layer, 64 in the paper
 */
public record PatchDiscriminator(int width) {
  private static final double SLOPE = 0.2;
  private static final double EPS = 1e-5;

  public Network network() {
    NetworkBuilder b = new NetworkBuilder("patch-discriminator" + width);
    Value x = b.input(Dims.BATCH, 3, 112, 112);
    x = b.leakyRelu(b.convolution(x, "main.0", width, 4, 2, 1, true), SLOPE);
    x = layer(b, x, "main.2", "main.3", 2 * width, 2);
    x = layer(b, x, "main.5", "main.6", 4 * width, 2);
    x = layer(b, x, "main.8", "main.9", 8 * width, 1);
    return b.build(b.convolution(x, "main.11", 1, 4, 1, 1, true));
  }

  private static Value layer(
      NetworkBuilder b, Value x, String convolution, String norm, int channels, int stride) {
    Value y = b.convolution(x, convolution, channels, 4, stride, 1, false);
    return b.leakyRelu(b.batchNorm(y, norm, EPS), SLOPE);
  }
}
