package org.facewright.network.weights;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facewright.network.pickle.PickleDict;
import org.facewright.network.pickle.PickleGlobal;
import org.facewright.network.pickle.PickleList;
import org.facewright.network.pickle.PickleProfile;
import org.facewright.network.pickle.PickleRefusal;
import org.facewright.network.pickle.PickleText;
import org.facewright.network.pickle.PickleTuple;

/**
 * What a checkpoint may contain: tensors, dictionaries, and inert settings.
 *
 * <p>The list of PyTorch's {@code _weights_only_unpickler}, and the few data holders that published
 * checkpoints carry beside their weights.
 */
final class TorchProfile implements PickleProfile {
  private static final Set<String> DICTIONARIES =
      Set.of("collections.OrderedDict", "collections.Counter");
  private static final Set<String> TENSORS =
      Set.of("torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor");
  private static final String PARAMETER = "torch._utils._rebuild_parameter";

  /** Held as name and state only. */
  private static final Set<String> INERT =
      Set.of(
          "argparse.Namespace",
          "numpy.dtype",
          "numpy.core.multiarray.scalar",
          "numpy._core.multiarray.scalar",
          "torch.device",
          "torch.Size");

  private static final Set<String> NAMES =
      Stream.of(
              "float32",
              "float64",
              "float16",
              "bfloat16",
              "int64",
              "int32",
              "int16",
              "int8",
              "uint8",
              "bool")
          .map(type -> "torch." + type)
          .collect(Collectors.toUnmodifiableSet());

  /** Looks up what a persistent id names. */
  interface Storages {
    TorchStorage storage(String key, TensorType type, long elements) throws PickleRefusal;
  }

  private static final int MOST_COPIED = 4_000_000;

  private final Storages storages;
  private int copied;

  TorchProfile(Storages storages) {
    this.storages = storages;
  }

  @Override
  public boolean allows(String global) {
    return DICTIONARIES.contains(global)
        || TENSORS.contains(global)
        || PARAMETER.equals(global)
        || INERT.contains(global)
        || NAMES.contains(global)
        || TensorType.ofGlobal(global).isPresent();
  }

  @Override
  public Object reduce(String global, List<Object> arguments) throws PickleRefusal {
    if (DICTIONARIES.contains(global)) {
      return dictionary(arguments);
    }
    if (TENSORS.contains(global)) {
      return TorchTensor.rebuild(arguments);
    }
    if (PARAMETER.equals(global)
        && !arguments.isEmpty()
        && arguments.getFirst() instanceof TorchTensor tensor) {
      return tensor;
    }
    if (INERT.contains(global)) {
      return new TorchObject(global);
    }
    throw new PickleRefusal("it calls " + global + " with what that does not take");
  }

  /** Empty, a dictionary, or (Python 2) a list of pairs. */
  private Object dictionary(List<Object> arguments) throws PickleRefusal {
    if (arguments.isEmpty()) {
      return new PickleDict();
    }
    if (arguments.getFirst() instanceof PickleDict dict) {
      return dict;
    }
    if (arguments.getFirst() instanceof PickleList pairs) {
      copied += pairs.items().size();
      if (copied > MOST_COPIED) {
        throw new PickleRefusal("it copies more than " + MOST_COPIED + " entries");
      }
      return PickleDict.ofPairs(pairs.items());
    }
    throw new PickleRefusal("a dictionary made of what is no list of pairs");
  }

  @Override
  public void build(Object target, Object state) throws PickleRefusal {
    switch (target) {
      case TorchObject object -> object.build(state);
      case PickleDict stateDict -> {} // its _metadata: versions of PyTorch's own modules
      default -> throw new PickleRefusal("it gives a state to what has none");
    }
  }

  @Override
  public Object persistent(Object id) throws PickleRefusal {
    if (id instanceof PickleTuple tuple
        && tuple.items().size() >= 5
        && tuple.items().get(0) instanceof PickleText kind
        && kind.value().equals("storage")
        && tuple.items().get(1) instanceof PickleGlobal storageClass
        && tuple.items().get(2) instanceof PickleText key
        && tuple.items().get(4) instanceof Long elements
        && elements >= 0) {
      TensorType type =
          TensorType.ofGlobal(storageClass.name())
              .orElseThrow(() -> new PickleRefusal("no storage class: " + storageClass.name()));
      if (elements > Long.MAX_VALUE / type.bytes()) {
        throw new PickleRefusal("a storage of " + elements + " elements");
      }
      return storages.storage(key.value(), type, elements);
    }
    throw new PickleRefusal("a persistent id that names no storage");
  }

  @Override
  public boolean stringsAreText() {
    return true;
  }
}
