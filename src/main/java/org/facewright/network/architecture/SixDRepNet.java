package org.facewright.network.architecture;

import java.util.List;
import org.facewright.network.Dims;
import org.facewright.network.Network;
import org.facewright.network.NetworkBuilder;
import org.facewright.network.Value;
import org.facewright.network.op.Binary;
import org.facewright.network.op.Unary;

/**
 * 6DRepNet (Hempel et al. 2022): a head's rotation from a picture. The backbone is RepVGG-B1g2 in
 * its deploy form, where each block is one convolution; names are the published ones.
 *
 * <p>[B, 3, side, side], BGR from 0 to 1 as Vec2Face feeds it, to rotation matrices [B, 3, 3]. Yaw
 * is the angle of (-R[2,0], length of (R[0,0], R[1,0])).
 *
 * @param side 112 within the attribute optimisation, 224 as published
 */
public record SixDRepNet(int side) {
  private static final List<Integer> BLOCKS = List.of(4, 6, 16, 1);
  private static final List<Integer> WIDTHS = List.of(128, 256, 512, 2048);
  private static final int STEM = 64;
  private static final int GROUPS = 2;

  public Network network() {
    NetworkBuilder b = new NetworkBuilder("6drepnet");
    Value x = block(b, b.input(Dims.BATCH, 3, side, side), "layer0", STEM, 2, 1);
    int number = 1;
    for (int stage = 0; stage < BLOCKS.size(); stage++) {
      for (int i = 0; i < BLOCKS.get(stage); i++, number++) {
        String name = "layer" + (stage + 1) + "." + i;
        // Every second convolution of the whole network works in two halves: "g2".
        int groups = number % 2 == 0 ? GROUPS : 1;
        x = block(b, x, name, WIDTHS.get(stage), i == 0 ? 2 : 1, groups);
      }
    }
    b.fullPrecision(true);
    x = b.flatten(b.adaptiveAveragePool(x, 1));
    return b.build(rotation(b, b.linear(x, "linear_reg", 6, true)));
  }

  private static Value block(
      NetworkBuilder b, Value x, String name, int out, int stride, int groups) {
    Value y = b.groupedConvolution(x, name + ".rbr_reparam", out, 3, stride, 1, groups, true);
    return b.unary(y, Unary.Kind.RELU);
  }

  /** Two directions become an orthogonal frame, its axes the columns (Zhou et al. 2019). */
  private static Value rotation(NetworkBuilder b, Value six) {
    Value x = b.normalise(b.slice(six, 1, 0, 3), 1);
    Value z = b.normalise(cross(b, x, b.slice(six, 1, 3, 6)), 1);
    Value y = cross(b, z, x);
    Value rows = b.reshape(b.concat(1, x, y, z), Dims.BATCH, 3, 3);
    return b.permute(rows, 0, 2, 1);
  }

  private static Value cross(NetworkBuilder b, Value u, Value v) {
    Value left = b.times(rolled(b, u, 1), rolled(b, v, 2));
    Value right = b.times(rolled(b, u, 2), rolled(b, v, 1));
    return b.binary(Binary.Kind.SUBTRACT, left, right);
  }

  private static Value rolled(NetworkBuilder b, Value v, int by) {
    return b.concat(1, b.slice(v, 1, by, 3), b.slice(v, 1, 0, by));
  }
}
