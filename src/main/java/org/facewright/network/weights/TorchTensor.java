package org.facewright.network.weights;

import java.util.List;
import org.facewright.network.pickle.PickleRefusal;
import org.facewright.network.pickle.PickleTuple;

/** A tensor within the pickle, before it has its name. */
@SuppressWarnings("ArrayRecordComponent")
record TorchTensor(TorchStorage storage, long offset, long[] shape, long[] strides) {
  private static final int MOST_DIMENSIONS = 16;

  /** From the arguments of {@code torch._utils._rebuild_tensor_v2}. */
  static TorchTensor rebuild(List<Object> arguments) throws PickleRefusal {
    if (arguments.size() < 4
        || !(arguments.get(0) instanceof TorchStorage storage)
        || !(arguments.get(1) instanceof Long offset)) {
      throw new PickleRefusal("a tensor that is not (storage, offset, shape, strides, ...)");
    }
    TorchTensor tensor =
        new TorchTensor(storage, offset, sizes(arguments.get(2)), sizes(arguments.get(3)));
    tensor.check();
    return tensor;
  }

  private static long[] sizes(Object value) throws PickleRefusal {
    if (!(value instanceof PickleTuple tuple) || tuple.items().size() > MOST_DIMENSIONS) {
      throw new PickleRefusal("a tensor's shape that is no tuple of up to 16 sizes");
    }
    long[] sizes = new long[tuple.items().size()];
    for (int i = 0; i < sizes.length; i++) {
      if (!(tuple.items().get(i) instanceof Long size) || size < 0) {
        throw new PickleRefusal("a tensor's shape that holds something else than sizes");
      }
      sizes[i] = size;
    }
    return sizes;
  }

  /** Exact arithmetic: a product that overflows must not look like one that fits. */
  private void check() throws PickleRefusal {
    if (shape.length != strides.length || offset < 0) {
      throw new PickleRefusal("a tensor whose shape and strides do not match");
    }
    try {
      long elements = 1;
      long last = offset;
      for (int i = 0; i < shape.length; i++) {
        elements = Math.multiplyExact(elements, shape[i]);
        last = Math.addExact(last, Math.multiplyExact(Math.max(0, shape[i] - 1), strides[i]));
      }
      if (elements > 0 && (last >= storage.elements() || elements > storage.elements())) {
        throw new PickleRefusal("a tensor larger than its storage of " + storage.elements());
      }
    } catch (ArithmeticException overflow) {
      throw new PickleRefusal("a tensor whose size overflows");
    }
  }
}
