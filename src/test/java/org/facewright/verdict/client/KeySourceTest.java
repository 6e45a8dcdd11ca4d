package org.facewright.verdict.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySourceTest {
  private static final String KEY = "sk-test-0123456789abcdef";
  @TempDir private Path folder;

  @Test
  void theEnvironmentIsAsked() throws Exception {
    ApiKey key = new KeySource("env:MY_KEY").key(folder, Map.of("MY_KEY", KEY));
    assertThat(key.header("Bearer ")).isEqualTo("Bearer " + KEY);
    assertThatThrownBy(() -> new KeySource("env:OTHER").key(folder, Map.of()))
        .hasMessageContaining("OTHER is not set");
    assertThat(new KeySource("none").key(folder, Map.of()).isPresent()).isFalse();
  }

  @Test
  void aKeyGivenInPlaceOfItsNameIsNotRepeated() {
    assertThatThrownBy(() -> new KeySource(KEY))
        .hasMessageContaining("env:NAME")
        .hasMessageNotContaining(KEY);
  }

  @Test
  void theKeyringsCommandIsRunAndItsSilenceIsNoKey() throws Exception {
    assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "needs a shell");
    assertThat(ApiKeyText.of(KeySource.ofKeyring(tool("echo " + KEY), "ada"))).isEqualTo(KEY);
    assertThatThrownBy(() -> KeySource.ofKeyring(tool("exit 1"), "ada"))
        .hasMessageContaining("facewright/ada is not there");
    assertThatThrownBy(() -> KeySource.ofKeyring(List.of("no-such-tool-at-all"), "ada"))
        .hasMessageContaining("no-such-tool-at-all is not installed");
  }

  private List<String> tool(String script) throws Exception {
    Path tool = Files.createTempFile(folder, "tool", ".sh");
    Files.writeString(tool, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
    return List.of(tool.toString());
  }

  @Test
  void everySystemHasItsCommandAndNoAccountCanBecomeOne() throws Exception {
    assertThat(KeySource.command("ada", "Linux")).startsWith("secret-tool", "lookup");
    assertThat(KeySource.command("ada", "Mac OS X")).startsWith("security").contains("-w");
    assertThat(KeySource.command("ada", "Windows 11")).startsWith("powershell");
    assertThatThrownBy(() -> KeySource.command("x');rm", "Windows 11"))
        .isInstanceOf(ApiKey.KeyException.class);
  }

  /** The key's text, as the header carries it. */
  private static final class ApiKeyText {
    static String of(ApiKey key) {
      return key.header("");
    }
  }
}
