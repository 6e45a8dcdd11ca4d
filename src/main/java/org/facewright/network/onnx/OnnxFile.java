package org.facewright.network.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads and writes ONNX files. Protobuf messages, and so these files, end at 2 GiB. */
public final class OnnxFile {
  private OnnxFile() {}

  /**
   * Reads a model.
   *
   * @throws OnnxFormatException when it is none, or cut off
   */
  public static ModelProto read(Path file) throws IOException {
    try {
      return read(ByteBuffer.wrap(Files.readAllBytes(file)));
    } catch (OnnxFormatException e) {
      OnnxFormatException named = new OnnxFormatException(file + ": " + e.getMessage());
      named.initCause(e);
      throw named;
    }
  }

  /** Reads a model; its weights stay slices of these bytes. */
  public static ModelProto read(ByteBuffer bytes) throws OnnxFormatException {
    return ModelProto.read(new WireReader(bytes));
  }

  /** Writes a model over whatever was there, and forces it to the disk. */
  public static void write(ModelProto model, Path file) throws IOException {
    WireWriter writer = new WireWriter();
    model.write(writer);
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      writer.writeTo(channel);
      channel.force(true);
    }
  }
}
