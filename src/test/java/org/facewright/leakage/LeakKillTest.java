package org.facewright.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import org.facewright.leakage.search.Way;
import org.facewright.project.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of a check costs the block in flight, and the result is the same. */
class LeakKillTest {
  private static final int PEOPLE = 6;

  @TempDir private Path temp;

  @Test
  void aKilledCheckGoesOnWithTheBlockInFlight() throws Exception {
    Path folder = temp.resolve("P");
    Path gallery = temp.resolve("real.npy");
    PlantedPeople.create(folder, 3, PEOPLE).close();
    long rows = 3L * OpenGallery.BLOCK + 5;
    PlantedPeople.writeGallery(gallery, 0, (int) rows);
    kill(folder, gallery, 3);
    try (Project project = Project.open(folder, "test")) {
      LeakReport resumed = check(project, gallery, false);
      // Two blocks were done when the third was begun.
      assertThat(resumed.work().pairs()).isEqualTo((rows - 2L * OpenGallery.BLOCK) * PEOPLE);
      assertThat(resumed.centres().pairs()).isEqualTo(rows * PEOPLE);
      LeakReport again = check(project, gallery, true);
      assertThat(again.work().pairs()).isEqualTo(rows * PEOPLE);
      assertThat(again.pairs()).isEqualTo(resumed.pairs());
      assertThat(again.centres()).usingRecursiveComparison().isEqualTo(resumed.centres());
    }
  }

  private static LeakReport check(Project project, Path gallery, boolean again) throws Exception {
    LeakOrder order =
        new LeakOrder(
            PlantedPeople.MODEL,
            List.of(),
            false,
            List.of(Galleries.of(gallery, 0, null)),
            Way.JAVA,
            again);
    return LeakCheck.here(project, "test").run(order, () -> false, line -> {});
  }

  private void kill(Path folder, Path gallery, int atBlock) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LeakKillChild.class.getName(),
                folder.toString(),
                gallery.toString())
            .redirectError(temp.resolve("child.err").toFile())
            .start();
    try (BufferedReader said = child.inputReader()) {
      int blocks = 0;
      while (blocks < atBlock && said.readLine() != null) {
        blocks++;
      }
      assertThat(blocks).isEqualTo(atBlock);
      child.destroyForcibly();
      assertThat(child.waitFor()).isNotZero();
    }
  }
}
