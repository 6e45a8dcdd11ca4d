package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java's own reports, by a Java that really dies. */
class CrashReportsTest {
  @TempDir private Path folder;

  @BeforeEach
  void somewhereWithSignals() {
    assumeFalse(System.getProperty("os.name").startsWith("Windows"), "needs kill and a shell");
  }

  /** What the launcher of the packages hands to Java, with a Java that only tells. */
  private List<String> launched(String... environment) throws Exception {
    Path installed = Files.createDirectories(folder.resolve("opt/lib/runtime/bin"));
    Path java = installed.resolve("java");
    Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    Path launcher = folder.resolve("opt/facewright");
    Files.copy(Path.of("installers/linux/facewright"), launcher);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    ProcessBuilder process = new ProcessBuilder(launcher.toString(), "--version");
    process.environment().keySet().removeAll(List.of("XDG_DATA_HOME", "FACEWRIGHT_DATA"));
    for (String pair : environment) {
      String[] parts = pair.split("=", 2);
      process.environment().put(parts[0], parts[1]);
    }
    Path out = folder.resolve("out.txt");
    Process ran = process.redirectOutput(out.toFile()).start();
    assertThat(ran.waitFor()).isZero();
    return Files.readAllLines(out);
  }

  @Test
  void thePackagesLauncherSendsThemToTheUsersLogs() throws Exception {
    Path data = folder.resolve("my data");
    assertThat(launched("FACEWRIGHT_DATA=" + data))
        .contains("-XX:ErrorFile=" + data.resolve("logs/hs_err_pid%p.log"));
    assertThat(Logging.folder(data)).isDirectory();
  }

  @Test
  void withoutAWishTheyGoWhereTheProgramItselfKeepsItsData() throws Exception {
    assertThat(launched("HOME=" + folder))
        .contains("-XX:ErrorFile=" + folder + "/.local/share/facewright/logs/hs_err_pid%p.log");
  }

  @Test
  void theLauncherOfACheckoutSaysTheSame() throws IOException {
    List<String> packaged = Files.readAllLines(Path.of("installers/linux/facewright"));
    List<String> same =
        packaged.stream()
            .filter(line -> line.contains("$logs") || line.startsWith("logs="))
            .toList();
    assertThat(same).hasSize(3);
    assertThat(Files.readAllLines(Path.of("facewright"))).containsAll(same);
    assertThat(Path.of("facewright.cmd"))
        .content()
        .contains("-XX:ErrorFile=%LOGS%\\hs_err_pid%%p.log");
  }

  /** Waits for its end; has the name that reports are known by. */
  private Process dying(String option) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-XX:TieredStopAtLevel=1",
                "-XX:-CreateCoredumpOnCrash",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "worker",
                "--engine",
                "COMPARING")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("dying.txt").toFile())
            .start();
    // A worker is up once it has greeted.
    while (Files.size(folder.resolve("dying.txt")) == 0) {
      assertThat(child.isAlive()).isTrue();
      Thread.sleep(20);
    }
    new ProcessBuilder("kill", "-SEGV", Long.toString(child.pid())).start().waitFor();
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return child;
  }

  @Test
  void aJavaThatDiedIsFoundAtTheNextStart() throws Exception {
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Process child = dying("-XX:ErrorFile=" + logs.resolve("hs_err_pid%p.log"));
    Path report = logs.resolve("hs_err_pid" + child.pid() + ".log");
    CrashReports reports = new CrashReports(logs);
    assertThat(reports.unseen()).containsExactly(report);
    assertThat(report).content().contains("SIGSEGV", Main.class.getName());
    reports.told(List.of(report));
    assertThat(reports.unseen()).isEmpty();
  }

  @Test
  void reportsOfOursAmongTemporaryFilesAreTakenOverAndNoOthers() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("tmp"));
    Path logs = folder.resolve("logs");
    Files.writeString(
        elsewhere.resolve("hs_err_pid1.log"),
        "#\nCommand Line: -Xmx1g org.facewright.app.Main open P\n");
    Files.writeString(
        elsewhere.resolve("hs_err_pid2.log"),
        "#\nCommand Line: -Xmx1g org.facewright.app.Main worker\n");
    Files.writeString(elsewhere.resolve("hs_err_pid3.log"), "#\nCommand Line: com.example.Main\n");
    new CrashReports(logs).adopt(elsewhere);
    assertThat(new CrashReports(logs).unseen())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("hs_err_pid1.log");
    assertThat(elsewhere.resolve("hs_err_pid2.log")).exists();
    assertThat(elsewhere.resolve("hs_err_pid3.log")).exists();
  }
}
