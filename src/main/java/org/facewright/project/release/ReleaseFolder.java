package org.facewright.project.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a project keeps its releases, and what they are called. Stateless beside the path. */
public record ReleaseFolder(Path folder) {
  static final String INFO = "release.json";
  static final String MANIFEST = "manifest.jsonl";
  static final String PLAN = "stages.json";
  static final String PICTURES = "augmented.bin";
  private static final String PARTIAL = ".partial";
  private static final Pattern TITLE = Pattern.compile("(.+)-v(\\d{1,9})");
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  /** A release's name and number. */
  public record Title(String name, int version) {}

  /** The releases of a project folder. */
  public static ReleaseFolder of(Path project) {
    return new ReleaseFolder(project.resolve("releases").toAbsolutePath().normalize());
  }

  public static String title(String name, int version) {
    return name + "-v" + version;
  }

  /**
   * Refuses what cannot be a release's name.
   *
   * @throws IllegalArgumentException saying what a name is
   */
  public static String requireName(String name) {
    if (!name.matches(NAME) || TITLE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A release's name has letters, digits, dots, dashes and underscores and no -v1 at its"
              + " end, unlike '"
              + name
              + "'.");
    }
    return name;
  }

  /** {@code NAME-vN} taken apart; empty if it names no version. */
  public static Optional<Title> parse(String text) {
    Matcher found = TITLE.matcher(text);
    return found.matches()
        ? Optional.of(new Title(found.group(1), Integer.parseInt(found.group(2))))
        : Optional.empty();
  }

  /** Where a release lies. */
  public Path of(String name, int version) {
    return folder.resolve(title(name, version));
  }

  /** Where it lies while it is made. */
  public Path partial(String name, int version) {
    return folder.resolve(title(name, version) + PARTIAL);
  }

  /** Versions of a name that are on the disk, complete or in the making, in order. */
  public List<Integer> versions(String name, boolean partial) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Integer> versions = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path each : all.toList()) {
        String text = each.getFileName().toString();
        boolean unfinished = text.endsWith(PARTIAL);
        String title = unfinished ? text.substring(0, text.length() - PARTIAL.length()) : text;
        parse(title)
            .filter(found -> found.name().equals(name) && unfinished == partial)
            .ifPresent(found -> versions.add(found.version()));
      }
    }
    versions.sort(null);
    return versions;
  }
}
