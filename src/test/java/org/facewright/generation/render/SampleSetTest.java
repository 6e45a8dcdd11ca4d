package org.facewright.generation.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The sample set as it ships, and the plan it is made by. */
class SampleSetTest {
  private static final Path SAMPLE = Path.of("assets/sample");
  private static final long BUDGET = 8_000_000;

  private static List<String> truth() throws IOException {
    assumeTrue(Files.isDirectory(SAMPLE), "needs assets/sample");
    List<String> lines = Files.readAllLines(SAMPLE.resolve("truth.csv"));
    assertThat(lines.getFirst()).isEqualTo("identity,image,source_person,source_file,mislabeled");
    return lines.subList(1, lines.size());
  }

  @Test
  void staysWithinItsSize() throws IOException {
    assumeTrue(Files.isDirectory(SAMPLE), "needs assets/sample");
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      long bytes = files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
      assertThat(bytes).isLessThan(BUDGET);
    }
  }

  @Test
  void theTruthNamesEveryPictureOnce() throws IOException {
    Set<String> seen = new HashSet<>();
    Set<String> sources = new HashSet<>();
    for (String line : truth()) {
      String[] cells = line.split(",");
      Path file = SAMPLE.resolve("images").resolve(cells[0]).resolve(cells[1]);
      assertThat(file).isRegularFile();
      assertThat(seen.add(cells[0] + cells[1])).isTrue();
      assertThat(sources.add(cells[3])).as("no picture twice").isTrue();
      boolean wrong = !cells[2].equals("person_" + cells[0]);
      assertThat(cells[4]).isEqualTo(wrong ? "1" : "0");
    }
    assertThat(seen).hasSize(60 * 20);
    try (Stream<Path> files = Files.walk(SAMPLE.resolve("images"))) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(60 * 20);
    }
  }

  @Test
  void foldersHoldFromNoneToFortyPercentWrong() throws IOException {
    Map<String, Integer> wrong = new HashMap<>();
    for (String line : truth()) {
      String[] cells = line.split(",");
      wrong.merge(cells[0], Integer.parseInt(cells[4]), Integer::sum);
    }
    assertThat(wrong.values()).contains(0, 4, 8).allMatch(n -> n >= 0 && n <= 8);
  }

  @Test
  void picturesAre112Square() throws IOException {
    for (String line : truth().subList(0, 40)) {
      String[] cells = line.split(",");
      Path file = SAMPLE.resolve("images").resolve(cells[0]).resolve(cells[1]);
      var image = ImageIO.read(file.toFile());
      assertThat(image.getWidth()).isEqualTo(112);
      assertThat(image.getHeight()).isEqualTo(112);
    }
  }

  @Test
  void pairsAreAPickleOfPicturesAndBooleans() throws IOException {
    assumeTrue(Files.isDirectory(SAMPLE), "needs assets/sample");
    byte[] pickle = Files.readAllBytes(SAMPLE.resolve("pairs.bin"));
    int at = 4;
    int pictures = 0;
    while (pickle[at] == 'B') {
      int length = 0;
      for (int k = 0; k < 4; k++) {
        length |= (pickle[at + 1 + k] & 0xff) << (8 * k);
      }
      assertThat(pickle[at + 5]).as("a JPEG").isEqualTo((byte) 0xff);
      at += 5 + length;
      pictures++;
    }
    assertThat(pictures).isEqualTo(600);
    assertThat(pickle[at]).isEqualTo((byte) 'e');
    int same = 0;
    for (int i = 0; i < 300; i++) {
      byte flag = pickle[at + 3 + i];
      assertThat(flag).isIn((byte) 0x88, (byte) 0x89);
      same += flag == (byte) 0x88 ? 1 : 0;
    }
    assertThat(same).isEqualTo(150);
    assertThat(pickle[pickle.length - 1]).isEqualTo((byte) '.');
  }

  @Test
  void wrongPicturesShowAnotherFolderInAShotOfTheirOwn() throws FaceKitException {
    List<SampleSet.Planted> plan = new SampleSet(new FaceRenderer(Kits.real()), 1, 1).plan();
    Set<String> shots = new HashSet<>();
    for (SampleSet.Planted planted : plan) {
      assertThat(planted.person()).isBetween(0, 59);
      assertThat(shots.add(planted.person() + "/" + planted.shot())).isTrue();
    }
    assertThat(plan.stream().filter(SampleSet.Planted::wrong).count()).isBetween(180L, 260L);
  }
}
