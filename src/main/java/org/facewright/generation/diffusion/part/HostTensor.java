package org.facewright.generation.diffusion.part;

import java.util.Arrays;

/**
 * Numbers on their way into a network or out of it, row-major.
 *
 * <p>Always floats here: whole numbers in SDXL (token ids, timesteps, sizes) stay far below 2^24
 * and are exact. The session converts to what the network wants.
 *
 * @param shape its dimensions; empty is a scalar
 * @param data its elements; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers: compared by nobody.
public record HostTensor(long[] shape, float[] data) {
  public HostTensor {
    if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != data.length) {
      throw new IllegalArgumentException(
          data.length + " values for shape " + Arrays.toString(shape));
    }
  }

  public static HostTensor of(float[] data, long... shape) {
    return new HostTensor(shape, data);
  }

  public static HostTensor scalar(float value) {
    return new HostTensor(new long[0], new float[] {value});
  }

  /** The length along a dimension. */
  public int size(int dimension) {
    return Math.toIntExact(shape[dimension]);
  }

  /** The rows {@code from} to {@code to} (exclusive) along the first dimension, copied. */
  public HostTensor rows(int from, int to) {
    int row = data.length / size(0);
    long[] part = shape.clone();
    part[0] = to - from;
    return new HostTensor(part, Arrays.copyOfRange(data, from * row, to * row));
  }

  /** Several tensors of the same row shape, one after the other along the first dimension. */
  public static HostTensor stack(HostTensor... tensors) {
    long[] shape = tensors[0].shape.clone();
    shape[0] = Arrays.stream(tensors).mapToLong(each -> each.shape[0]).sum();
    float[] all = new float[Arrays.stream(tensors).mapToInt(each -> each.data.length).sum()];
    int at = 0;
    for (HostTensor each : tensors) {
      System.arraycopy(each.data, 0, all, at, each.data.length);
      at += each.data.length;
    }
    return new HostTensor(shape, all);
  }
}
