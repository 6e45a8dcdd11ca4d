package org.facewright.network.weights;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.facewright.network.Dims;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hugging Face's .safetensors: a JSON header with names, types, shapes and places, then the bytes.
 * Nothing in such a file is ever run.
 */
public final class SafeTensors {
  private static final String METADATA = "__metadata__";
  private static final long LONGEST_HEADER = 100L << 20;
  private static final int CHUNK = 1 << 18;
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final JsonMapper JSON = new JsonMapper();

  private SafeTensors() {}

  /**
   * What a file holds.
   *
   * @param metadata free texts of the writer
   */
  public record Content(Weights weights, Map<String, String> metadata) {}

  /**
   * Reads a file whole.
   *
   * @throws WeightFileException when it is broken; the message names the file
   */
  public static Content read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file);
        Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      return content(bytes);
    } catch (WeightFileException | JacksonException | IllegalArgumentException e) {
      throw new WeightFileException(
          file.getFileName()
              + " is no readable .safetensors file: "
              + e.getMessage()
              + ". Fetch it again.");
    }
  }

  private static Content content(MemorySegment bytes) throws WeightFileException {
    long length = bytes.byteSize() < 8 ? -1 : bytes.get(LONG, 0);
    if (length < 2 || length > LONGEST_HEADER || length > bytes.byteSize() - 8) {
      throw new WeightFileException("its header is cut off");
    }
    byte[] header = bytes.asSlice(8, length).toArray(ValueLayout.JAVA_BYTE);
    JsonNode root = JSON.readTree(new String(header, StandardCharsets.UTF_8));
    if (!root.isObject()) {
      throw new WeightFileException("its header is no JSON object");
    }
    MemorySegment data = bytes.asSlice(8 + length);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      if (entry.getKey().equals(METADATA)) {
        entry.getValue().forEachEntry((key, value) -> metadata.put(key, value.asString()));
      } else {
        tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue(), data));
      }
    }
    return new Content(new Weights(tensors), metadata);
  }

  private static Tensor tensor(String name, JsonNode entry, MemorySegment data)
      throws WeightFileException {
    JsonNode places = entry.path("data_offsets");
    long from = places.path(0).asLong(-1);
    long to = places.path(1).asLong(-1);
    SafeTensorType type = type(name, entry.path("dtype").asString(""));
    List<Integer> sizes = new ArrayList<>();
    long count = 1;
    for (JsonNode size : entry.path("shape")) {
      sizes.add(size.asInt());
      count = Math.multiplyExact(count, size.asLong());
    }
    if (from < 0 || to < from || to > data.byteSize() || to - from != count * type.bytes()) {
      throw new WeightFileException("the place of " + name + " does not fit its shape");
    }
    return new Tensor(
        new Dims(sizes), type.read(data.asSlice(from, to - from), Math.toIntExact(count)));
  }

  private static SafeTensorType type(String name, String text) throws WeightFileException {
    for (SafeTensorType type : SafeTensorType.values()) {
      if (type.name().equals(text)) {
        return type;
      }
    }
    throw new WeightFileException("the type " + text + " of " + name + " is unknown");
  }

  /** Writes 32-bit floats and forces them to the disk. An existing file is replaced. */
  public static void write(Weights weights, Map<String, String> metadata, Path file)
      throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      writeAll(channel, ByteBuffer.wrap(header(weights, metadata)));
      for (Tensor tensor : weights.tensors().values()) {
        for (ByteBuffer chunk : new Chunks(tensor.values())) {
          writeAll(channel, chunk);
        }
      }
      channel.force(true);
    }
  }

  /** The bytes of a tensor as a file holds them, in pieces; each is reused by the next. */
  public static Iterable<ByteBuffer> bytes(Tensor tensor) {
    return new Chunks(tensor.values());
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static byte[] header(Weights weights, Map<String, String> metadata) {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode texts = root.putObject(METADATA);
    metadata.forEach(texts::put);
    long at = 0;
    for (Map.Entry<String, Tensor> entry : weights.tensors().entrySet()) {
      ObjectNode node = root.putObject(entry.getKey());
      node.put("dtype", "F32");
      ArrayNode shape = node.putArray("shape");
      entry.getValue().dims().sizes().forEach(shape::add);
      long end = at + 4L * entry.getValue().values().length;
      node.putArray("data_offsets").add(at).add(end);
      at = end;
    }
    byte[] json = JSON.writeValueAsBytes(root);
    int padded = (json.length + 7) / 8 * 8;
    ByteBuffer header = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(padded).put(json);
    while (header.hasRemaining()) {
      header.put((byte) ' ');
    }
    return header.array();
  }

  /** The little-endian bytes of an array in pieces; each piece is gone when the next is asked. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Chunks(float[] values) implements Iterable<ByteBuffer> {
    @Override
    public Iterator<ByteBuffer> iterator() {
      ByteBuffer buffer =
          ByteBuffer.allocate(4 * Math.min(CHUNK, values.length)).order(ByteOrder.LITTLE_ENDIAN);
      return new Iterator<>() {
        private int at;

        @Override
        public boolean hasNext() {
          return at < values.length;
        }

        @Override
        public ByteBuffer next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          int count = Math.min(CHUNK, values.length - at);
          buffer.clear();
          buffer.asFloatBuffer().put(values, at, count);
          at += count;
          return buffer.limit(4 * count);
        }
      };
    }
  }
}
