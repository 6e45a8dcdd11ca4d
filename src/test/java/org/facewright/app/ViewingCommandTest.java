package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.facewright.project.ContentHash;
import org.facewright.project.DecisionKind;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.project.Ruling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a project that is only looked at. */
class ViewingCommandTest {
  private static final int IMAGES = 6;
  @TempDir private Path folder;
  private Path project;
  private Path pictures;

  @BeforeEach
  void make() throws Exception {
    project = folder.resolve("project");
    pictures = folder.resolve("pictures");
    PictureFolders.write(pictures, 2, IMAGES / 2);
    assertThat(CommandRun.of("new", project).code()).isZero();
    assertThat(CommandRun.of("import", "--project", project, pictures).code()).isZero();
    try (Project opened = Project.open(project, "test")) {
      opened
          .decisions()
          .decide(
              "ada",
              DecisionKind.JUDGE,
              "",
              java.util.List.of(Ruling.of(1, ImageState.KEPT), Ruling.of(2, ImageState.KEPT)));
    }
  }

  private Map<String, String> state() throws IOException {
    Map<String, String> state = new TreeMap<>();
    try (Stream<Path> all = Files.walk(project)) {
      for (Path each : all.toList()) {
        String content =
            Files.isDirectory(each) ? "" : ContentHash.of(Files.readAllBytes(each)).toString();
        state.put(each.toString(), Files.getLastModifiedTime(each) + " " + content);
      }
    }
    return state;
  }

  private CommandRun looking(Object... command) {
    Object[] whole = java.util.Arrays.copyOf(command, command.length + 3);
    whole[command.length] = "--project";
    whole[command.length + 1] = project;
    whole[command.length + 2] = "--read-only";
    return CommandRun.of(whole);
  }

  @Test
  void whatReadsWorksAndLeavesNoTrace() throws Exception {
    Map<String, String> before = state();
    CommandRun jobs = looking("jobs", "list");
    assertThat(jobs.code()).isZero();
    assertThat(jobs.said()).contains("Importing", "done");
    assertThat(jobs.complaint()).contains("Opened for viewing only");
    assertThat(looking("jobs", "show", "1").code()).isZero();
    assertThat(looking("review", "stats").code()).isZero();
    assertThat(looking("review", "audit", folder.resolve("audit.csv")).code()).isZero();
    assertThat(looking("review", "export", folder.resolve("review.zip")).code()).isZero();
    assertThat(looking("release", "list").code()).isZero();
    assertThat(looking("verdict", "status").code()).isZero();
    Path target = folder.resolve("set");
    CommandRun export = looking("export", target);
    assertThat(export.code()).as(export.complaint()).isZero();
    try (Stream<Path> files = Files.walk(target)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(2);
    }
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void whatWritesSaysWhyNotAndLeavesNoTrace() throws Exception {
    Map<String, String> before = state();
    Object[][] commands = {
      {"import", pictures},
      {"clean", "--model", "none"},
      {"jobs", "retry", "1"},
      {"assemble"},
      {"verdict", "weigh"},
      {"verdict", "withdraw", "--server", "http://127.0.0.1:1"},
    };
    for (Object[] command : commands) {
      CommandRun run = looking(command);
      assertThat(run.code()).as("%s", command).isEqualTo(ExitCodes.FAILED);
      assertThat(run.complaint()).as("%s", command).doesNotContain("\tat ");
    }
    assertThat(looking("import", pictures).complaint()).contains("opened for viewing only");
    assertThat(looking("jobs", "retry", "1").complaint()).contains("opened for viewing only");
    assertThat(looking("verdict", "weigh").complaint()).contains("opened for viewing only");
    assertThat(state()).isEqualTo(before);
  }
}
