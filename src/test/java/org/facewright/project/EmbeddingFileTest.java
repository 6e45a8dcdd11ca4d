package org.facewright.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import org.facewright.project.EmbeddingFile.Type;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddingFileTest {
  private static final int DIM = 5;

  @TempDir private Path temp;
  private Path file;

  @BeforeEach
  void name() {
    file = temp.resolve("model.fwe");
  }

  private static ContentHash hash(int number) {
    return ContentHash.of(("image " + number).getBytes(StandardCharsets.UTF_8));
  }

  private static ContentHash.Key[] keys(int from, int count) {
    ContentHash.Key[] keys = new ContentHash.Key[count];
    for (int i = 0; i < count; i++) {
      keys[i] = hash(from + i).key();
    }
    return keys;
  }

  private static float[] block(int from, int count) {
    float[] block = new float[count * DIM];
    for (int i = 0; i < block.length; i++) {
      block[i] = (from * DIM + i) / 64f;
    }
    return block;
  }

  @ParameterizedTest
  @EnumSource
  void rowsComeBackAsTheyWereAppended(Type type) throws Exception {
    try (EmbeddingFile rows = EmbeddingFile.create(file, "a model", DIM, type)) {
      rows.append(keys(0, 3), block(0, 3));
      rows.append(keys(3, 2), block(3, 2));
      float[] row = new float[DIM + 1];
      rows.copyRow(4, row, 1);
      assertThat(row).containsExactly(0, 20 / 64f, 21 / 64f, 22 / 64f, 23 / 64f, 24 / 64f);
    }
    try (EmbeddingFile rows = EmbeddingFile.open(file)) {
      assertThat(rows.model()).isEqualTo("a model");
      assertThat(rows.dim()).isEqualTo(DIM);
      assertThat(rows.type()).isEqualTo(type);
      assertThat(rows.keys(0)).containsExactly(keys(0, 5));
      float[] row = new float[DIM];
      rows.copyRow(0, row, 0);
      assertThat(row).containsExactly(block(0, 1));
    }
  }

  @Test
  void whatWasNotCommittedIsOverwritten() throws Exception {
    try (EmbeddingFile rows = EmbeddingFile.create(file, "m", DIM, Type.FLOAT32)) {
      rows.append(keys(0, 2), block(0, 2));
    }
    Files.write(file, new byte[37], StandardOpenOption.APPEND);
    Files.write(temp.resolve("model.keys"), new byte[11], StandardOpenOption.APPEND);
    try (EmbeddingFile rows = EmbeddingFile.open(file)) {
      assertThat(rows.rows()).isEqualTo(2);
      rows.append(keys(2, 1), block(2, 1));
      float[] row = new float[DIM];
      rows.copyRow(2, row, 0);
      assertThat(row).containsExactly(block(2, 1));
      assertThat(rows.keys(0)).containsExactly(keys(0, 3));
    }
  }

  @Test
  void aTornCountLeavesTheOneBefore() throws Exception {
    try (EmbeddingFile rows = EmbeddingFile.create(file, "m", DIM, Type.FLOAT32)) {
      rows.append(keys(0, 2), block(0, 2));
      rows.append(keys(2, 2), block(2, 2));
    }
    // The third generation (created, two appends) lies in the second slot.
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      raw.seek(1024 + 32);
      raw.write(99);
    }
    try (EmbeddingFile rows = EmbeddingFile.open(file)) {
      assertThat(rows.rows()).isEqualTo(2);
    }
  }

  @Test
  void brokenFilesAreNamedNeverEmpty() throws Exception {
    EmbeddingFile.create(file, "m", DIM, Type.FLOAT32).close();
    try (EmbeddingFile rows = EmbeddingFile.open(file)) {
      rows.append(keys(0, 4), block(0, 4));
    }
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      raw.setLength(4096 + 3 * DIM * 4);
    }
    assertThatThrownBy(() -> EmbeddingFile.open(file))
        .isInstanceOf(EmbeddingFile.DamagedException.class)
        .hasMessageContaining("model.fwe")
        .hasMessageContaining("4 rows");
    Files.writeString(file, "no embeddings here".repeat(500));
    assertThatThrownBy(() -> EmbeddingFile.open(file))
        .isInstanceOf(EmbeddingFile.DamagedException.class);
    Files.write(file, new byte[10]);
    assertThatThrownBy(() -> EmbeddingFile.open(file))
        .isInstanceOf(EmbeddingFile.DamagedException.class);
  }

  @Test
  void aSetFindsRowsByImageAndAddsNoneTwice() throws Exception {
    EmbeddingFile.create(file, "m", DIM, Type.FLOAT32).close();
    try (EmbeddingSet set = new EmbeddingSet(EmbeddingFile.open(file))) {
      set.add(new ContentHash[] {hash(0), hash(1), hash(0)}, block(0, 3));
      set.add(new ContentHash[] {hash(1), hash(2)}, block(8, 2));
      assertThat(set.size()).isEqualTo(3);
      assertThat(set.row(hash(9))).isEqualTo(-1);
      float[] row = new float[DIM];
      set.copy(set.row(hash(1)), row, 0);
      assertThat(row).containsExactly(block(1, 1));
      set.copy(set.row(hash(2)), row, 0);
      assertThat(row).containsExactly(block(9, 1));
    }
  }

  @Test
  void float16KeepsUnitVectorsToThreeDigits() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    float[] row = new float[DIM];
    for (int i = 0; i < DIM; i++) {
      row[i] = (float) random.nextDouble(-1, 1);
    }
    try (EmbeddingFile rows = EmbeddingFile.create(file, "m", DIM, Type.FLOAT16)) {
      rows.append(keys(0, 1), row);
      float[] back = new float[DIM];
      rows.copyRow(0, back, 0);
      for (int i = 0; i < DIM; i++) {
        assertThat(back[i]).isCloseTo(row[i], org.assertj.core.data.Offset.offset(5e-4f));
      }
    }
  }
}
