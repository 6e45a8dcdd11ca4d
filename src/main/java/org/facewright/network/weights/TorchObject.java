package org.facewright.network.weights;

import org.jspecify.annotations.Nullable;

/** A Python object that checkpoints carry along (settings, numpy scalars): its name and state. */
final class TorchObject {
  private final String global;
  private @Nullable Object state;

  TorchObject(String global) {
    this.global = global;
  }

  String global() {
    return global;
  }

  @Nullable Object state() {
    return state;
  }

  void build(Object newState) {
    state = newState;
  }
}
