package org.facewright.network.weights;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.facewright.network.pickle.PickleException;

/**
 * A PyTorch checkpoint ({@code .pth}, {@code .pt}), zip or legacy layout, without Python.
 *
 * <p>The file stays mapped: tensors cost memory only when they are read, and are gone after {@link
 * #close}. Checksums, sizes and strides are verified on opening. Thread-safe once open.
 */
public final class TorchFile implements AutoCloseable {
  private final Arena arena;
  private final TorchTree tree;

  private TorchFile(Arena arena, TorchTree tree) {
    this.arena = arena;
    this.tree = tree;
  }

  /**
   * Opens a checkpoint.
   *
   * @throws PickleException if it is damaged, no checkpoint, or wants more than data
   * @throws IOException if the file cannot be read at all
   */
  @SuppressWarnings("MustBeClosedChecker") // the arena lives as long as the file is open
  public static TorchFile open(Path file) throws IOException, PickleException {
    Arena arena = Arena.ofShared();
    boolean done = false;
    try {
      TorchFile opened = new TorchFile(arena, new TorchTree(content(map(file, arena))));
      done = true;
      return opened;
    } finally {
      if (!done) {
        arena.close();
      }
    }
  }

  private static MemorySegment map(Path file, Arena arena) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    }
  }

  private static Object content(MemorySegment file) throws PickleException {
    if (file.byteSize() < 4) {
      throw new PickleException("file header", 0, "the file is empty");
    }
    int first = Byte.toUnsignedInt(file.get(ValueLayout.JAVA_BYTE, 0));
    int second = Byte.toUnsignedInt(file.get(ValueLayout.JAVA_BYTE, 1));
    if (first == 'P' && second == 'K') {
      return TorchZip.read(file);
    }
    if (first == 0x80) {
      return TorchLegacy.read(file);
    }
    throw new PickleException("file header", 0, "neither a zip file nor a pickle");
  }

  /** All tensors in the order of the file, by their keys joined with dots. */
  public Map<String, PickledTensor> tensors() {
    return Collections.unmodifiableMap(tree.tensors());
  }

  /**
   * The tensors below one key, named from there on: {@code tensors("model")} of a file that holds
   * {@code model.fc.weight} has {@code fc.weight}. Empty if there is no such key.
   */
  public Map<String, PickledTensor> tensors(String key) {
    Map<String, PickledTensor> below = new LinkedHashMap<>();
    String prefix = key + ".";
    tree.tensors()
        .forEach(
            (name, tensor) -> {
              if (name.startsWith(prefix)) {
                below.put(name.substring(prefix.length()), tensor);
              }
            });
    return below;
  }

  /** Numbers (Long, Double), flags and texts beside the tensors, named in the same way. */
  public Map<String, Object> values() {
    return Collections.unmodifiableMap(tree.values());
  }

  @Override
  public void close() {
    arena.close();
  }

  /**
   * Writes a checkpoint that {@code torch.load(..., weights_only=True)} reads: to a new file beside
   * the old, forced to disk, then moved into place.
   *
   * @param content {@link PickledTensor}, Map (of the same), List, String, Long, Integer, Double,
   *     Float or Boolean, by key; a state dict is one map of tensors
   */
  public static void write(Path file, SequencedMap<String, ?> content) throws IOException {
    new TorchWriter(content).write(file);
  }
}
