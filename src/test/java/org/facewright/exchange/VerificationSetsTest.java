package org.facewright.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.facewright.exchange.verification.VerificationSet;
import org.facewright.exchange.verification.VerificationSets;
import org.facewright.vector.NpyType;
import org.facewright.vector.NpyWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** LFW's pairs, prepared pixels, packed pickles. */
class VerificationSetsTest {
  private final VerificationSets sets = new VerificationSets();

  @TempDir Path folder;

  private VerificationSet lfw(String pairs) throws DatasetException, IOException {
    Path file = Files.writeString(folder.resolve("pairs.txt"), pairs);
    return sets.openLfw(file, folder, ReadOptions.usual());
  }

  @ParameterizedTest
  @ValueSource(strings = {"10\t300\n", "1100\n"})
  void lfwPairsOfBothViews(String first) throws Exception {
    Path person = Files.createDirectory(folder.resolve("Ann_Lee"));
    Files.write(person.resolve("Ann_Lee_0001.jpg"), Entries.picture(1, 30));
    Files.write(person.resolve("Ann_Lee_0012.png"), Entries.picture(2, 30));
    try (VerificationSet set = lfw(first + "Ann_Lee\t1\t12\nAnn_Lee\t1\tBo\t2\n")) {
      assertThat(set.pairs()).isEqualTo(2);
      assertThat(set.same(0)).isTrue();
      assertThat(set.same(1)).isFalse();
      assertThat(set.image(1)).isEqualTo(Entries.picture(2, 30));
      assertThat(set.place(3)).isEqualTo("Bo/Bo_0002");
      assertThatThrownBy(() -> set.image(3)).isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10\t300\nAnn\t1\n",
        "10\t300\nAnn\tx\t2\n",
        "10\t300\n../../etc\t1\t2\n",
        "10\t300\na/b\t1\t2\n",
        "",
        "10\t300\n",
        "10\t300\nAnn\t1\t99999999999\n"
      })
  void otherTextsAreRefused(String text) {
    assertThatThrownBy(() -> lfw(text))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("pairs.txt");
  }

  private Path prepared(String flags) throws IOException {
    Path set = Files.createDirectories(folder.resolve("prepared"));
    try (NpyWriter writer = new NpyWriter(set.resolve("prepared.npy"), NpyType.UINT8, 3, 2, 5)) {
      long[] planes = new long[2 * 3 * 2 * 5];
      for (int i = 0; i < planes.length; i++) {
        planes[i] = 4 * i;
      }
      writer.write(planes);
    }
    Files.writeString(set.resolve("issame.txt"), flags);
    return set;
  }

  @Test
  void preparedPixelsBecomePictures() throws Exception {
    try (VerificationSet set = sets.open(prepared("1\n"), ReadOptions.usual())) {
      assertThat(set.pairs()).isEqualTo(1);
      assertThat(set.name()).isEqualTo("prepared");
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(set.image(1)));
      assertThat(image.getWidth()).isEqualTo(5);
      assertThat(image.getHeight()).isEqualTo(2);
      assertThat(image.getRGB(3, 1) & 0xffffff).isEqualTo((4 * 38 << 16) | (4 * 48 << 8) | 4 * 58);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1\n0\n", "yes\n"})
  void flagsThatDoNotFitAreRefused(String flags) throws Exception {
    Path set = prepared(flags);
    assertThatThrownBy(() -> sets.open(set, ReadOptions.usual()))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("issame.txt");
  }

  @Test
  void aPackedBombIsRefusedAndLeavesNoTemporaryFile() throws Exception {
    Path bomb = folder.resolve("bomb.xz");
    try (XZOutputStream out =
        new XZOutputStream(Files.newOutputStream(bomb), new LZMA2Options(1))) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 100; i++) {
        out.write(zeros);
      }
    }
    long before = temporaries();
    assertThatThrownBy(() -> sets.open(bomb, ReadOptions.usual()))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("it unpacks to more than");
    assertThat(temporaries()).isEqualTo(before);
  }

  private static long temporaries() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().startsWith("facewright-")).count();
    }
  }
}
