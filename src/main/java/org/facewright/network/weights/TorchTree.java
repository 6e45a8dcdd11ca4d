package org.facewright.network.weights;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.network.pickle.PickleDict;
import org.facewright.network.pickle.PickleException;
import org.facewright.network.pickle.PickleList;
import org.facewright.network.pickle.PickleRefusal;
import org.facewright.network.pickle.PickleText;
import org.facewright.network.pickle.PickleTuple;
import org.jspecify.annotations.Nullable;

/** Gives everything in a checkpoint a name: the keys on the way to it, joined with dots. */
final class TorchTree {
  private static final int DEEPEST = 64;
  private static final int MOST = 2_000_000;

  private final Map<String, PickledTensor> tensors = new LinkedHashMap<>();
  private final Map<String, Object> values = new LinkedHashMap<>();
  private int visited;

  TorchTree(Object root) throws PickleException {
    try {
      visit("", root, 0);
    } catch (PickleRefusal refusal) {
      throw new PickleException("content", 0, refusal.reason());
    }
  }

  Map<String, PickledTensor> tensors() {
    return tensors;
  }

  Map<String, Object> values() {
    return values;
  }

  /** Counts every visit: shared branches are few in memory and many once they have names. */
  private void visit(String name, @Nullable Object value, int depth) throws PickleRefusal {
    if (depth > DEEPEST || ++visited > MOST) {
      throw new PickleRefusal("nested too deep, or more than " + MOST + " values");
    }
    switch (value) {
      case TorchTensor tensor -> tensors.put(name, named(name, tensor));
      case PickleDict dict -> children(name, dict.entries(), depth);
      case PickleList list -> children(name, list.items(), depth);
      case PickleTuple tuple -> children(name, tuple.items(), depth);
      case TorchObject object -> visit(name, object.state(), depth + 1);
      case PickleText text -> values.put(name, text.value());
      case Long number -> values.put(name, number);
      case Double number -> values.put(name, number);
      case Boolean flag -> values.put(name, flag);
      case null, default -> {} // None, names of types: nothing that anybody would look up
    }
  }

  private void children(String name, Map<Object, Object> entries, int depth) throws PickleRefusal {
    for (Map.Entry<Object, Object> entry : entries.entrySet()) {
      visit(join(name, entry.getKey()), entry.getValue(), depth + 1);
    }
  }

  private void children(String name, List<Object> items, int depth) throws PickleRefusal {
    for (int i = 0; i < items.size(); i++) {
      visit(join(name, i), items.get(i), depth + 1);
    }
  }

  private static String join(String name, Object key) {
    return name.isEmpty() ? key.toString() : name + "." + key;
  }

  private static PickledTensor named(String name, TorchTensor tensor) throws PickleRefusal {
    MemorySegment bytes = tensor.storage().bytes();
    if (bytes == null) {
      throw new PickleRefusal("the storage of " + name + " is missing");
    }
    TensorType type = tensor.storage().type();
    return new PickledTensor(name, type, tensor.shape(), tensor.strides(), tensor.offset(), bytes);
  }
}
