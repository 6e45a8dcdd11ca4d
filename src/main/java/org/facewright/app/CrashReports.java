package org.facewright.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is known when something went wrong that nobody expected: a file each, kept on this machine,
 * told once, never sent. A Java that died of native code leaves its own file in the same folder.
 *
 * @param folder need not exist
 */
record CrashReports(Path folder) {
  private static final String SEEN = "seen";
  private static final String JAVAS = "hs_err_";

  /** Java's own report names what ran; workers' ends are told by their jobs. */
  private static final Pattern OURS =
      Pattern.compile(
          "(?m)^Command Line: .*" + Pattern.quote(Main.class.getName()) + "(?! worker)");

  /** The command stands in its first lines. */
  private static final int HEAD = 1 << 14;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  /** Writes a report; it counts as told, since the window tells of it at once. */
  Path write(Throwable problem, Instant when) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("crash-" + STAMP.format(when) + ".txt");
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.printf("Facewright %s, %s%n", Version.current(), when);
    out.printf(
        "%s %s, Java %s, %d processors, %,d MB for Java%n%n",
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20);
    problem.printStackTrace(out);
    out.flush();
    Files.writeString(file, text.toString());
    told(List.of(file));
    return file;
  }

  /**
   * Takes over reports of Java itself that lie elsewhere: a launcher that cannot name a user's
   * folder leaves them with the temporary files.
   */
  void adopt(Path elsewhere) throws IOException {
    List<Path> ours;
    try (Stream<Path> files = Files.list(elsewhere)) {
      ours =
          files
              .filter(file -> name(file).startsWith(JAVAS) && Files.isRegularFile(file))
              .filter(CrashReports::ours)
              .toList();
    }
    for (Path file : ours) {
      Files.createDirectories(folder);
      Files.move(file, folder.resolve(name(file)), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static boolean ours(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
      return OURS.matcher(head).find();
    } catch (IOException e) {
      return false; // Somebody else's.
    }
  }

  /** Reports that nobody was told of yet, the oldest first. */
  List<Path> unseen() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Path known = folder.resolve(SEEN);
    List<String> seen = Files.exists(known) ? Files.readAllLines(known) : List.of();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> report(name(file)) && !seen.contains(name(file)))
          .sorted()
          .toList();
    }
  }

  /** Remembers that people were told. */
  void told(List<Path> reports) throws IOException {
    Files.write(
        folder.resolve(SEEN),
        reports.stream().map(CrashReports::name).toList(),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static boolean report(String name) {
    return name.startsWith("crash-") || name.startsWith(JAVAS);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
