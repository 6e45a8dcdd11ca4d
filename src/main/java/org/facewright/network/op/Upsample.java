package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;

/** Each pixel repeated {@code scale} times in height and width. */
public record Upsample(int scale) implements Op {
  @Override
  public Dims output(List<Dims> inputs) {
    Dims in = Shapes.only(inputs, 4);
    return in.with(2, in.size(2) * scale).with(3, in.size(3) * scale);
  }
}
