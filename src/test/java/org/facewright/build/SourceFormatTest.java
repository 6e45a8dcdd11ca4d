package org.facewright.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceFormatTest {
  @Test
  void everySourceFileIsInGoogleJavaFormat() throws Exception {
    List<Path> unformatted = new ArrayList<>();
    for (Path file : SourceFormat.sources()) {
      String source = Files.readString(file);
      if (!SourceFormat.formatted(source).equals(source)) {
        unformatted.add(file);
      }
    }
    assertThat(unformatted).as("run: mvn test-compile exec:exec@format").isEmpty();
  }
}
