package org.facewright.network.architecture;

import java.util.ArrayList;
import java.util.List;
import org.facewright.network.Dims;
import org.facewright.network.Network;
import org.facewright.network.NetworkBuilder;
import org.facewright.network.Value;
import org.facewright.network.op.Unary;

/**
 * The five feature maps of VGG-16 (Simonyan and Zisserman 2015) that LPIPS compares, with
 * torchvision's parameter names; the classifier is left out. Pictures [B, 3, side, side],
 * ImageNet's norm.
 */
public record Vgg16(int side) {
  /** Channels of each map. */
  public static final List<Integer> CHANNELS = List.of(64, 128, 256, 512, 512);

  private static final List<Integer> CONVOLUTIONS = List.of(2, 2, 3, 3, 3);

  public Network network() {
    NetworkBuilder b = new NetworkBuilder("vgg16");
    Value x = b.input(Dims.BATCH, 3, side, side);
    List<Value> maps = new ArrayList<>();
    int layer = 0;
    for (int stage = 0; stage < CHANNELS.size(); stage++) {
      if (stage > 0) {
        x = b.maxPool(x, 2, 2, 0);
        layer++;
      }
      for (int i = 0; i < CONVOLUTIONS.get(stage); i++) {
        x = b.convolution(x, "features." + layer, CHANNELS.get(stage), 3, 1, 1, true);
        x = b.unary(x, Unary.Kind.RELU);
        layer += 2;
      }
      maps.add(x);
    }
    return b.build(maps.toArray(Value[]::new));
  }
}
