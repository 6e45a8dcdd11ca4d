package org.facewright.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twenty thousand entries cost no more memory than two hundred. */
class BoundedMemoryTest {
  private static final int ENTRIES = 20_000;
  private static final long MOST_GROWTH = 8L << 20;

  @TempDir Path folder;

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void readAndMeasure(String format, Path source) throws DatasetException {
    try (DatasetReader reader = new DatasetFormats().open(format, source, ReadOptions.usual())) {
      int read = 0;
      long early = 0;
      long most = 0;
      for (SourceEntry entry = reader.next(); entry != null; entry = reader.next()) {
        assertThat(entry).isInstanceOf(FaceEntry.class);
        read++;
        if (read == 200) {
          early = used();
        } else if (read == ENTRIES / 2 || read == ENTRIES - 1) {
          most = Math.max(most, used());
        }
      }
      assertThat(read).isEqualTo(ENTRIES);
      assertThat(most - early).isLessThan(MOST_GROWTH);
    }
  }

  @Test
  void zip() throws IOException, DatasetException {
    Path file = folder.resolve("large.zip");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < ENTRIES; i++) {
        zip.putNextEntry(new ZipEntry("%05d/%d.jpg".formatted(i / 50, i % 50)));
        zip.write(Entries.picture(i, 200));
      }
    }
    readAndMeasure("archive", file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hsface-lmdb", "recordio"})
  void writtenAndRead(String format) throws DatasetException {
    Path target = folder.resolve("large");
    long early = 0;
    long late = 0;
    try (DatasetWriter writer = new ExportFormats().create(format, target, WriteOptions.usual())) {
      for (int i = 0; i < ENTRIES; i++) {
        String identity = "%06d".formatted(i / 50);
        writer.add(new FaceEntry(i, "", identity, i % 50 + ".jpg", Entries.picture(i, 3000), null));
        if (i == 200) {
          early = used();
        } else if (i == ENTRIES - 1) {
          late = used();
        }
      }
      writer.finish();
    }
    assertThat(late - early).isLessThan(MOST_GROWTH);
    readAndMeasure(format, target);
  }
}
