package org.facewright.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** .npy files: what NumPy writes is read, what we write is read back, nothing else is believed. */
class NpyTest {
  @TempDir Path folder;

  /** A file as NumPy lays it out, for the given version and header. */
  private Path file(int version, String header, byte[] data) throws IOException {
    byte[] text = (header + "\n").getBytes(StandardCharsets.UTF_8);
    int prefix = version == 1 ? 10 : 12;
    ByteBuffer out =
        ByteBuffer.allocate(prefix + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    out.put((byte) version).put((byte) 0);
    if (version == 1) {
      out.putShort((short) text.length);
    } else {
      out.putInt(text.length);
    }
    out.put(text).put(data);
    return Files.write(folder.resolve("a.npy"), out.array());
  }

  private static String header(String type, String order, String shape) {
    return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }".formatted(type, order, shape);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void allVersionsAreRead(int version) throws IOException {
    byte[] data = {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0x40};
    Path file = file(version, header("<f4", "False", "(2,)"), data);
    assertThat(Npy.matrix(file).values()).containsExactly(1, 2);
  }

  @ParameterizedTest
  @CsvSource({
    "<f8,000000000000f83f",
    "<f2,003e",
    ">f4,3fc00000",
    "=f4,0000c03f",
    ">f8,3ff8000000000000"
  })
  void realTypesAreRead(String type, String hex) throws IOException {
    byte[] data = java.util.HexFormat.of().parseHex(hex);
    assertThat(Npy.matrix(file(1, header(type, "False", "(1, 1)"), data)).values())
        .containsExactly(1.5f);
  }

  @ParameterizedTest
  @CsvSource({"<i8,feffffffffffffff,-2", "<i4,feffffff,-2", "|u1,fe,254", "|b1,01,1"})
  void wholeTypesAreRead(String type, String hex, long value) throws IOException {
    byte[] data = java.util.HexFormat.of().parseHex(hex);
    assertThat(Npy.longs(file(1, header(type, "False", "(1,)"), data))).containsExactly(value);
    assertThat(Npy.longs(file(1, header(type, "False", "()"), data))).containsExactly(value);
  }

  @ParameterizedTest
  @EnumSource(NpyType.class)
  void writtenFilesAreReadBack(NpyType type) throws IOException {
    Path file = folder.resolve("b.npy");
    int rows = 20_000;
    try (NpyWriter writer = new NpyWriter(file, type, 3)) {
      for (int row = 0; row < rows; row++) {
        writer.write(new long[] {row & 1, 1, 0});
      }
    }
    try (NpyReader reader = Npy.open(file)) {
      assertThat(reader.header().type()).isEqualTo(type);
      assertThat(reader.header().shape()).containsExactly(rows, 3);
      assertThat(reader.header().length() % 64).isZero();
      assertThat(reader.longs(2)).containsExactly(0, 1, 0, 1, 1, 0);
      reader.skipRows(rows - 4);
      assertThat(reader.floats(1)).containsExactly(0, 1, 0);
      assertThat(reader.rowsLeft()).isEqualTo(1);
    }
  }

  @Test
  void bytesOfAVectorAreAWholeFile() throws IOException {
    float[] vector = {1.5f, -2, Float.MAX_VALUE};
    try (NpyReader reader = Npy.open(Npy.bytes(vector), "vector")) {
      assertThat(reader.header().shape()).containsExactly(3);
      assertThat(reader.floats(3)).containsExactly(vector);
    }
  }

  @Test
  void halfRowsAreAMistakeOfTheCaller() throws IOException {
    NpyWriter writer = new NpyWriter(folder.resolve("c.npy"), NpyType.FLOAT32, 2);
    writer.write(new float[3]);
    assertThatThrownBy(writer::close).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }#not read",
        "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }#NumPy writes",
        "{'descr': '<c8', 'fortran_order': False, 'shape': (1,), }#not read",
        "{'descr': '<f4', 'fortran_order': True, 'shape': (2, 2), }#Fortran",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }#cannot be",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387904, 4), }#cannot be",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 4611686018427387904, 8), }#cannot be",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (1000000,), }#promises 4000000",
        "{'descr': '<f4', 'shape': (1,), }#NumPy writes",
        "__import__('os')#NumPy writes"
      })
  void otherHeadersAreRefused(String header, String reason) throws IOException {
    Path file = file(1, header, new byte[16]);
    assertThatThrownBy(() -> Npy.open(file))
        .isInstanceOf(NpyException.class)
        .hasMessageContaining("a.npy")
        .hasMessageContaining(reason);
  }

  @Test
  void aHeaderThatClaimsGigabytesIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(file(2, header("<f4", "False", "(1,)"), new byte[4]));
    bytes[11] = 0x7f;
    Files.write(folder.resolve("a.npy"), bytes);
    assertThatThrownBy(() -> Npy.open(folder.resolve("a.npy")))
        .isInstanceOf(NpyException.class)
        .hasMessageContaining("claims");
  }

  @Test
  void aFileCutAnywhereIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file(1, header("<f4", "False", "(4,)"), new byte[16]));
    for (int length = 0; length < whole.length; length++) {
      Path cut = Files.write(folder.resolve("cut.npy"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Npy.matrix(cut)).isInstanceOf(NpyException.class);
    }
  }
}
