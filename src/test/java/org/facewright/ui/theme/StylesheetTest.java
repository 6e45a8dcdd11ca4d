package org.facewright.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StylesheetTest {
  @Test
  void coloursAreTokensOnly() throws IOException {
    String css = Files.readString(Path.of(URI.create(Appearance.stylesheet())));
    assertThat(css)
        .doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b")
        .doesNotContainPattern("rgba?\\(")
        .doesNotContainPattern(
            "(?i)(color|fill|stroke):[^;]*\\b(white|black|gray|grey|red|blue|green|orange)\\b");
  }
}
