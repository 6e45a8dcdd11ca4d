package org.facewright.exchange.lmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.DatasetFormats;
import org.facewright.exchange.DatasetReader;
import org.facewright.exchange.DatasetWriter;
import org.facewright.exchange.Entries;
import org.facewright.exchange.ExportFormats;
import org.facewright.exchange.FaceEntry;
import org.facewright.exchange.ReadOptions;
import org.facewright.exchange.SourceEntry;
import org.facewright.exchange.UnreadableEntry;
import org.facewright.exchange.WriteOptions;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Npy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;

/** LMDB files of our own making, whole and broken in chosen places. */
class LmdbFileTest {
  private static final int FACES = 2500;
  private static final int PAGE = 4096;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writeFile() throws DatasetException {
    file = folder.resolve("set.lmdb");
    try (DatasetWriter writer =
        new ExportFormats().create("hsface-lmdb", file, WriteOptions.usual())) {
      for (int i = 0; i < FACES; i++) {
        byte[] image = Entries.picture(i, i % 50 == 0 ? 9000 : 60);
        writer.add(new FaceEntry(i, "", "%06d".formatted(i / 5), "x.jpg", image, null));
      }
      writer.finish();
    }
  }

  private List<SourceEntry> read(ReadOptions options) throws DatasetException {
    try (DatasetReader reader = new DatasetFormats().open("hsface-lmdb", file, options)) {
      List<SourceEntry> entries = Entries.all(reader);
      assertThat(reader.size()).isEqualTo(entries.size());
      return entries;
    }
  }

  private ByteBuffer bytes() throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private long root(ByteBuffer bytes) {
    return bytes.getLong(PAGE + LmdbLayout.META_MAIN_DB + LmdbLayout.DB_ROOT);
  }

  @Test
  void valuesAreWhatMsgpackReads() throws Exception {
    try (var mapped = org.facewright.exchange.MappedFile.open(file)) {
      LmdbTree tree = new LmdbTree(new LmdbPages(mapped.bytes()));
      byte[] value =
          tree.get("777".getBytes(StandardCharsets.US_ASCII))
              .toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
      MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(value);
      assertThat(unpacker.unpackArrayHeader()).isEqualTo(2);
      assertThat(unpacker.readPayload(unpacker.unpackBinaryHeader()))
          .isEqualTo(Entries.picture(777, 60));
      assertThat(unpacker.unpackInt()).isEqualTo(777 / 5);
      byte[] length =
          tree.get("__len__".getBytes(StandardCharsets.US_ASCII))
              .toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
      assertThat(MessagePack.newDefaultUnpacker(length).unpackInt()).isEqualTo(FACES);
      assertThat(tree.get("9999".getBytes(StandardCharsets.US_ASCII))).isNull();
    }
  }

