package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCommandTest {
  @TempDir Path folder;

  private OwnCommand command(Path program, Path java) {
    return new OwnCommand(program, java, folder.resolve("logs"));
  }

  @Test
  void inACheckoutTheVectorModuleIsAskedFor() {
    OwnCommand command = command(folder, Path.of(System.getProperty("java.home")));
    assertThat(command.line())
        .contains("--add-modules=jdk.incubator.vector", "-Dfacewright.home=" + folder)
        .noneMatch(option -> option.startsWith("-XX:AOTCache"));
  }

  @Test
  void inAPackagePreparedClassesAreUsedOnceTheyAreThere() throws IOException {
    Path program = Files.createDirectories(folder.resolve("lib/app"));
    OwnCommand command = command(program, folder.resolve("lib/runtime"));
    assertThat(command.line())
        .startsWith(folder.resolve("lib/runtime/bin/java").toString())
        .doesNotContain("--add-modules=jdk.incubator.vector")
        .noneMatch(option -> option.startsWith("-XX:AOTCache"));
    Path prepared = Files.createFile(program.resolve("facewright.aot"));
    assertThat(command.line()).contains("-XX:AOTCache=" + prepared);
  }

  /** Prepared classes hold for a process that was started alike: both must say the same. */
  @Test
  void aWorkerIsStartedWithTheOptionsOfThePackagesLauncher() throws IOException {
    Path script = Path.of("installers/linux/facewright");
    String launcher = Files.readString(script);
    Path program = Files.createDirectories(folder.resolve("lib/app"));
    assertThat(command(program, folder.resolve("lib/runtime")).line())
        .filteredOn(option -> option.startsWith("-XX:") || option.startsWith("--enable"))
        .filteredOn(option -> !option.startsWith("-XX:ErrorFile"))
        .isNotEmpty()
        .allSatisfy(option -> assertThat(launcher).contains(option));
  }

  @Test
  void aWorkerThatDiesOfNativeCodeLeavesItsReportWithTheLogsAndNotWhereItWasStarted() {
    assertThat(command(folder, folder).line())
        .contains("-XX:ErrorFile=" + folder.resolve("logs/worker_err_pid%p.log"));
  }
}
