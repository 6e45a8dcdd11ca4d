package org.facewright.generation.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderRunTest {
  private static FaceRenderer renderer;

  @TempDir Path folder;

  @BeforeAll
  static void open() throws FaceKitException {
    renderer = new FaceRenderer(Kits.real());
  }

  private RenderRun.Summary run(String name, int threads) throws RenderException {
    RenderRun.Settings settings =
        new RenderRun.Settings(3, 2, 5, Framing.aligned(112), Occasion.EVERYDAY, threads);
    return new RenderRun(renderer, settings).write(folder.resolve(name), done -> {});
  }

  @Test
  void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() throws Exception {
    run("one", 1);
    run("two", 2);
    List<Path> files = files(folder.resolve("one"));
    assertThat(files).hasSize(3 * 2 + 2);
    for (Path file : files) {
      Path twin = folder.resolve("two").resolve(folder.resolve("one").relativize(file));
      assertThat(Files.readAllBytes(twin)).as(file.toString()).isEqualTo(Files.readAllBytes(file));
    }
  }

  @Test
  void labelsDescribeEveryPicture() throws Exception {
    RenderRun.Summary summary = run("labelled", 2);
    List<String> lines = Files.readAllLines(folder.resolve("labelled/labels.csv"));
    List<String> header = Arrays.asList(lines.getFirst().split(","));
    assertThat(header)
        .startsWith("identity", "file", "yaw", "pitch", "roll")
        .contains("hair.style", "glasses.kind", "lighting.keyAzimuth", "expression.smile")
        .doesNotHaveDuplicates();
    assertThat(lines).hasSize(1 + summary.pictures());
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      assertThat(cells).hasSameSizeAs(header);
      assertThat(folder.resolve("labelled").resolve(cells[1])).isRegularFile();
      int person = Integer.parseInt(cells[0]);
      int shot = Integer.parseInt(cells[1].substring(7, 10));
      Identity identity = new IdentitySampler(5).sample(person);
      float yaw = new ShotSampler(5).sample(identity, person, shot).shot().pose().yaw();
      assertThat(Float.parseFloat(cells[2]))
          .isEqualTo(yaw, org.assertj.core.api.Assertions.within(1e-3f));
    }
  }

  @Test
  void refusesAFolderThatHoldsSomething() throws IOException {
    Files.writeString(folder.resolve("precious.txt"), "mine");
    RenderRun.Settings settings =
        new RenderRun.Settings(1, 1, 1, Framing.aligned(112), Occasion.EVERYDAY, 1);
    assertThatThrownBy(() -> new RenderRun(renderer, settings).write(folder, done -> {}))
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("not empty");
    assertThat(folder.resolve("precious.txt")).hasContent("mine");
  }

  @Test
  void refusesAFolderThatCannotBeMade() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    RenderRun.Settings settings =
        new RenderRun.Settings(1, 1, 1, Framing.aligned(112), Occasion.EVERYDAY, 1);
    assertThatThrownBy(() -> new RenderRun(renderer, settings).write(file, done -> {}))
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("cannot be written");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