  @Test
  void theWalkSeesEveryKeyOnceInOrder() throws Exception {
    try (var mapped = org.facewright.exchange.MappedFile.open(file)) {
      LmdbTree.Walk walk = new LmdbTree(new LmdbPages(mapped.bytes())).walk();
      List<String> keys = new ArrayList<>();
      for (byte[] key = walk.next(); key != null; key = walk.next()) {
        keys.add(new String(key, StandardCharsets.US_ASCII));
      }
      assertThat(keys).hasSize(FACES + 3).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void masksMayBeInAnyOrder() throws Exception {
    Path mask = folder.resolve("mask.npy");
    long[] positions = {2499, 0, 1024, 1023, 5, 5, 2048, 1};
    Npy.write(mask, positions);
    assertThat(read(ReadOptions.usual().withMask(mask)))
        .extracting(SourceEntry::place)
        .containsExactlyElementsOf(
            LongStream.of(positions).mapToObj(position -> "key " + position).toList());
    try (DatasetReader reader =
        new DatasetFormats().open("hsface-lmdb", file, ReadOptions.usual().withMask(mask))) {
      reader.next();
      reader.skip(4);
      assertThat(reader.next().place()).isEqualTo("key 5");
      assertThat(reader.next().place()).isEqualTo("key 2048");
    }
  }

  @Test
  void aMaskOfAnotherDatasetIsRefused() throws Exception {
    Path mask = folder.resolve("mask.npy");
    Npy.write(mask, new long[] {1, 2500});
    assertThatThrownBy(() -> read(ReadOptions.usual().withMask(mask)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("position 2500 where the dataset has 2500");
    Npy.write(mask, new FloatMatrix(1, 3, new float[3]));
    assertThatThrownBy(() -> read(ReadOptions.usual().withMask(mask)))
        .hasMessageContaining("whole numbers");
  }

  @Test
  void aDamagedValueCostsOnlyItself() throws Exception {
    ByteBuffer bytes = bytes();
    bytes.put(2 * PAGE + 16, (byte) 0x80); // the first value is no array any more
    bytes.putLong(5 * PAGE, 99); // page 5 (the value of key 1 or later) calls itself another
    Files.write(file, bytes.array());
    List<SourceEntry> entries = read(ReadOptions.usual());
    assertThat(entries).hasSize(FACES);
    assertThat(entries).filteredOn(UnreadableEntry.class::isInstance).hasSize(2);
    assertThat(entries.getFirst())
        .isEqualTo(
            new UnreadableEntry(
                0, "key 0", 2 * PAGE + 16, "its value holds 0x80 instead of an array"));
  }

  @Test
  void aTreeThatLeadsBackIntoItselfEnds() throws Exception {
    ByteBuffer bytes = bytes();
    int root = (int) root(bytes) * PAGE;
    int node = root + bytes.getShort(root + LmdbLayout.HEADER + 2);
    bytes.putShort(node, (short) root(bytes)); // the second child is the root itself
    bytes.putShort(node + 2, (short) (root(bytes) >> 16));
    Files.write(file, bytes.array());
    List<SourceEntry> entries = read(ReadOptions.usual());
    assertThat(entries).hasSize(FACES);
    assertThat(entries).filteredOn(UnreadableEntry.class::isInstance).isNotEmpty();
    try (var mapped = org.facewright.exchange.MappedFile.open(file)) {
      LmdbTree.Walk walk = new LmdbTree(new LmdbPages(mapped.bytes())).walk();
      assertThatThrownBy(
              () -> {
                while (walk.next() != null) {
                  // until it notices
                }
              })
          .isInstanceOf(LmdbDamage.class);
    }
  }

  @Test
  void withoutItsListOfKeysTheTreeGivesThem() throws Exception {
    ByteBuffer bytes = bytes();
    String text = new String(bytes.array(), StandardCharsets.ISO_8859_1);
    for (int at = text.indexOf("__keys__"); at >= 0; at = text.indexOf("__keys__", at + 1)) {
      bytes.put(at + 2, (byte) 'j'); // "__jeys__": still in order
    }
    Files.write(file, bytes.array());
    try (DatasetReader reader =
        new DatasetFormats().open("hsface-lmdb", file, ReadOptions.usual())) {
      List<FaceEntry> faces = Entries.faces(reader);
      assertThat(faces).hasSize(FACES);
      assertThat(faces).extracting(FaceEntry::place).startsWith("key 0", "key 1", "key 10");
    }
  }

  @Test
  void theNewerOfTwoSnapshotsCounts() throws Exception {
    ByteBuffer bytes = bytes();
    bytes.putLong(LmdbLayout.META_TRANSACTION, 9); // the empty one
    Files.write(file, bytes.array());
    assertThat(read(ReadOptions.usual())).isEmpty();
    bytes.putInt(LmdbLayout.META_MAGIC, 0);
    Files.write(file, bytes.array());
    assertThat(read(ReadOptions.usual())).hasSize(FACES);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 100, 4096, 8192, 100_000})
  void aFileThatIsCutOffIsRefused(long length) throws Exception {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, (int) length));
    assertThatThrownBy(() -> read(ReadOptions.usual()))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("set.lmdb");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there nobody may shorten a mapped file")
  void aFileThatShrinksWhileItIsReadIsAnErrorOfTheSource() throws Exception {
    try (DatasetReader reader =
        new DatasetFormats().open("hsface-lmdb", file, ReadOptions.usual())) {
      assertThat(reader.next()).isInstanceOf(FaceEntry.class);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(4 * PAGE);
      }
      assertThatThrownBy(() -> Entries.all(reader))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("became shorter");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 9, 10, 11, 99, 100, 101, 1234})
  void numbersComeInTheOrderOfTheirDigits(long bound) {
    DecimalOrder order = new DecimalOrder(bound);
    List<String> numbers = new ArrayList<>();
    for (long number = order.next(); number >= 0; number = order.next()) {
      numbers.add(Long.toString(number));
    }
    assertThat(numbers)
        .containsExactlyElementsOf(
            LongStream.range(0, bound).mapToObj(Long::toString).sorted().toList());
  }
}
