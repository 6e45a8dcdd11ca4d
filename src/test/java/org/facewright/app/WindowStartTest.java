package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowStartTest {
  @TempDir Path folder;

  @Test
  void plainWaysToAskForTheWindowGoPastTheCommandLine() {
    assertThat(WindowStart.asked(List.of())).contains(new WindowStart(null));
    assertThat(WindowStart.asked(List.of("open"))).contains(new WindowStart(null));
    assertThat(WindowStart.asked(List.of("open", "p"))).contains(new WindowStart(Path.of("p")));
  }

  @Test
  void everythingElseIsTheCommandLines() {
    assertThat(WindowStart.asked(List.of("--help"))).isEmpty();
    assertThat(WindowStart.asked(List.of("open", "--help"))).isEmpty();
    assertThat(WindowStart.asked(List.of("doctor"))).isEmpty();
    assertThat(WindowStart.asked(List.of("open", "one", "two"))).isEmpty();
  }

  @Test
  void whatIsNoProjectIsRefusedWithAWayOut() throws IOException {
    Path file = Files.writeString(folder.resolve("letter.txt"), "Dear Sir");
    WindowStart start = new WindowStart(file);
    assertThatThrownBy(start::run)
        .isInstanceOf(UserException.class)
        .hasMessageContaining("letter.txt is no folder and no bundle")
        .hasMessageContaining("facewright new");
  }
}
