package org.facewright.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowFileTest {
  private static final float[] VALUES = {1, 2, 3, -4, .5f, 0, 7, 8, 9, .25f, -1, 2};

  @TempDir private Path temp;

  private static float[] rows(RowFile.Place place, long first, int count) throws Exception {
    try (RowFile file = RowFile.open(place)) {
      float[] rows = new float[1 + count * file.columns()];
      file.copy(first, count, rows, 1);
      return Arrays.copyOfRange(rows, 1, rows.length);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = NpyType.class,
      names = {"FLOAT32", "FLOAT64", "FLOAT16"})
  void readsRowsOfNpyFiles(NpyType type) throws Exception {
    Path file = temp.resolve("a.npy");
    try (NpyWriter writer = new NpyWriter(file, type, 3)) {
      writer.write(VALUES);
    }
    RowFile.Place place = RowFile.npy(file);
    assertThat(place.rows()).isEqualTo(4);
    assertThat(place.columns()).isEqualTo(3);
    assertThat(rows(place, 0, 4)).containsExactly(VALUES);
    assertThat(rows(place, 2, 1)).containsExactly(7, 8, 9);
  }

  @Test
  void readsTheOtherByteOrder() throws Exception {
    Path file = temp.resolve("big.npy");
    Npy.write(file, new FloatMatrix(4, 3, VALUES));
    byte[] bytes = Files.readAllBytes(file);
    int start = bytes.length - VALUES.length * 4;
    ByteBuffer.wrap(bytes, start, VALUES.length * 4)
        .slice()
        .order(ByteOrder.BIG_ENDIAN)
        .asFloatBuffer()
        .put(VALUES);
    bytes[indexOf(bytes, (char) 60)] = (byte) 62;
    Files.write(file, bytes);
    assertThat(rows(RowFile.npy(file), 1, 3)).containsExactly(-4, .5f, 0, 7, 8, 9, .25f, -1, 2);
  }

  private static int indexOf(byte[] bytes, char wanted) {
    int at = 0;
    while (bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  @Test
  void readsFlatFiles() throws Exception {
    Path file = temp.resolve("flat.f32");
    ByteBuffer bytes = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(VALUES);
    Files.write(file, bytes.array());
    assertThat(rows(RowFile.flat(file, 4), 1, 2)).containsExactly(.5f, 0, 7, 8, 9, .25f, -1, 2);
    assertThatThrownBy(() -> RowFile.flat(file, 5))
        .isInstanceOf(NpyException.class)
        .hasMessageContaining("flat.f32")
        .hasMessageContaining("no whole number of rows");
  }

  @Test
  void refusesWhatHoldsNoRowsOfNumbers() throws Exception {
    Path whole = temp.resolve("whole.npy");
    Npy.write(whole, new long[] {1, 2, 3});
    assertThatThrownBy(() -> RowFile.npy(whole)).isInstanceOf(NpyException.class);
    Path cut = temp.resolve("cut.npy");
    Npy.write(cut, new FloatMatrix(4, 3, VALUES));
    byte[] bytes = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length - 5));
    assertThatThrownBy(() -> RowFile.npy(cut))
        .isInstanceOf(NpyException.class)
        .hasMessageContaining("cut.npy");
  }

  @Test
  void aFileThatWasCutOffSinceIsNoticed() throws Exception {
    Path file = temp.resolve("cut.npy");
    Npy.write(file, new FloatMatrix(4, 3, VALUES));
    RowFile.Place place = RowFile.npy(file);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));
    assertThatThrownBy(() -> RowFile.open(place)).isInstanceOf(NpyException.class);
  }
}
