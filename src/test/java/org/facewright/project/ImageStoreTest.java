package org.facewright.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.facewright.project.ImageStore.DamagedException;
import org.facewright.project.ImageStore.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageStoreTest {
  private static final byte[] ONE = {1, 2, 3, 4, 5};
  private static final byte[] TWO = {6, 7};

  @TempDir private Path temp;

  @Test
  void picturesComeBackAlsoAfterAKillInTheMiddleOfAWrite() throws Exception {
    Location one;
    try (ImageStore store = new ImageStore(temp)) {
      one = store.append(ContentHash.of(ONE), ONE);
    }
    Files.write(temp.resolve("pack-000000.fwi"), new byte[] {9, 9, 9}, StandardOpenOption.APPEND);
    try (ImageStore store = new ImageStore(temp)) {
      Location two = store.append(ContentHash.of(TWO), TWO);
      store.sync();
      assertThat(two.offset() % 8).isZero();
      assertThat(store.read(ContentHash.of(ONE), one)).isEqualTo(ONE);
      assertThat(store.read(ContentHash.of(TWO), two)).isEqualTo(TWO);
    }
  }

  @Test
  void aChangedByteIsFound() throws Exception {
    try (ImageStore store = new ImageStore(temp)) {
      Location one = store.append(ContentHash.of(ONE), ONE);
      store.sync();
      try (RandomAccessFile raw =
          new RandomAccessFile(temp.resolve("pack-000000.fwi").toFile(), "rw")) {
        raw.seek(one.offset() + 40);
        raw.write(77);
      }
      assertThatThrownBy(() -> store.read(ContentHash.of(ONE), one))
          .isInstanceOf(DamagedException.class)
          .hasMessageContaining("pack-000000.fwi")
          .hasMessageContaining("changed");
    }
  }

  @Test
  void aPlaceThatDoesNotExistIsAnError() throws Exception {
    try (ImageStore store = new ImageStore(temp)) {
      store.append(ContentHash.of(ONE), ONE);
      store.sync();
      assertThatThrownBy(() -> store.read(ContentHash.of(ONE), new Location(0, 4096, 5)))
          .isInstanceOf(DamagedException.class);
      assertThatThrownBy(() -> store.read(ContentHash.of(ONE), Location.NONE))
          .isInstanceOf(DamagedException.class)
          .hasMessageContaining("only an embedding");
    }
  }
}
