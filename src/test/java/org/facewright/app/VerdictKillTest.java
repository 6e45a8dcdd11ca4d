package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.facewright.project.Project;
import org.facewright.project.VerdictCall;
import org.facewright.verdict.run.Behaviours;
import org.facewright.verdict.run.VerdictGround;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code facewright verdict run}, killed in mid-run; the same command goes on. */
class VerdictKillTest {
  private static final int SHEETS = 8;
  private static final int ANSWERED = 3;

  /** Questions at once. */
  private static final int AT_ONCE = 2;

  @TempDir private Path folder;

  @Test
  void theSameCommandGoesOnAndPaysNoAnswerTwice() throws Exception {
    try (VerdictGround ground = new VerdictGround(folder, SHEETS)) {
      try (Project project = Project.open(ground.project, "test")) {
        ground.teach(project);
      }
      ground.server.usual =
          (server, call, body) -> {
            if (server.chats.get() <= ANSWERED) {
              Behaviours.ANSWER.serve(server, call, body);
            } else {
              Behaviours.STALL.serve(server, call, body);
            }
          };
      Process child = start(ground);
      try {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (ground.server.chats.get() < ANSWERED + AT_ONCE) {
          assertThat(child.isAlive() && System.nanoTime() < end)
              .as(Files.readString(folder.resolve("errors")))
              .isTrue();
          Thread.sleep(10);
        }
      } finally {
        child.destroyForcibly().waitFor();
      }
      ground.server.usual = Behaviours.ANSWER;
      Process again = start(ground);
      assertThat(again.waitFor()).as(Files.readString(folder.resolve("errors"))).isZero();
      everySheetIsAnsweredAndPaid(ground);
    }
  }

  private static void everySheetIsAnsweredAndPaid(VerdictGround ground) throws Exception {
    assertThat(ground.server.billedByPicture).hasSize(SHEETS);
    // Only what was under way when the process died was asked again.
    long twice = ground.server.billedByPicture.values().stream().filter(n -> n.get() > 1).count();
    assertThat(twice).isLessThanOrEqualTo(AT_ONCE);
    try (Project project = Project.open(ground.project, "test")) {
      List<VerdictCall> calls = project.verdictCalls().of("kill", 100);
      assertThat(calls.stream().filter(call -> call.reply() != null)).hasSize(SHEETS);
      long spent = calls.stream().mapToLong(VerdictCall::costNano).sum();
      assertThat(spent).isGreaterThanOrEqualTo(ground.server.billedNano.get());
      long voted =
          project.identities().all().stream()
              .flatMap(identity -> project.images().of(identity.id()).stream())
              .filter(
                  image ->
                      project.votes().of(image.id()).stream()
                          .anyMatch(vote -> vote.expert().equals("llm:gpt-4o")))
              .count();
      assertThat(voted).isEqualTo(2 * SHEETS);
    }
    assertThat(ground.filesWithTheKey()).isEmpty();
  }

  private Process start(VerdictGround ground) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "verdict",
            "run",
            "--project",
            ground.project.toString(),
            "--server",
            ground.server.address().toString(),
            "--key",
            "file:" + ground.key,
            "--run",
            "kill",
            "--concurrency",
            String.valueOf(AT_ONCE),
            "--agree"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put(Installation.DATA_VARIABLE, folder.resolve("data").toString());
    return builder
        .redirectError(folder.resolve("errors").toFile())
        .redirectOutput(folder.resolve("said").toFile())
        .start();
  }
}
