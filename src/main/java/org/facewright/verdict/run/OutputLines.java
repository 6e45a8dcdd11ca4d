package org.facewright.verdict.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines of a server's file, none longer than an answer can sensibly be. One thread. */
final class OutputLines implements AutoCloseable {
  private static final int LONGEST = 8 << 20;

  private final BufferedReader in;

  OutputLines(Path file) throws IOException {
    in =
        new BufferedReader(
            // Bytes that are no UTF-8 make one line unreadable, not the whole file.
            new java.io.InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
  }

  /** The next line that is not blank, null at the end. What is too long comes cut off. */
  @Nullable String next() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c != '\n') {
        if (line.length() < LONGEST) {
          line.append((char) c);
        }
      } else if (!line.toString().isBlank()) {
        return line.toString();
      } else {
        line.setLength(0);
      }
    }
    return line.toString().isBlank() ? null : line.toString();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
