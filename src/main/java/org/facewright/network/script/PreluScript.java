package org.facewright.network.script;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facewright.network.Dims;

/**
 * PReLU in 16-bit training. PyTorch's own gradient goes number by number on processors, over a
 * third of a small network's step; oneDNN's goes by whole vectors, three times as fast. It takes
 * rows of channels, which is how pictures lie in memory here.
 */
final class PreluScript {
  /** Where PyTorch is built with oneDNN; whether the processor can is asked as the script runs. */
  private static final boolean ONE_DNN =
      Set.of("amd64", "x86_64").contains(System.getProperty("os.arch").toLowerCase(Locale.ROOT));

  private PreluScript() {}

  /**
   * The expression.
   *
   * @param dims the input's sizes, batch first, channels second
   * @param slopes one a channel, in 16 bits
   */
  static String half(String x, Dims dims, String slopes) {
    String usual = "torch.prelu(" + x + ", " + slopes + ")";
    if (!ONE_DNN) {
      return usual;
    }
    String wide = "torch.prelu(" + opaque(rows(x, dims)) + ", " + opaque(slopes) + ")";
    String able = "not ops.prim.is_cuda(" + x + ") and ops.mkldnn._is_mkldnn_bf16_supported()";
    return pictures("torch.to_dense(" + wide + ")", dims) + " if " + able + " else " + usual;
  }

  private static String opaque(String tensor) {
    return "torch.to_mkldnn(" + tensor + ")";
  }

  private static String rows(String x, Dims dims) {
    return dims.rank() == 2
        ? x
        : "torch.reshape(torch.permute(" + x + ", [0, 2, 3, 1]), [-1, " + dims.size(1) + "])";
  }

  private static String pictures(String rows, Dims dims) {
    if (dims.rank() == 2) {
      return rows;
    }
    String sizes =
        Stream.of(-1, dims.size(2), dims.size(3), dims.size(1))
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return "torch.permute(torch.reshape(" + rows + ", [" + sizes + "]), [0, 3, 1, 2])";
  }
}
