package org.facewright.network.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * A named tensor of a checkpoint, as it lies in the file.
 *
 * @param name keys from the top of the file, joined with dots
 * @param type element type
 * @param shape sizes; empty for a scalar
 * @param strides steps in elements, one a dimension
 * @param offset element of the storage at which the tensor starts
 * @param storage the whole storage, little endian; may be shared with other tensors, and is gone
 *     when its {@link TorchFile} is closed
 */
@SuppressWarnings("ArrayRecordComponent") // Short, and read by index everywhere.
public record PickledTensor(
    String name,
    TensorType type,
    long[] shape,
    long[] strides,
    long offset,
    MemorySegment storage) {
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** A dense float32 tensor of these values, for writing. */
  public static PickledTensor ofFloats(String name, long[] shape, float[] values) {
    MemorySegment storage = MemorySegment.ofArray(new byte[Math.multiplyExact(values.length, 4)]);
    MemorySegment.copy(values, 0, storage, FLOAT, 0, values.length);
    return dense(name, TensorType.FLOAT32, shape, storage);
  }

  /** A dense int64 tensor of these values, for writing. */
  public static PickledTensor ofLongs(String name, long[] shape, long[] values) {
    MemorySegment storage = MemorySegment.ofArray(new byte[Math.multiplyExact(values.length, 8)]);
    MemorySegment.copy(values, 0, storage, LONG, 0, values.length);
    return dense(name, TensorType.INT64, shape, storage);
  }

  /** A dense tensor over little-endian bytes. */
  public static PickledTensor dense(
      String name, TensorType type, long[] shape, MemorySegment storage) {
    PickledTensor tensor =
        new PickledTensor(name, type, shape.clone(), denseStrides(shape), 0, storage);
    if (Math.multiplyExact(tensor.elements(), type.bytes()) != storage.byteSize()) {
      throw new IllegalArgumentException(
          name + ": " + storage.byteSize() + " bytes for " + tensor.elements() + " elements");
    }
    return tensor;
  }

  private static long[] denseStrides(long[] shape) {
    long[] strides = new long[shape.length];
    long step = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = step;
      step = Math.multiplyExact(step, Math.max(1, shape[i]));
    }
    return strides;
  }

  /** Number of elements: the product of the shape. */
  public long elements() {
    long product = 1;
    for (long size : shape) {
      product = Math.multiplyExact(product, size);
    }
    return product;
  }

  /** Whether the elements lie one after another in the order of the shape. */
  public boolean contiguous() {
    long step = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      if (shape[i] != 1 && strides[i] != step) {
        return false;
      }
      step *= shape[i];
    }
    return true;
  }

  /** The values as float32, in C order. */
  public float[] floats() {
    float[] values = new float[Math.toIntExact(elements())];
    if (type == TensorType.FLOAT32 && contiguous()) {
      MemorySegment.copy(storage, FLOAT, offset * 4, values, 0, values.length);
    } else {
      forEach((index, element) -> values[index] = (float) real(element));
    }
    return values;
  }

  /** The values as whole numbers, in C order; fractions are cut off. */
  public long[] longs() {
    long[] values = new long[Math.toIntExact(elements())];
    forEach((index, element) -> values[index] = whole(element));
    return values;
  }

  private interface Visitor {
    void visit(int index, long element);
  }

  private void forEach(Visitor visitor) {
    int count = Math.toIntExact(elements());
    long[] at = new long[shape.length];
    long element = offset;
    for (int index = 0; index < count; index++) {
      visitor.visit(index, element);
      for (int d = shape.length - 1; d >= 0; d--) {
        element += strides[d];
        if (++at[d] < shape[d]) {
          break;
        }
        element -= strides[d] * shape[d];
        at[d] = 0;
      }
    }
  }

  private double real(long element) {
    return switch (type) {
      case FLOAT32 -> storage.get(FLOAT, element * 4);
      case FLOAT64 -> storage.get(DOUBLE, element * 8);
      case FLOAT16 -> Float.float16ToFloat(storage.get(SHORT, element * 2));
      case BFLOAT16 -> Float.intBitsToFloat(storage.get(SHORT, element * 2) << 16);
      default -> whole(element);
    };
  }

  private long whole(long element) {
    return switch (type) {
      case INT64 -> storage.get(LONG, element * 8);
      case INT32 -> storage.get(INT, element * 4);
      case INT16 -> storage.get(SHORT, element * 2);
      case INT8 -> storage.get(ValueLayout.JAVA_BYTE, element);
      case UINT8, BOOL -> Byte.toUnsignedInt(storage.get(ValueLayout.JAVA_BYTE, element));
      default -> (long) real(element);
    };
  }
}
