package org.facewright.network.weights;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** The bytes behind one or more tensors. The old layout names them before it shows them. */
final class TorchStorage {
  private final TensorType type;
  private final long elements;
  private @Nullable MemorySegment bytes;

  TorchStorage(TensorType type, long elements, @Nullable MemorySegment bytes) {
    this.type = type;
    this.elements = elements;
    this.bytes = bytes;
  }

  TensorType type() {
    return type;
  }

  long elements() {
    return elements;
  }

  long byteSize() {
    return elements * type.bytes();
  }

  @Nullable MemorySegment bytes() {
    return bytes;
  }

  void arrive(MemorySegment segment) {
    bytes = segment;
  }
}
