package org.facewright.network.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.facewright.network.pickle.PickleDict;
import org.facewright.network.pickle.PickleException;
import org.facewright.network.pickle.PickleLimits;
import org.facewright.network.pickle.PickleList;
import org.facewright.network.pickle.PickleRefusal;
import org.facewright.network.pickle.PickleText;
import org.facewright.network.pickle.Unpickler;

/**
 * The layout before PyTorch 1.6: five pickles one after another (a magic number, the version, facts
 * about the machine, the content, the storages' keys), then each storage as its element count and
 * its bytes.
 *
 * <p>Source: {@code torch/serialization.py}, {@code _legacy_save}.
 */
final class TorchLegacy {
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final long VERSION = 1001;
  private static final ValueLayout.OfLong COUNT =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MemorySegment file;
  private final TorchProfile profile = new TorchProfile(this::storage);
  private final Map<String, TorchStorage> storages = new HashMap<>();
  private long position;

  private TorchLegacy(MemorySegment file) {
    this.file = file;
  }

  static Object read(MemorySegment file) throws PickleException {
    return new TorchLegacy(file).load();
  }

  private Object load() throws PickleException {
    if (!pickle().equals(MAGIC)) {
      throw new PickleException("file header", 0, "this pickle is no PyTorch checkpoint");
    }
    if (!pickle().equals(VERSION)) {
      throw new PickleException("file header", 0, "a checkpoint layout that is not known");
    }
    if (!(pickle() instanceof PickleDict machine)
        || !Boolean.TRUE.equals(machine.entries().get("little_endian"))) {
      throw new PickleException(
          "file header", 0, "a big-endian checkpoint: save it again on a usual machine");
    }
    Object content = pickle();
    Object keys = pickle();
    if (!(keys instanceof PickleList list)) {
      throw new PickleException("storages", position, "the list of storages is missing");
    }
    for (Object key : list.items()) {
      arrive(key);
    }
    for (Map.Entry<String, TorchStorage> entry : storages.entrySet()) {
      if (entry.getValue().bytes() == null) {
        throw new PickleException(
            "storages", position, "storage " + entry.getKey() + " is missing");
      }
    }
    return content;
  }

  private Object pickle() throws PickleException {
    Unpickler unpickler = new Unpickler(file, position, profile, PickleLimits.usual());
    Object value = unpickler.load();
    position = unpickler.end();
    return value;
  }

  private TorchStorage storage(String key, TensorType type, long elements) throws PickleRefusal {
    TorchStorage storage =
        storages.computeIfAbsent(key, _ -> new TorchStorage(type, elements, null));
    if (storage.type() != type || storage.elements() != elements) {
      throw new PickleRefusal("storage " + key + " is described in two ways");
    }
    return storage;
  }

  private void arrive(Object key) throws PickleException {
    try {
      String name = key instanceof PickleText text ? text.value() : "";
      TorchStorage storage = storages.get(name);
      if (storage == null || storage.bytes() != null) {
        throw new PickleRefusal("a storage that no tensor names, or the same storage twice");
      }
      long left = file.byteSize() - position - COUNT.byteSize();
      if (left < storage.byteSize() || file.get(COUNT, position) != storage.elements()) {
        throw new PickleRefusal("storage " + name + " is cut off or of another size");
      }
      long start = position + COUNT.byteSize();
      storage.arrive(file.asSlice(start, storage.byteSize()));
      position = start + storage.byteSize();
    } catch (PickleRefusal refusal) {
      throw new PickleException("storages", position, refusal.reason());
    }
  }
}
