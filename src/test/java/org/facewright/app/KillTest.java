package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.facewright.exchange.ImportJob;
import org.facewright.gallery.EmbedJob;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.models.OpenModel;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.project.Decision;
import org.facewright.project.DecisionKind;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.Project;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 at random moments of import, embedding and decisions: nothing acknowledged is lost. */
class KillTest {
  private static final int IDENTITIES = 40;
  private static final int IMAGES = 25;

  @TempDir private Path temp;

  /** Decisions that the child was told hold, by number; undone ones are taken out. */
  private final Map<Long, String> acknowledged = new HashMap<>();

  private long undone;
  private String modelHash = "";

  @Test
  void twentyFiveKillsLoseNothing() throws Exception {
    kill(25);
  }

  @Test
  @Tag("torture")
  void fiveHundredKillsLoseNothing() throws Exception {
    kill(500);
  }

  private void kill(int rounds) throws Exception {
    Path folder = temp.resolve("P");
    Path pictures = temp.resolve("pictures");
    Path data = temp.resolve("data");
    PictureFolders.write(pictures, IDENTITIES, IMAGES);
    TinyEmbedder.install(data);
    modelHash = hashOf(data);
    Project.create(folder, "test").close();
    SplittableRandom random = new SplittableRandom(rounds);
    for (int round = 0; round < rounds; round++) {
      runAndKill(folder, pictures, data, random);
      if (round % 10 == 4) {
        check(folder);
      }
    }
    assertThat(acknowledged).as("the child got to decide").hasSizeGreaterThan(rounds);
    assertThat(undone).isPositive();
    finish(folder, pictures, data);
  }

  /** Kills the child at a random moment after its start, or after something random it has said. */
  private void runAndKill(Path folder, Path pictures, Path data, SplittableRandom random)
      throws Exception {
    Path said = temp.resolve("child.out");
    Files.deleteIfExists(said);
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KillChild.class.getName(),
                folder.toString(),
                pictures.toString(),
                data.toString(),
                modelHash,
                Long.toString(random.nextLong()))
            .redirectError(temp.resolve("child.err").toFile())
            .redirectOutput(said.toFile())
            .start();
    if (random.nextInt(3) == 0 && !acknowledged.isEmpty()) {
      Thread.sleep(random.nextInt(1500));
    } else {
      awaitLines(child, said, random.nextInt(1, 60));
      Thread.sleep(random.nextInt(50));
    }
    child.destroyForcibly().waitFor();
    // A line without its end was cut off in the middle of being said: nobody was told.
    String text = Files.readString(said);
    text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(this::note);
  }

  /** So that the machine's speed does not decide how far the child comes. */
  private void awaitLines(Process child, Path said, int lines) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!Files.exists(said) || Files.readString(said).lines().count() < lines) {
      assertThat(child.isAlive() && System.nanoTime() < end).as(this::errors).isTrue();
      Thread.sleep(5);
    }
    assertThat(Files.readString(said)).startsWith("OPEN false");
  }

  private static String hashOf(Path data) throws Exception {
    try (OpenModel model =
        new Installation(Path.of("."), data)
            .models(Installation.runtime())
            .open(TinyEmbedder.NAME, InferenceSettings.ofThisMachine().withThreads(1))) {
      return model.hash();
    }
  }

  private String errors() {
    try {
      return Files.readString(temp.resolve("child.err"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private void note(String line) {
    String[] words = line.split(" ");
    if (words[0].equals("ACK") && words.length == 4 && words[3].matches("KEPT|REJECTED")) {
      acknowledged.put(Long.parseLong(words[1]), words[2] + " " + words[3]);
    } else if (words[0].equals("UNDO") && words.length == 2) {
      undone++;
    }
  }

  private void check(Path folder) throws Exception {
    try (Project project = Project.open(folder, "test")) {
      assertThat(project.recovery()).isEmpty();
      Map<Long, Decision> history = new HashMap<>();
      project.decisions().history(Integer.MAX_VALUE).forEach(d -> history.put(d.seq(), d));
      assertThat(history.keySet()).containsAll(acknowledged.keySet());
      assertThat(history.values().stream().filter(d -> d.kind() == DecisionKind.UNDO).count())
          .isGreaterThanOrEqualTo(undone);
    }
  }

  /** After all the kills the jobs run to their end and everything is there exactly once. */
  private void finish(Path folder, Path pictures, Path data) throws Exception {
    InferenceSettings settings = InferenceSettings.ofThisMachine().withThreads(1);
    Installation installation = new Installation(Path.of("."), data);
    try (Session session = Session.open(folder, installation.inProcess(settings))) {
      for (JobRecord job : session.jobs().all()) {
        if (!job.state().ended()) {
          assertThat(session.jobs().runNow(job.id()).state()).isEqualTo(JobState.DONE);
        }
      }
      runAgain(session, ImportJob.NAME, KillChild.importOf(pictures).toJson());
      runAgain(session, EmbedJob.NAME, KillChild.embedding(modelHash).toJson());
      // A picture that happened to run at three kills was set aside. Importing again, above, takes
      // it up; the embedding job is asked to try it again.
      long embedding = session.jobs().all().getLast().id();
      session.jobs().retry(embedding);
      session.jobs().runNow(embedding);
      Project project = session.project();
      assertThat(project.images().count()).isEqualTo((long) IDENTITIES * IMAGES);
      EmbeddingSet set = project.embeddings(TinyEmbedder.NAME).orElseThrow();
      assertThat(set.size()).as("embedded").isEqualTo(IDENTITIES * IMAGES);
      project
          .images()
          .forEach(
              image -> {
                assertThat(set.contains(image.hash())).isTrue();
                assertThat(readable(project, image)).isTrue();
              });
    }
    check(folder);
    lastWordHolds(folder);
  }

  private static void runAgain(Session session, String kind, String settings) {
    JobRecord job = session.jobs().submit(kind, kind, settings);
    assertThat(session.jobs().runNow(job.id()).state()).isEqualTo(JobState.DONE);
  }

  private static boolean readable(Project project, org.facewright.project.FaceImage image) {
    try {
      return project.picture(image).length > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Replaying the history by hand gives the states that the project shows. */
  private void lastWordHolds(Path folder) throws Exception {
    try (Project project = Project.open(folder, "test")) {
      List<Decision> history = project.decisions().history(Integer.MAX_VALUE);
      long last =
          history.stream()
              .filter(d -> d.kind() == DecisionKind.JUDGE && acknowledged.containsKey(d.seq()))
              .mapToLong(Decision::seq)
              .max()
              .orElseThrow();
      boolean latestWord = history.getFirst().seq() == last;
      if (latestWord) {
        String[] words = acknowledged.get(last).split(" ");
        assertThat(project.images().find(Long.parseLong(words[0])).orElseThrow().state())
            .hasToString(words[1]);
      }
    }
  }
}
