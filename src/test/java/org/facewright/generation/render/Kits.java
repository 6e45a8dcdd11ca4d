package org.facewright.generation.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Face models for tests: the real one where it is there, and small made-up ones. */
final class Kits {
  static final Path REAL = Path.of("assets/facekit/ict_pack.npz");

  private Kits() {}

  static FaceKit real() throws FaceKitException {
    return FaceKit.open(REAL);
  }

  /** ICT-FaceKit's folder, cut down to the vertices that landmarks need. */
  static void objFolder(FaceKit kit, Path folder, int vertices) throws IOException {
    StringBuilder neutral = positions(kit.neutral(), null, vertices);
    neutral.append("usemtl M_Face\n");
    for (int t = 0; t < kit.triangleCount(); t++) {
      int a = kit.triangles()[t * 3];
      int b = kit.triangles()[t * 3 + 1];
      int c = kit.triangles()[t * 3 + 2];
      if (Math.max(a, Math.max(b, c)) < vertices) {
        neutral.append("f %d/1/1 %d/2/2 %d/3/3%n".formatted(a + 1, b + 1, c + 1));
      }
    }
    Files.writeString(folder.resolve(ObjKit.NEUTRAL), neutral);
    // Every file but one moves nothing: links to one file keep the test quick.
    Path still = folder.resolve("identity000.obj");
    Files.writeString(still, positions(kit.neutral(), null, vertices));
    for (int i = 1; i < FaceKit.MODES; i++) {
      Path file = folder.resolve("identity%03d.obj".formatted(i));
      if (i == 7) {
        Files.writeString(file, positions(kit.neutral(), kit.modes().get(7), vertices));
      } else {
        Files.createLink(file, still);
      }
    }
    for (String name : ExpressionBlend.names()) {
      Files.createLink(folder.resolve(name + ".obj"), still);
    }
  }

  private static StringBuilder positions(float[] base, float[] delta, int vertices) {
    StringBuilder text = new StringBuilder("# made for a test\n");
    for (int v = 0; v < vertices; v++) {
      text.append('v');
      for (int k = 0; k < 3; k++) {
        float d = delta == null ? 0 : delta[v * 3 + k];
        text.append(' ').append(String.format(Locale.ROOT, "%.6f", base[v * 3 + k] + d));
      }
      text.append('\n');
    }
    return text;
  }

  /** A packed model of one array, to be found wanting. */
  static void npz(Path file, String name, String type, String shape, byte[] values)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name + ".npy"));
      String header =
          "{'descr': '%s', 'fortran_order': False, 'shape': %s, }\n".formatted(type, shape);
      ByteBuffer length = ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN);
      zip.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
      zip.write(length.putShort((short) header.length()).array());
      zip.write(header.getBytes(StandardCharsets.ISO_8859_1));
      zip.write(values);
    }
  }
}
