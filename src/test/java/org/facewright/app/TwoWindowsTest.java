package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.facewright.project.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The program started twice by the same user: two windows, two projects. */
class TwoWindowsTest {
  private static final int PATIENCE_SECONDS = 90;
  @TempDir private Path folder;

  private Process window(String project) throws IOException {
    ProcessBuilder process =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "--add-modules=jdk.incubator.vector",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Dfacewright.home=.",
            "-Dfacewright.linger=1000000",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "open",
            folder.resolve(project).toString());
    process.environment().put(Installation.DATA_VARIABLE, folder.resolve("data").toString());
    return process
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(project + ".txt").toFile())
        .start();
  }

  private void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
  }

  private String said(String project) throws IOException {
    return Files.readString(folder.resolve(project + ".txt"));
  }

  @Test
  void eachStartOpensItsOwnWindowAndBothAreRemembered() throws Exception {
    for (String name : List.of("one", "two")) {
      Project.create(folder.resolve(name), "test").close();
    }
    Path settings = folder.resolve("data/settings.json");
    Process one = window("one");
    Process two = window("two");
    try {
      await(() -> said("one").contains("shown") && said("two").contains("shown"));
      await(
          () ->
              Files.exists(settings)
                  && new SettingsFile(settings)
                      .get()
                      .recent()
                      .containsAll(
                          List.of(
                              folder.resolve("one").toString(), folder.resolve("two").toString())));
      assertThat(one.isAlive() && two.isAlive()).isTrue();
      assertThat(said("one") + said("two")).doesNotContain("Exception");
    } finally {
      one.destroyForcibly().waitFor();
      two.destroyForcibly().waitFor();
    }
  }
}
