package org.facewright.exchange.recordio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.DatasetFormats;
import org.facewright.exchange.DatasetReader;
import org.facewright.exchange.Entries;
import org.facewright.exchange.FaceEntry;
import org.facewright.exchange.ReadOptions;
import org.facewright.exchange.SourceEntry;
import org.facewright.exchange.UnreadableEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RecordIO with and without header and index, and damaged in chosen places. */
class RecordFileTest {
  private static final int FACES = 12;

  @TempDir Path folder;
  private final List<Long> offsets = new ArrayList<>();

  private static byte[] payload(int flag, float label, float[] labels, byte[] image) {
    ByteBuffer out =
        ByteBuffer.allocate(24 + 4 * labels.length + image.length).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(flag).putFloat(label).putLong(0).putLong(0);
    for (float each : labels) {
      out.putFloat(each);
    }
    return out.put(image).array();
  }

  /** A shuffled set: no header, labels as a pair (class, aligned). */
  @BeforeEach
  void writeHeaderless() throws IOException {
    StringBuilder index = new StringBuilder();
    try (RecordOutput out = new RecordOutput(folder.resolve("train.rec"))) {
      for (int i = 0; i < FACES; i++) {
        offsets.add(out.position());
        index.append(i + 1).append('\t').append(out.position()).append('\n');
        out.append(payload(2, 0, new float[] {i / 3, 1}, Entries.picture(i, 100 + i)));
      }
      out.finish(payload(2, 0, new float[] {0, 1}, Entries.picture(0, 100)));
    }
    Files.writeString(folder.resolve("train.idx"), index);
  }

  private List<SourceEntry> read() throws DatasetException {
    try (DatasetReader reader =
        new DatasetFormats().open("recordio", folder, ReadOptions.usual())) {
      return Entries.all(reader);
    }
  }

  private void damage(int record, int at, int value) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("train.rec"));
    bytes[(int) (offsets.get(record) + at)] = (byte) value;
    Files.write(folder.resolve("train.rec"), bytes);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void withoutAHeaderEveryRecordIsAFace(boolean indexed) throws Exception {
    if (!indexed) {
      Files.delete(folder.resolve("train.idx"));
    }
    List<SourceEntry> entries = read();
    assertThat(entries).hasSize(FACES);
    assertThat(((FaceEntry) entries.get(11)).identity()).isEqualTo("000003");
    assertThat(((FaceEntry) entries.get(11)).image()).isEqualTo(Entries.picture(11, 111));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1\t0\n2\tx\n", "1\t0\n2\t99999999\n", "1\t0\n2\t3\n", "1 2 3\n", "garbage"})
  void aBrokenIndexIsNotFollowed(String index) throws Exception {
    Files.writeString(folder.resolve("train.idx"), index);
    assertThat(read()).hasSize(FACES).allMatch(FaceEntry.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aDamagedRecordCostsOnlyItself(boolean indexed) throws Exception {
    if (!indexed) {
      Files.delete(folder.resolve("train.idx"));
    }
    damage(4, 0, 0); // no magic
    List<SourceEntry> entries = read();
    assertThat(entries).hasSize(FACES);
    assertThat(entries.get(4))
        .isInstanceOfSatisfying(
            UnreadableEntry.class, bad -> assertThat(bad.offset()).isEqualTo(offsets.get(4)));
    assertThat(entries).filteredOn(FaceEntry.class::isInstance).hasSize(FACES - 1);
  }

  @Test
  void aLengthThatLeadsAstrayIsOvercomeByScanning() throws Exception {
    Files.delete(folder.resolve("train.idx"));
    damage(4, 5, 0x10); // the record claims to be longer
    List<SourceEntry> entries = read();
    assertThat(entries)
        .hasSizeGreaterThan(4)
        .filteredOn(FaceEntry.class::isInstance)
        .extracting(entry -> ((FaceEntry) entry).identity())
        .contains("000003");
  }

  @Test
  void aLabelThatIsNoClassIsListed() throws Exception {
    damage(2, 8 + 24 + 3, 0xff); // the label becomes NaN or hugely negative
    List<SourceEntry> entries = read();
    assertThat(entries.get(2))
        .isInstanceOfSatisfying(
            UnreadableEntry.class, bad -> assertThat(bad.reason()).contains("no class label"));
  }

  @Test
  void aFileThatIsCutOffEndsWithAnUnreadableEntry() throws Exception {
    byte[] bytes = Files.readAllBytes(folder.resolve("train.rec"));
    Files.write(folder.resolve("train.rec"), java.util.Arrays.copyOf(bytes, bytes.length - 30));
    Files.delete(folder.resolve("train.idx"));
    List<SourceEntry> entries = read();
    assertThat(entries).hasSize(FACES);
    assertThat(entries.getLast()).isInstanceOf(UnreadableEntry.class);
  }

  @Test
  void otherFilesAreRefused() throws Exception {
    Files.writeString(folder.resolve("train.rec"), "this is some text, not records");
    assertThatThrownBy(this::read)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("no RecordIO file");
    byte[] old = {0x0a, 0x23, (byte) 0xd7, 0x3e, 0, 0, 0, 0};
    Files.write(folder.resolve("train.rec"), old);
    assertThatThrownBy(this::read).hasMessageContaining("2015");
    Files.delete(folder.resolve("train.rec"));
    assertThatThrownBy(this::read).hasMessageContaining("0 .rec files");
  }
}
