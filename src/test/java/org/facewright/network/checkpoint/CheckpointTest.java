package org.facewright.network.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.facewright.network.Dims;
import org.facewright.network.weights.SafeTensors;
import org.facewright.network.weights.Tensor;
import org.facewright.network.weights.Weights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws Exception {
    file = folder.resolve("last.checkpoint");
    checkpoint(3).write(file);
  }

  private static Checkpoint checkpoint(float value) {
    Tensor tensor = new Tensor(Dims.of(2, 2), new float[] {1, -2, value, Float.MIN_VALUE});
    Tensor scalar = new Tensor(Dims.of(), new float[] {5});
    return new Checkpoint(
        new Weights(Map.of("network.w", tensor, "network.n", scalar)),
        new RunPosition(17, 2, 3, -4),
        Map.of("architecture", "iresnet50"));
  }

  @Test
  void everyNumberComesBack() throws Exception {
    Checkpoint read = Checkpoint.read(file);
    assertThat(read.position()).isEqualTo(new RunPosition(17, 2, 3, -4));
    assertThat(read.settings()).containsExactly(Map.entry("architecture", "iresnet50"));
    assertThat(read.state().get("network.w").values()).containsExactly(1, -2, 3, Float.MIN_VALUE);
    assertThat(read.state().get("network.n").dims()).isEqualTo(Dims.of());
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void oneChangedBitIsFound() throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 6] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> Checkpoint.read(file))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("last.checkpoint is damaged");
  }

  @Test
  void aChangedPositionIsFound() throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    Files.write(
        file,
        text.replace("\"step\":\"17\"", "\"step\":\"18\"")
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Checkpoint.read(file)).hasMessageContaining("damaged");
  }

  @Test
  void aCutOffFileIsSaid() throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> Checkpoint.read(file))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("cannot be read");
    Files.write(file, new byte[3]);
    assertThatThrownBy(() -> Checkpoint.read(file)).hasMessageContaining("cut off");
    Files.delete(file);
    assertThatThrownBy(() -> Checkpoint.read(file)).isInstanceOf(CheckpointException.class);
  }

  @Test
  void otherSafetensorsAreNoCheckpoints() throws Exception {
    SafeTensors.write(checkpoint(1).state(), Map.of(), file);
    assertThatThrownBy(() -> Checkpoint.read(file)).hasMessageContaining("no checkpoint of this");
  }

  @Test
  void aFailedWriteLeavesTheOldFile() throws Exception {
    Files.createDirectory(folder.resolve("last.checkpoint.part"));
    assertThatThrownBy(() -> checkpoint(9).write(file))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("last good one is untouched");
    assertThat(Checkpoint.read(file).state().get("network.w").values()[2]).isEqualTo(3);
  }
}
