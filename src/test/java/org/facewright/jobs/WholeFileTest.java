package org.facewright.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir private Path folder;

  @Test
  void aFileIsWrittenWithItsFoldersAndReplaced() throws Exception {
    Path file = folder.resolve("a/b/c.txt");
    WholeFile.write(file, "first");
    WholeFile.write(file, "second");
    assertThat(file).hasContent("second");
    assertThat(file.getParent().toFile().list()).containsExactly("c.txt");
  }

  @Test
  void aFailureLeavesWhatWasThereAndNothingElse() throws Exception {
    Path file = folder.resolve("c.txt");
    WholeFile.write(file, "first");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    fresh -> {
                      Files.writeString(fresh, "half");
                      throw new IOException("disk full");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
    assertThat(file).hasContent("first");
    assertThat(folder.toFile().list()).containsExactly("c.txt");
  }

  @Test
  void whatAKillLeftBesideIsReplaced() throws Exception {
    Files.writeString(folder.resolve("c.txt" + WholeFile.SUFFIX), "half of something longer");
    WholeFile.write(folder.resolve("c.txt"), "whole");
    assertThat(folder.resolve("c.txt")).hasContent("whole");
    assertThat(folder.toFile().list()).containsExactly("c.txt");
  }

  @Test
  void whoReadsMeanwhileSeesWholeFiles() throws Exception {
    Path file = folder.resolve("c.bin");
    WholeFile.write(file, new byte[1 << 16]);
    AtomicBoolean done = new AtomicBoolean();
    CountDownLatch reading = new CountDownLatch(1);
    Thread writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    reading.await();
                    for (int i = 0; i < 200; i++) {
                      WholeFile.write(file, new byte[1 << 16]);
                    }
                  } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                  } finally {
                    done.set(true);
                  }
                });
    reading.countDown();
    while (!done.get()) {
      assertThat(Files.readAllBytes(file)).hasSize(1 << 16);
    }
    writer.join();
  }
}
