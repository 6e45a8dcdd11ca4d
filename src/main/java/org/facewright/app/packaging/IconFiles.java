package org.facewright.app.packaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the icon as each system wants it: PNG files for Linux, one {@code .ico} for Windows, one
 * {@code .icns} for macOS. Both containers take whole PNG files since Windows Vista and macOS 10.7.
 */
public final class IconFiles {
  /** The sizes of the hicolor theme. */
  public static final List<Integer> SIZES = List.of(16, 22, 24, 32, 48, 64, 96, 128, 256, 512);

  private static final List<Integer> ICO_SIZES = List.of(16, 24, 32, 48, 64, 128, 256);
  private static final Map<String, Integer> ICNS_TYPES =
      new TreeMap<>(
          Map.of("ic11", 32, "ic12", 64, "ic07", 128, "ic08", 256, "ic09", 512, "ic10", 1024));

  private static final int ICO_HEADER = 6;
  private static final int ICO_ENTRY = 16;
  private static final int ICNS_HEADER = 8;

  private final Path folder;

  /** Files go into this folder, made if missing. */
  public IconFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes {@code facewright-SIZE.png} for each size, {@code facewright.ico} and {@code .icns}. */
  public void write() throws IOException {
    Files.createDirectories(folder);
    for (int size : SIZES) {
      Files.write(folder.resolve("facewright-" + size + ".png"), new AppIcon(size).png());
    }
    Files.write(folder.resolve("facewright.ico"), ico());
    Files.write(folder.resolve("facewright.icns"), icns());
  }

  static byte[] ico() throws IOException {
    List<byte[]> pictures = new ArrayList<>();
    for (int size : ICO_SIZES) {
      pictures.add(new AppIcon(size).png());
    }
    int start = ICO_HEADER + ICO_ENTRY * pictures.size();
    int total = start + pictures.stream().mapToInt(picture -> picture.length).sum();
    ByteBuffer file = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
    file.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
    int offset = start;
    for (int i = 0; i < pictures.size(); i++) {
      // 256 does not fit a byte and is written as 0.
      byte edge = (byte) (int) ICO_SIZES.get(i);
      file.put(edge).put(edge).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
      file.putInt(pictures.get(i).length).putInt(offset);
      offset += pictures.get(i).length;
    }
    pictures.forEach(file::put);
    return file.array();
  }

  static byte[] icns() throws IOException {
    Map<String, byte[]> pictures = new TreeMap<>();
    for (Map.Entry<String, Integer> type : ICNS_TYPES.entrySet()) {
      pictures.put(type.getKey(), new AppIcon(type.getValue()).png());
    }
    int total =
        ICNS_HEADER
            + pictures.values().stream().mapToInt(picture -> ICNS_HEADER + picture.length).sum();
    ByteBuffer file = ByteBuffer.allocate(total);
    file.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(total);
    pictures.forEach(
        (type, picture) ->
            file.put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(ICNS_HEADER + picture.length)
                .put(picture));
    return file.array();
  }
}
