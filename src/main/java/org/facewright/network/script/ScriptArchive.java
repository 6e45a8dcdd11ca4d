package org.facewright.network.script;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a module as the zip that {@code torch::jit::load} reads: every entry stored, the source as
 * plain text, one entry a tensor.
 */
public final class ScriptArchive {
  private static final String FOLDER = "module/";
  private static final int CHUNK = 1 << 18;

  private ScriptArchive() {}

  public static void write(ScriptModule module, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      List<ScriptTensor> tensors = module.tensors();
      entry(zip, "data.pkl", ModulePickle.of(tensors));
      for (int i = 0; i < tensors.size(); i++) {
        tensor(zip, "data/" + i, tensors.get(i));
      }
      entry(zip, "code/__torch__.py", module.code().getBytes(StandardCharsets.UTF_8));
      entry(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
      entry(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    open(zip, name, bytes.length, sum);
    zip.write(bytes);
    zip.closeEntry();
  }

  private static void tensor(ZipOutputStream zip, String name, ScriptTensor tensor)
      throws IOException {
    CRC32 sum = new CRC32();
    chunks(tensor, (bytes, length) -> sum.update(bytes, 0, length));
    open(zip, name, (long) tensor.start().values().length * tensor.type().bytes(), sum);
    chunks(tensor, (bytes, length) -> zip.write(bytes, 0, length));
    zip.closeEntry();
  }

  private static void open(ZipOutputStream zip, String name, long size, CRC32 sum)
      throws IOException {
    ZipEntry entry = new ZipEntry(FOLDER + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCompressedSize(size);
    entry.setCrc(sum.getValue());
    entry.setTime(0);
    zip.putNextEntry(entry);
  }

  private interface Sink {
    void take(byte[] bytes, int length) throws IOException;
  }

  private static void chunks(ScriptTensor tensor, Sink sink) throws IOException {
    float[] values = tensor.start().values();
    byte[] bytes = new byte[Math.min(CHUNK, values.length) * tensor.type().bytes()];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < values.length; from += CHUNK) {
      int count = Math.min(CHUNK, values.length - from);
      buffer.clear();
      switch (tensor.type()) {
        case FLOAT -> buffer.asFloatBuffer().put(values, from, count);
        case LONG -> {
          for (int i = from; i < from + count; i++) {
            buffer.putLong((long) values[i]);
          }
        }
        case BFLOAT16 -> {
          for (int i = from; i < from + count; i++) {
            buffer.putShort(brainFloat(values[i]));
          }
        }
      }
      sink.take(bytes, count * tensor.type().bytes());
    }
  }

  /** The nearest 16-bit brain float, ties to even, as PyTorch rounds. */
  static short brainFloat(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (Float.isNaN(value)) {
      return (short) 0x7FC0;
    }
    return (short) ((bits + 0x7FFF + ((bits >>> 16) & 1)) >>> 16);
  }
}
