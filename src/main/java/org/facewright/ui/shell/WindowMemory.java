package org.facewright.ui.shell;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;

/**
 * What the window remembers from one start to the next, in a small text file. Losing it loses
 * nothing but comfort: an unreadable file is kept aside and the window starts as new. FX thread
 * only.
 */
public final class WindowMemory {
  private final Path file;
  private final Properties values = new Properties();

  /**
   * @param file is created with its folder at the first {@link #write}
   */
  public WindowMemory(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        values.load(in);
      } catch (IOException | IllegalArgumentException e) {
        keepAside();
      }
    }
  }

  private void keepAside() {
    values.clear();
    try {
      Files.move(file, aside(), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      System.getLogger(WindowMemory.class.getName())
          .log(
              System.Logger.Level.WARNING, "cannot read " + file + "; the window starts as new", e);
    }
  }

  private Path aside() {
    return file.resolveSibling(file.getFileName() + ".unreadable");
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(values.getProperty(name));
  }

  public OptionalDouble number(String name) {
    try {
      return get(name)
          .map(Double::parseDouble)
          .filter(Double::isFinite)
          .map(OptionalDouble::of)
          .orElseGet(OptionalDouble::empty);
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** A list of texts without line breaks, such as recent folders. */
  public List<String> list(String name) {
    return get(name)
        .filter(text -> !text.isEmpty())
        .map(text -> List.of(text.split("\n")))
        .orElse(List.of());
  }

  public void put(String name, Object value) {
    values.setProperty(name, String.valueOf(value));
  }

  public void put(String name, List<String> texts) {
    values.setProperty(name, String.join("\n", texts));
  }

  /** Replaces the file at once, so that a crash leaves the old one or the new one. */
  public void write() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path fresh =
        file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid() + ".new");
    try (Writer out = Files.newBufferedWriter(fresh)) {
      values.store(out, null);
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
