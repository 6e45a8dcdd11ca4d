package org.facewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowMemoryTest {
  @TempDir Path folder;

  @Test
  void remembersTextsNumbersAndLists() throws IOException {
    Path file = folder.resolve("deep/window.properties");
    WindowMemory memory = new WindowMemory(file);
    memory.put("window.width", 1280.5);
    memory.put("recent", List.of("a = b", "c\\d"));
    memory.write();
    WindowMemory again = new WindowMemory(file);
    assertThat(again.number("window.width")).hasValue(1280.5);
    assertThat(again.list("recent")).containsExactly("a = b", "c\\d");
    assertThat(again.number("window.height")).isEmpty();
  }

  @Test
  void anUnreadableFileIsKeptAsideAndTheWindowStartsAsNew() throws IOException {
    Path file = folder.resolve("window.properties");
    Files.writeString(file, "window.width=\\u12zz");
    WindowMemory memory = new WindowMemory(file);
    assertThat(memory.get("window.width")).isEmpty();
    assertThat(folder.resolve("window.properties.unreadable")).exists();
  }

  @Test
  void aNumberThatIsNoneCountsAsMissing() throws IOException {
    Path file = folder.resolve("window.properties");
    Files.writeString(file, "window.x=NaN\nwindow.y=left");
    assertThat(new WindowMemory(file).number("window.x")).isEmpty();
    assertThat(new WindowMemory(file).number("window.y")).isEmpty();
  }
}
