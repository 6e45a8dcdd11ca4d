package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a user's models, settings and logs go. */
class InstallationTest {
  private static Path data(Map<String, String> environment) {
    return Installation.userData(environment, "/listed");
  }

  @Test
  void theUsersHomeIsTheOneOfTheEnvironment() {
    assertThat(data(Map.of("HOME", "/lived"))).isEqualTo(Path.of("/lived/.local/share/facewright"));
    assertThat(data(Map.of("HOME", ""))).isEqualTo(Path.of("/listed/.local/share/facewright"));
    assertThat(data(Map.of())).isEqualTo(Path.of("/listed/.local/share/facewright"));
  }

  @Test
  void anotherPlaceMayBeNamed() {
    Map<String, String> both = Map.of("HOME", "/lived", "XDG_DATA_HOME", "/shared");
    assertThat(data(both)).isEqualTo(Path.of("/shared/facewright"));
    assertThat(data(Map.of("XDG_DATA_HOME", "/shared", "FACEWRIGHT_DATA", "/own")))
        .isEqualTo(Path.of("/own"));
    assertThat(data(Map.of("LOCALAPPDATA", "/local"))).isEqualTo(Path.of("/local/Facewright"));
  }
}
