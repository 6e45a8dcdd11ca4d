package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;
import org.facewright.network.Parameter;

/** One kind of operation with its settings and parameters. Each means what PyTorch's does. */
public sealed interface Op
    permits Affine,
        Attention,
        AveragePool,
        BatchNorm,
        Binary,
        Choose,
        Clamp,
        Concat,
        Constant,
        Convolution,
        Dropout,
        Embedding,
        GatherTokens,
        GroupNorm,
        LayerNorm,
        LeakyRelu,
        Learned,
        Linear,
        MaxPool,
        Mean,
        Normalise,
        Permute,
        Prelu,
        Reshape,
        ScatterTokens,
        Slice,
        Softmax,
        Unary,
        Upsample {
  /** The named tensors it reads, in the order in which PyTorch's state dict lists them. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /**
   * The shape of its result.
   *
   * @throws IllegalArgumentException when it cannot work on these shapes
   */
  Dims output(List<Dims> inputs);
}
