package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.facewright.ui.action.Action;
import org.facewright.ui.guide.Document;
import org.facewright.ui.guide.GuideSheet;
import org.facewright.ui.shell.Panel;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;

/** Guide, news, diagnosis, log and crash reports of the window. FX thread only. */
final class HelpDesk {
  private static final Texts TEXTS = Texts.of(HelpDesk.class);
  private static final System.Logger LOG = System.getLogger(HelpDesk.class.getName());
  private static final String HELP = TEXTS.get("group.help");
  private static final int LINES = 2000;

  private final Desktop desktop;
  private final CrashReports crashes;
  private final Path news;

  HelpDesk(Desktop desktop) {
    this.desktop = desktop;
    crashes = new CrashReports(Logging.folder(desktop.installation().data()));
    news = desktop.installation().data().resolve("last-version");
  }

  List<Action> actions() {
    return List.of(
        Action.of(
                "help.guide",
                HELP,
                TEXTS.get("help.guide.name"),
                TEXTS.get("help.guide.about"),
                this::guide)
            .icon("fth-book-open")
            .key("F1"),
        Action.of(
                "help.news",
                HELP,
                TEXTS.get("help.news.name"),
                TEXTS.get("help.news.about"),
                () -> read("CHANGELOG.md", ""))
            .icon("fth-gift"),
        Action.of(
                "help.doctor",
                HELP,
                TEXTS.get("help.doctor.name"),
                TEXTS.get("help.doctor.about"),
                this::diagnose)
            .icon("fth-activity"),
        Action.of(
                "help.log",
                HELP,
                TEXTS.get("help.log.name"),
                TEXTS.get("help.log.about"),
                this::log)
            .icon("fth-file-text"));
  }

  private void guide() {
    read(
        "docs/user-guide.md",
        desktop.shell().panels().current().get() instanceof Panel page ? page.id() : "");
  }

  private void read(String name, String topic) {
    Path file = desktop.installation().program().resolve(name);
    desktop.inBackground(
        () -> Document.read(file),
        document ->
            desktop
                .shell()
                .overlay()
                .show(new GuideSheet(document, topic, desktop.look().dark()::get)),
        why -> desktop.shell().notices().problem(TEXTS.get("help.unreadable", name, why)));
  }

  private void diagnose() {
    TextSheet sheet =
        new TextSheet("doctor", TEXTS.get("help.doctor.title"), TEXTS.get("help.doctor.note"));
    desktop.shell().overlay().show(sheet);
    desktop.inBackground(
        () -> DoctorCommand.text(inWords(new Diagnosis(desktop.installation()).findings())),
        found -> sheet.show(found, false),
        why -> sheet.show(why, false));
  }

  private static List<Diagnosis.Finding> inWords(List<Diagnosis.Finding> findings) {
    return findings.stream()
        .map(
            one ->
                new Diagnosis.Finding(
                    one.health(),
                    Told.words("doctor", one.what()),
                    Told.words("doctor", one.found()),
                    Told.words("doctor", one.advice())))
        .toList();
  }

  private void log() {
    Path file = Logging.file(desktop.installation().data());
    TextSheet sheet =
        new TextSheet("log", TEXTS.get("help.log.name"), TEXTS.get("help.log.note", file));
    desktop.shell().overlay().show(sheet);
    desktop.inBackground(
        () -> end(file), found -> sheet.show(found, true), why -> sheet.show(why, false));
  }

  private static String end(Path file) throws IOException {
    if (!Files.exists(file)) {
      return TEXTS.get("help.log.empty");
    }
    List<String> lines = Files.readAllLines(file);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
  }

  /** Tells of the last end, if it was a bad one, and of a new version; each once. */
  void welcome() {
    try {
      crashes.adopt(Path.of(System.getProperty("java.io.tmpdir")));
      List<Path> reports = crashes.unseen();
      if (!reports.isEmpty()) {
        crashes.told(reports);
        Path last = reports.getLast();
        desktop
            .shell()
            .notices()
            .offer(TEXTS.get("crash.last-time"), TEXTS.get("crash.show"), () -> report(last));
      }
      tellNews();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "reports or news cannot be looked at", e);
    }
  }

  private void tellNews() throws IOException {
    String before = Files.exists(news) ? Files.readString(news).strip() : "";
    String now = Version.current();
    if (!before.equals(now)) {
      Files.createDirectories(news.toAbsolutePath().getParent());
      Files.writeString(news, now);
      if (!before.isEmpty()) {
        desktop
            .shell()
            .notices()
            .offer(
                TEXTS.get("help.news.version", now),
                TEXTS.get("help.news.name"),
                () -> read("CHANGELOG.md", ""));
      }
    }
  }

  private void report(Path file) {
    TextSheet sheet = new TextSheet("crash", TEXTS.get("crash.report"), String.valueOf(file));
    desktop.shell().overlay().show(sheet);
    desktop.inBackground(
        () -> Files.readString(file),
        found -> sheet.show(found, false),
        why -> sheet.show(why, false));
  }

  /** Nobody expected this: one sentence in the window, everything in a report. */
  void unexpected(Throwable problem) {
    LOG.log(System.Logger.Level.ERROR, "unexpected in the window", problem);
    String kind = problem.getClass().getSimpleName();
    try {
      Path file = crashes.write(problem, Instant.now());
      desktop
          .shell()
          .notices()
          .offer(TEXTS.get("crash.reported", kind), TEXTS.get("crash.show"), () -> report(file));
    } catch (IOException e) {
      desktop.shell().notices().problem(TEXTS.get("crash.logged", kind));
    }
  }
}
