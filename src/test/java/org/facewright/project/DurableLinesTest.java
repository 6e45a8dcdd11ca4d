package org.facewright.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableLinesTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("lines.jsonl");
  }

  private List<String> reopened() throws IOException {
    List<String> lines = new ArrayList<>();
    new DurableLines(file, (seq, json) -> lines.add(json)).close();
    return lines;
  }

  private void write(String... objects) throws IOException {
    try (DurableLines lines = new DurableLines(file, (seq, json) -> {})) {
      lines.append(List.of(objects));
    }
  }

  @Test
  void whatWasAppendedIsThereAfterReopening() throws Exception {
    write("{\"a\":1}", "{\"b\":\"ü\"}");
    write("{\"c\":3}");
    assertThat(reopened())
        .containsExactly("{\"seq\":1,\"a\":1}", "{\"seq\":2,\"b\":\"ü\"}", "{\"seq\":3,\"c\":3}");
  }

  @Test
  void aLineWithoutItsEndWasNeverAcknowledged() throws Exception {
    write("{\"a\":1}");
    Files.writeString(file, "{\"crc\":\"0000", StandardOpenOption.APPEND);
    assertThat(reopened()).hasSize(1);
    write("{\"b\":2}");
    assertThat(reopened()).containsExactly("{\"seq\":1,\"a\":1}", "{\"seq\":2,\"b\":2}");
  }

  @Test
  void everyFlippedByteIsNoticed() throws Exception {
    write("{\"a\":1}", "{\"b\":2}");
    byte[] sound = Files.readAllBytes(file);
    int firstLine = new String(sound, StandardCharsets.UTF_8).indexOf('\n');
    for (int i = 0; i < firstLine; i++) {
      byte[] broken = sound.clone();
      broken[i] ^= 1;
      Files.write(file, broken);
      assertThatThrownBy(this::reopened)
          .as("byte " + i)
          .isInstanceOf(DurableLines.DamagedException.class);
    }
  }

  @Test
  void aMissingLineIsNoticed() throws Exception {
    write("{\"a\":1}", "{\"b\":2}");
    String text = Files.readString(file);
    Files.writeString(file, text.substring(text.indexOf('\n') + 1));
    assertThatThrownBy(this::reopened).hasMessageContaining("line 1");
  }

  @Test
  void isOpenOnlyOnce() throws Exception {
    try (DurableLines lines = new DurableLines(file, (seq, json) -> {})) {
      assertThatThrownBy(this::reopened).hasMessageContaining("open");
      lines.append(List.of("{\"a\":1}"));
    }
    assertThat(reopened()).hasSize(1);
  }

  @Test
  void manyThreadsLoseNothing() throws Exception {
    try (DurableLines lines = new DurableLines(file, (seq, json) -> {})) {
      IntStream.range(0, 60)
          .parallel()
          .forEach(
              i -> {
                try {
                  lines.append(List.of("{\"i\":" + i + "}", "{\"j\":" + i + "}"));
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });
    }
    assertThat(reopened()).hasSize(120);
  }
}
