package org.facewright.network.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.facewright.network.pickle.PickleException;
import org.facewright.network.pickle.PickleLimits;
import org.facewright.network.pickle.PickleRefusal;
import org.facewright.network.pickle.Unpickler;
import org.facewright.network.zip.ZipDamage;
import org.facewright.network.zip.ZipDirectory;
import org.facewright.network.zip.ZipItem;
import org.jspecify.annotations.Nullable;

/**
 * The layout of PyTorch 1.6 and later: a zip of stored entries, {@code NAME/data.pkl} and {@code
 * NAME/data/0...}.
 *
 * <p>Packed entries, a second pickle, doubled or wandering names, and entries that their own header
 * contradicts are refused: each has been used to show one file to a scanner and another to Python.
 */
final class TorchZip {
  private static final int MOST_ENTRIES = 1_000_000;
  private static final int CHECKSUM_STEP = 1 << 18;

  private final ZipDirectory directory;
  private final Map<String, ZipItem> items = new HashMap<>();
  private final Map<String, TorchStorage> storages = new HashMap<>();

  private TorchZip(ZipDirectory directory) {
    this.directory = directory;
  }

  static Object read(MemorySegment file) throws PickleException {
    try {
      TorchZip zip = new TorchZip(new ZipDirectory(file));
      return zip.load(zip.index());
    } catch (ZipDamage damage) {
      throw new PickleException("zip directory", damage.offset(), damage.reason());
    }
  }

  /** Checks all entries and returns the folder that holds the pickle, with its slash. */
  private String index() throws ZipDamage {
    @Nullable String folder = null;
    for (ZipItem item = directory.next(); item != null; item = directory.next()) {
      check(item);
      if (item.name().equals("data.pkl") || item.name().endsWith("/data.pkl")) {
        if (folder != null) {
          throw new ZipDamage(item.offset(), "there are two data.pkl");
        }
        folder = item.name().substring(0, item.name().length() - "data.pkl".length());
      }
    }
    if (folder == null) {
      throw new ZipDamage(0, "there is no data.pkl: this zip file is no checkpoint");
    }
    return folder;
  }

  private void check(ZipItem item) throws ZipDamage {
    if (!item.safeName()) {
      throw new ZipDamage(item.offset(), "an entry's name leads out of the archive");
    }
    if (item.encrypted() || item.method() != 0 || item.packed() != item.size()) {
      throw new ZipDamage(item.offset(), item.name() + " is packed; PyTorch stores its entries");
    }
    if (items.size() >= MOST_ENTRIES) {
      throw new ZipDamage(item.offset(), "more than " + MOST_ENTRIES + " entries");
    }
    if (items.put(item.name(), item) != null) {
      throw new ZipDamage(item.offset(), item.name() + " is there twice");
    }
  }

  private Object load(String folder) throws ZipDamage, PickleException {
    ZipItem order = items.get(folder + "byteorder");
    if (order != null && directory.packed(order).byteSize() != "little".length()) {
      throw new ZipDamage(
          order.offset(), "a big-endian checkpoint: save it again on a usual machine");
    }
    ZipItem pickle = items.get(folder + "data.pkl");
    if (pickle == null) {
      throw new ZipDamage(0, "there is no data.pkl");
    }
    TorchProfile profile =
        new TorchProfile((key, type, elements) -> storage(folder, key, type, elements));
    return new Unpickler(verified(pickle), 0, profile, PickleLimits.usual()).load();
  }

  private TorchStorage storage(String folder, String key, TensorType type, long elements)
      throws PickleRefusal {
    TorchStorage known = storages.get(key);
    if (known == null) {
      known = new TorchStorage(type, elements, find(folder + "data/" + key));
      storages.put(key, known);
    }
    MemorySegment bytes = known.bytes();
    if (bytes == null || known.type() != type || bytes.byteSize() != elements * type.bytes()) {
      throw new PickleRefusal(
          "data/" + key + " does not hold exactly " + elements + " elements of " + type);
    }
    return known;
  }

  private MemorySegment find(String name) throws PickleRefusal {
    ZipItem item = items.get(name);
    if (item == null) {
      throw new PickleRefusal("the storage " + name + " is missing");
    }
    try {
      return verified(item);
    } catch (ZipDamage damage) {
      throw new PickleRefusal(name + ": " + damage.reason());
    }
  }

  /** Copies before it sums: a disk that fails under a mapped buffer would take the JVM down. */
  private MemorySegment verified(ZipItem item) throws ZipDamage {
    MemorySegment bytes = directory.packed(item);
    CRC32 crc = new CRC32();
    for (long at = 0; at < bytes.byteSize(); at += CHECKSUM_STEP) {
      long length = Math.min(CHECKSUM_STEP, bytes.byteSize() - at);
      crc.update(bytes.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE));
    }
    if ((int) crc.getValue() != item.crc()) {
      throw new ZipDamage(item.header(), item.name() + " is damaged: its checksum does not match");
    }
    return bytes;
  }
}
