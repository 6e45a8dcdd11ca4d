package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.facewright.project.Identity;
import org.facewright.project.Origin;
import org.facewright.project.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vec2face grow} killed at random moments: whole identities, and the same in the end. */
class GrowKillTest {
  private static final int IDENTITIES = 24;
  private static final int VARIANTS = 20;
  private static final int KILLS = 3;

  /** Bytes of pictures of some identities. */
  private static final long SOME = 1_500_000;

  @TempDir private Path temp;
  private Path generator;

  @Test
  void killsLoseNoWholeIdentityAndTheEndIsTheSame() throws Exception {
    generator = TinyFaces.generator(temp.resolve("generator"));
    TinyFaces.recogniser(temp.resolve("data"));
    Path broken = temp.resolve("broken");
    Project.create(broken, "test").close();
    SplittableRandom random = new SplittableRandom(4);
    int most = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process child = grow(broken);
      awaitProgress(child, most);
      Thread.sleep(random.nextInt(80));
      child.destroyForcibly().waitFor();
      int now = whole(broken);
      assertThat(now).as("what was booked stays").isGreaterThanOrEqualTo(most);
      most = now;
    }
    assertThat(most).as("kills came in the middle").isBetween(1, IDENTITIES - 1);
    assertThat(grow(broken).waitFor()).isZero();
    Path unbroken = temp.resolve("unbroken");
    Project.create(unbroken, "test").close();
    assertThat(grow(unbroken).waitFor()).isZero();
    assertThat(whole(broken)).isEqualTo(IDENTITIES);
    assertThat(hashes(broken)).hasSize(IDENTITIES * VARIANTS).isEqualTo(hashes(unbroken));
  }

  private Process grow(Path project) throws Exception {
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
            "vec2face",
            "grow",
            "--project",
            project.toString(),
            "--generator",
            generator.toString(),
            "--identities",
            Integer.toString(IDENTITIES),
            "--variants",
            Integer.toString(VARIANTS),
            "--centres",
            "normal",
            "--separation",
            "0.9",
            "--similarity",
            "-1",
            "--threads",
            "1"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put(Installation.DATA_VARIABLE, temp.resolve("data").toString());
    Files.deleteIfExists(temp.resolve("said"));
    return builder
        .redirectError(temp.resolve("errors").toFile())
        .redirectOutput(temp.resolve("said").toFile())
        .start();
  }

  /** Until the child has taken in some identities. */
  private void awaitProgress(Process child, int before) throws Exception {
    Path pack = temp.resolve("broken/images/pack-000000.fwi");
    long size = Files.exists(pack) ? Files.size(pack) : 0;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!Files.exists(pack) || Files.size(pack) <= size + SOME) {
      assertThat(child.isAlive() && System.nanoTime() < end)
          .as("%d identities, %s", before, Files.readString(temp.resolve("errors")))
          .isTrue();
      Thread.sleep(5);
    }
  }

  /** Identities in the project, each of which has all of its pictures. */
  private static int whole(Path folder) throws Exception {
    try (Project project = Project.open(folder, "test")) {
      List<Identity> people =
          project.identities().all().stream()
              .filter(each -> each.origin() == Origin.VEC2FACE)
              .toList();
      assertThat(people).allMatch(each -> each.images() == VARIANTS);
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
