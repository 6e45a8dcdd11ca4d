package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facewright.generation.diffusion.FacedModel;
import org.facewright.generation.diffusion.LightModel;
import org.facewright.generation.render.FaceKit;
import org.facewright.generation.render.FaceRenderer;
import org.facewright.generation.render.IdentitySampler;
import org.facewright.generation.render.Shot;
import org.facewright.image.ImageDecoder;
import org.facewright.image.RgbImage;
import org.facewright.inference.TestModels;
import org.facewright.project.FaceImage;
import org.facewright.project.Generation;
import org.facewright.project.Identity;
import org.facewright.project.Origin;
import org.facewright.project.Project;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code imagine} killed at random moments: exactly the people asked for, nobody twice. */
class ImagineKillTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PEOPLE = 16;
  private static final int KILLS = 3;
  private static final int SIDE = 320;

  @TempDir private Path temp;
  private Path model;

  /** Into a folder: pictures that nobody looks at. */
  @Test
  void aFolderIsWholeAfterKills() throws Exception {
    model = LightModel.write(temp);
    Path broken = temp.resolve("broken");
    List<String> line = List.of("--unseen", "--size", "256", "--steps", "25", "--output");
    int most = 0;
    SplittableRandom random = new SplittableRandom(8);
    // Fewer than below: this one belongs to every build.
    for (int kill = 0; kill < KILLS - 1; kill++) {
      Process child = imagine(line, broken);
      int before = most;
      await(child, () -> pictures(broken).size() > before);
      Thread.sleep(random.nextInt(60));
      child.destroyForcibly().waitFor();
      int now = pictures(broken).size();
      assertThat(now).as("what was drawn stays").isGreaterThan(most);
      most = now;
    }
    assertThat(most).as("kills came in the middle").isBetween(1, PEOPLE - 1);
    assertThat(imagine(line, broken).waitFor()).as(errors()).isZero();
    Path unbroken = temp.resolve("unbroken");
    assertThat(imagine(line, unbroken).waitFor()).as(errors()).isZero();
    assertThat(pictures(broken)).hasSize(PEOPLE).isEqualTo(pictures(unbroken));
    assertThat(seeds(broken)).hasSize(PEOPLE).isEqualTo(seeds(unbroken));
  }

  /** Into a project: drawn, found, aligned, embedded, judged and taken in. */
  @Test
  @Tag("slow")
  void aProjectIsWholeAfterKills() throws Exception {
    TestModels.faceplugin();
    Path data = Files.createDirectories(temp.resolve("data"));
    Files.createSymbolicLink(
        data.resolve("models"), Path.of("target/test-models").toAbsolutePath());
    model = FacedModel.write(temp, face());
    Path broken = temp.resolve("broken");
    Project.create(broken, "test").close();
    // All pictures show the same face: only the copy of a picture is to be refused.
    List<String> line =
        List.of(
            "--size",
            Integer.toString(SIDE),
            "--steps",
            "3",
            "--separation",
            "1",
            "--quality",
            "0",
            "0",
            "0",
            "1",
            "--project");
    int most = 0;
    SplittableRandom random = new SplittableRandom(9);
    Path pack = broken.resolve("images/pack-000000.fwi");
    for (int kill = 0; kill < KILLS; kill++) {
      Process child = imagine(line, broken);
      long before = Files.exists(pack) ? Files.size(pack) : 0;
      await(child, () -> Files.exists(pack) && Files.size(pack) > before + 50_000);
      Thread.sleep(random.nextInt(250));
      child.destroyForcibly().waitFor();
      int now = whole(broken);
      assertThat(now).as("what was booked stays").isGreaterThanOrEqualTo(most);
      most = now;
    }
    assertThat(most).as("kills came in the middle").isBetween(1, PEOPLE - 1);
    assertThat(imagine(line, broken).waitFor()).as(errors()).isZero();
    assertThat(whole(broken)).isEqualTo(PEOPLE);
    Path unbroken = temp.resolve("unbroken");
    Project.create(unbroken, "test").close();
    assertThat(imagine(line, unbroken).waitFor()).as(errors()).isZero();
    assertThat(hashes(broken)).hasSize(PEOPLE).isEqualTo(hashes(unbroken));
  }

  private static RgbImage face() throws Exception {
    FaceRenderer renderer = new FaceRenderer(FaceKit.open(RenderedFaces.KIT));
    return renderer.preview(new IdentitySampler(5).sample(1), Shot.plain(), SIDE);
  }

  private Process imagine(List<String> more, Path target) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "imagine",
            "--model",
            model.toString(),
            "--count",
            Integer.toString(PEOPLE),
            "--seed",
            "3",
            "--threads",
            "1"));
    command.addAll(more);
    command.add(target.toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put(Installation.DATA_VARIABLE, temp.resolve("data").toString());
    return builder
        .redirectError(temp.resolve("errors").toFile())
        .redirectOutput(temp.resolve("said").toFile())
        .start();
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private void await(Process child, Condition condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!condition.holds()) {
      assertThat(child.isAlive() && System.nanoTime() < end).as(errors()).isTrue();
      Thread.sleep(5);
    }
  }

  private String errors() throws Exception {
    return Files.readString(temp.resolve("errors"));
  }

  /** Names and contents of the pictures that are there. */
  private static TreeMap<String, Integer> pictures(Path folder) throws Exception {
    TreeMap<String, Integer> found = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".png")).toList()) {
          RgbImage picture = new ImageDecoder().decode(file);
          found.put(String.valueOf(file.getFileName()), Arrays.hashCode(picture.rgb()));
        }
      }
    }
    return found;
  }

  /** What every picture says of its seed. */
  private static TreeSet<String> seeds(Path folder) throws Exception {
    TreeSet<String> seeds = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().matches(".*/\\d{6}\\.json")).toList()) {
        seeds.add(JSON.readTree(Files.readString(file)).get("seed").asString());
      }
    }
    return seeds;
  }

  /** People of the project: each with one picture, its vector and its history, each item once. */
  private static int whole(Path folder) throws Exception {
    try (Project project = Project.open(folder, "test")) {
      List<Identity> people =
          project.identities().all().stream().filter(each -> each.origin() == Origin.SDXL).toList();
      assertThat(people).allMatch(each -> each.images() == 1 && each.kept() == 1);
      List<Generation> drawn = project.generations().newest(1000);
      assertThat(drawn.stream().map(each -> each.made().item()).collect(Collectors.toList()))
          .doesNotHaveDuplicates()
          .hasSize(people.size());
      var vectors = project.embeddings("faceplugin");
      for (Identity person : people) {
        FaceImage image = project.images().of(person.id()).getFirst();
        assertThat(vectors.orElseThrow().contains(image.hash())).isTrue();
        assertThat(project.picture(image)).isNotEmpty();
        assertThat(project.faces().crop(image.id())).isPresent();
      }
      return people.size();
    }
  }

  private static TreeSet<String> hashes(Path folder) throws Exception {
    TreeSet<String> hashes = new TreeSet<>();
    try (Project project = Project.open(folder, "test")) {
      project.images().forEach(image -> hashes.add(image.hash().toString()));
    }
    return hashes;
  }
}
