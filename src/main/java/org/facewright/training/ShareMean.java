package org.facewright.training;

import java.util.List;
import java.util.stream.IntStream;
import org.facewright.inference.torch.HostTensor;

/**
 * The mean of what replicas say, weighted by the sizes of their shares. It is summed in 64 bits in
 * the order of the replicas, so that it depends on no thread, and where all say the same it is
 * exactly that.
 */
final class ShareMean {
  private static final int BLOCK = 1 << 13;

  private final int[] sizes;
  private final double total;

  ShareMean(List<Share> shares) {
    sizes = shares.stream().mapToInt(Share::size).toArray();
    total = IntStream.of(sizes).sum();
  }

  /**
   * The mean of one tensor.
   *
   * @param answers of the replicas, in their order; the tensor of the first is overwritten
   * @param place of the tensor in each answer
   */
  HostTensor.Floats of(List<List<HostTensor>> answers, int place) {
    HostTensor.Floats first = (HostTensor.Floats) answers.getFirst().get(place);
    float[][] parts =
        answers.stream()
            .map(answer -> ((HostTensor.Floats) answer.get(place)).values())
            .toArray(float[][]::new);
    int blocks = Math.ceilDiv(first.values().length, BLOCK);
    IntStream.range(0, blocks).parallel().forEach(block -> mean(parts, block * BLOCK));
    return first;
  }

  private void mean(float[][] parts, int from) {
    float[] result = parts[0];
    double[] sums = new double[Math.min(BLOCK, result.length - from)];
    for (int replica = 0; replica < parts.length; replica++) {
      add(parts[replica], from, sizes[replica], sums);
    }
    for (int i = 0; i < sums.length; i++) {
      result[from + i] = (float) (sums[i] / total);
    }
  }

  private static void add(float[] part, int from, double weight, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * part[from + i];
    }
  }
}
