package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.facewright.inference.Device;
import org.facewright.inference.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class SettingsFileTest {
  private static final int OPENED = 5;
  @TempDir private Path folder;

  @Test
  void whatWasChosenIsThereAgain() throws IOException {
    SettingsFile file = new SettingsFile(folder.resolve("new/settings.json"));
    assertThat(file.fresh()).isTrue();
    Path projects = folder.resolve("projects");
    file.put(file.get().with("/a").with("/b").with("/a").withDevice(Device.CPU).withThreads(3));
    file.put(file.get().withPrecision(Precision.FAST).withProjects(projects));
    file.put(file.get().withLanguage(Language.GERMAN));
    SettingsFile again = new SettingsFile(folder.resolve("new/settings.json"));
    assertThat(again.fresh()).isFalse();
    assertThat(again.get())
        .isEqualTo(
            new UserSettings(
                List.of("/a", "/b"),
                Device.CPU,
                3,
                Precision.FAST,
                projects.toString(),
                Language.GERMAN));
  }

  @Test
  void twoWindowsForgetNothingOfOneAnother() throws IOException {
    Path file = folder.resolve("settings.json");
    SettingsFile one = new SettingsFile(file);
    SettingsFile two = new SettingsFile(file);
    one.put(one.get().with("/a"));
    two.put(two.get().with("/b"));
    one.put(one.get().with("/c"));
    assertThat(new SettingsFile(file).get().recent()).containsExactly("/c", "/b", "/a");
    one.put(one.get().without("/a"));
    assertThat(new SettingsFile(file).get().recent()).containsExactly("/c", "/b");
  }

  /** Waits for a file "go", then opens one project after another. */
  public static final class Window {
    private Window() {}

    public static void main(String[] args) throws Exception {
      Path folder = Path.of(args[0]);
      SettingsFile settings = new SettingsFile(folder.resolve("settings.json"));
      Files.writeString(folder.resolve("ready" + args[1]), "");
      while (!Files.exists(folder.resolve("go"))) {
        Thread.onSpinWait();
      }
      for (int i = 0; i < OPENED; i++) {
        settings.put(settings.get().with("/" + args[1] + i));
      }
    }
  }

  @Test
  void twoWindowsThatWriteAtOnceForgetNothingEither() throws Exception {
    List<Process> windows = List.of(window("a"), window("b"));
    for (String name : List.of("a", "b")) {
      WaitForAsyncUtils.waitFor(
          60, TimeUnit.SECONDS, () -> Files.exists(folder.resolve("ready" + name)));
    }
    Files.writeString(folder.resolve("go"), "");
    for (Process window : windows) {
      assertThat(window.waitFor()).isZero();
    }
    assertThat(new SettingsFile(folder.resolve("settings.json")).get().recent())
        .containsExactlyInAnyOrder(
            "/a0", "/a1", "/a2", "/a3", "/a4", "/b0", "/b1", "/b2", "/b3", "/b4");
  }

  private Process window(String name) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Window.class.getName(),
            folder.toString(),
            name)
        .inheritIO()
        .start();
  }

  @Test
  void settingsOfAnOlderVersionAreTakenOver() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("settings.json"),
            "{\"recent\": [\"/a\"], \"device\": \"CPU\", \"threads\": 3}");
    assertThat(new SettingsFile(file).get())
        .isEqualTo(UserSettings.ofThisMachine().with("/a").withDevice(Device.CPU).withThreads(3));
  }

  @Test
  void settingsOfANewerVersionAreKeptAsideUntouched() throws IOException {
    String newer = "{\"format\": 2, \"threads\": {\"cpu\": 3}}";
    Path file = Files.writeString(folder.resolve("settings.json"), newer);
    SettingsFile settings = new SettingsFile(file);
    assertThat(settings.get()).isEqualTo(UserSettings.ofThisMachine());
    assertThat(settings.complaint()).contains("newer Facewright", "settings.json.newer");
    settings.put(settings.get().withThreads(5));
    assertThat(folder.resolve("settings.json.newer")).hasContent(newer);
    assertThat(new SettingsFile(file).get().threads()).isEqualTo(5);
    assertThat(file).content().contains("\"format\" : 1");
  }

  @Test
  void anUnreadableFileIsKeptAsideAndTold() throws IOException {
    Path file = Files.writeString(folder.resolve("settings.json"), "{\"threads\": 0}");
    SettingsFile settings = new SettingsFile(file);
    assertThat(settings.get()).isEqualTo(UserSettings.ofThisMachine());
    assertThat(settings.complaint()).contains("settings.json.unreadable");
    assertThat(folder.resolve("settings.json.unreadable")).hasContent("{\"threads\": 0}");
  }

  @Test
  void threadsHaveLimits() {
    assertThatThrownBy(() -> UserSettings.ofThisMachine().withThreads(0))
        .hasMessageContaining("1..256");
  }

  @Test
  void onlyLinuxWithoutScreenHasNoWindow() {
    assertThat(new Display("Linux", "", Map.of()).there()).isFalse();
    assertThat(new Display("Linux", "", Map.of("DISPLAY", "")).there()).isFalse();
    assertThat(new Display("Linux", "", Map.of("DISPLAY", ":0")).there()).isTrue();
    assertThat(new Display("Linux", "", Map.of("WAYLAND_DISPLAY", "wayland-0")).there()).isTrue();
    assertThat(new Display("Linux", "Headless", Map.of()).there()).isTrue();
    assertThat(new Display("Mac OS X", "", Map.of()).there()).isTrue();
  }
}
