package org.facewright.network.weights;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.facewright.network.pickle.PickleWriter;

/**
 * Writes the zip layout: stored entries, tensors aligned to 64 bytes so that they can be mapped.
 */
final class TorchWriter {
  private static final int ALIGNMENT = 64;
  private static final int LOCAL_HEADER = 30;
  private static final int STEP = 1 << 20;

  private final PickleWriter pickle = new PickleWriter();
  private final List<MemorySegment> storages = new ArrayList<>();

  TorchWriter(Map<String, ?> content) {
    dictionary(content);
  }

  private void dictionary(Map<?, ?> content) {
    pickle.emptyDict().mark();
    content.forEach(
        (key, value) -> {
          pickle.text(String.valueOf(key));
          value(value);
        });
    pickle.setItems();
  }

  private void value(Object value) {
    switch (value) {
      case PickledTensor tensor -> tensor(tensor);
      case Map<?, ?> map -> dictionary(map);
      case List<?> list -> {
        pickle.emptyList().mark();
        list.forEach(this::value);
        pickle.appends();
      }
      case String text -> pickle.text(text);
      case Boolean flag -> pickle.flag(flag);
      case Integer number -> pickle.integer(number);
      case Long number -> pickle.integer(number);
      case Float number -> pickle.real(number);
      case Double number -> pickle.real(number);
      default -> throw new IllegalArgumentException("a checkpoint holds no " + value.getClass());
    }
  }

  private void tensor(PickledTensor tensor) {
    MemorySegment storage = tensor.storage();
    pickle.global("torch._utils", "_rebuild_tensor_v2").mark();
    pickle.mark().text("storage").global("torch", tensor.type().storageClass());
    pickle.text(Integer.toString(storages.size())).text("cpu");
    pickle.integer(storage.byteSize() / tensor.type().bytes()).tuple().persistentId();
    pickle.integer(tensor.offset());
    sizes(tensor.shape());
    sizes(tensor.strides());
    pickle.flag(false).global("collections", "OrderedDict").emptyTuple().reduce();
    pickle.tuple().reduce();
    storages.add(storage);
  }

  private void sizes(long[] sizes) {
    pickle.mark();
    for (long size : sizes) {
      pickle.integer(size);
    }
    pickle.tuple();
  }

  void write(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Path partial = target.resolveSibling(target.getFileName() + ".facewright-partial");
    try (FileChannel channel =
        FileChannel.open(
            partial,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      Counting counting = new Counting(Channels.newOutputStream(channel));
      ZipOutputStream zip = new ZipOutputStream(counting);
      writeEntries(zip, counting);
      zip.finish();
      counting.flush();
      channel.force(true);
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(partial);
      throw failed;
    }
    Files.move(
        partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void writeEntries(ZipOutputStream zip, Counting counting) throws IOException {
    entry(zip, counting, "archive/data.pkl", MemorySegment.ofArray(pickle.finish()));
    entry(zip, counting, "archive/byteorder", ascii("little"));
    for (int i = 0; i < storages.size(); i++) {
      entry(zip, counting, "archive/data/" + i, storages.get(i));
    }
    entry(zip, counting, "archive/version", ascii("3\n"));
  }

  private static MemorySegment ascii(String text) {
    return MemorySegment.ofArray(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void entry(ZipOutputStream zip, Counting out, String name, MemorySegment bytes)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.byteSize());
    entry.setCrc(checksum(bytes));
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0)); // the same file every time
    entry.setExtra(padding(out.written + LOCAL_HEADER + name.length()));
    zip.putNextEntry(entry);
    for (long at = 0; at < bytes.byteSize(); at += STEP) {
      zip.write(chunk(bytes, at));
    }
    zip.closeEntry();
  }

  private static byte[] chunk(MemorySegment bytes, long at) {
    long length = Math.min(STEP, bytes.byteSize() - at);
    return bytes.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
  }

  private static long checksum(MemorySegment bytes) {
    CRC32 crc = new CRC32();
    for (long at = 0; at < bytes.byteSize(); at += STEP) {
      crc.update(chunk(bytes, at));
    }
    return crc.getValue();
  }

  /** An extra field ("FB", as PyTorch names it) that moves the data to the next boundary. */
  private static byte[] padding(long dataWithout) {
    int fill = (int) ((ALIGNMENT - (dataWithout + 4) % ALIGNMENT) % ALIGNMENT);
    byte[] field = new byte[4 + fill];
    field[0] = 'F';
    field[1] = 'B';
    field[2] = (byte) fill;
    return field;
  }

  private static final class Counting extends FilterOutputStream {
    private long written;

    Counting(OutputStream out) {
      super(new BufferedOutputStream(out, STEP));
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      written++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      written += length;
    }
  }
}
