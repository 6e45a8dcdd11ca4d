package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;

/** A function of each number by itself. */
public record Unary(Kind kind) implements Op {
  /** The functions; GELU is the exact one (with erf), SWISH is x times sigmoid(x). */
  public enum Kind {
    RELU,
    SIGMOID,
    TANH,
    GELU,
    SWISH,
    ABSOLUTE,
    SQUARE,
    ROOT,
    EXP,
    LOG
  }

  @Override
  public Dims output(List<Dims> inputs) {
    return Shapes.only(inputs);
  }
}
