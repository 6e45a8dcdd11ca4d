package org.facewright.verdict.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.facewright.project.ContentHash;
import org.facewright.project.DrawnImages;
import org.facewright.project.Project;
import org.facewright.verdict.client.Endpoint;
import org.facewright.verdict.prompt.AnswerStyle;
import org.facewright.verdict.sheet.SheetPlan;
import org.facewright.verdict.stage.ServerSettings;
import org.facewright.verdict.stage.VerdictBooks;
import org.facewright.verdict.stage.VerdictPlan;
import org.facewright.verdict.stage.VerdictSettings;

/**
 * A project of drawn faces, a key outside of it, and a server that speaks the real wire format and
 * knows what is on each sheet.
 */
public final class VerdictGround implements AutoCloseable {
  public static final String KEY = Bench.KEY;

  public final Path project;
  public final Path key;
  public final ChatServer server;

  /** The server takes strangers for the person, and the person for a stranger. */
  public volatile boolean contrary;

  private final Map<ContentHash, SheetPlan> sheets = new ConcurrentHashMap<>();

  public VerdictGround(Path folder, int identities) throws Exception {
    project = folder.resolve("project");
    DrawnImages.make(project, identities);
    key = folder.resolve("key");
    Files.writeString(key, KEY);
    if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }
    server = new ChatServer(picture -> answer(sheets.get(picture)));
  }

  private String answer(SheetPlan plan) {
    StringBuilder text = new StringBuilder();
    plan.questioned()
        .forEach(
            face ->
                text.append(text.isEmpty() ? "" : ",")
                    .append(
                        "{\"number\":\"%s\",\"reason\":\"nose\",\"same\":\"%s\",\"confidence\":%s}"
                            .formatted(
                                face.label(),
                                stranger(face.name()) ? "no" : "yes",
                                stranger(face.name()) ? "0.9" : "0.6")));
    return "{\"faces\":[" + text + "]}";
  }

  private boolean stranger(String name) {
    return contrary ^ DrawnImages.stranger(name);
  }

  public VerdictSettings settings(String limit) {
    return new VerdictSettings(
        "r1",
        ServerSettings.of(Endpoint.openAi(server.address()), "file:" + key, "gpt-4o"),
        VerdictSettings.Ask.DISAGREEMENT,
        AnswerStyle.EACH_FACE,
        2,
        limit,
        Bench.PRICE,
        "today",
        null);
  }

  /** The server learns what is on each sheet. */
  public void teach(Project open) throws IOException {
    VerdictPlan plan = new VerdictPlan(open, settings("5"));
    for (SheetPlan sheet : plan.sheets()) {
      sheets.put(plan.draw(sheet).hash(), sheet);
    }
  }

  /** Somebody agrees that pictures go there. */
  public void consent(VerdictBooks books) throws IOException {
    VerdictPlan plan = new VerdictPlan(books.project(), settings("5"));
    new ConsentDesk(books.store(), Clock.systemUTC()).agree("ada", plan.recipient(), "go");
  }

  /** Files of the project that hold the key: there must be none. */
  public java.util.List<Path> filesWithTheKey() throws IOException {
    try (var files = Files.walk(project)) {
      return files.filter(Files::isRegularFile).filter(VerdictGround::holdsTheKey).toList();
    }
  }

  private static boolean holdsTheKey(Path file) {
    try {
      return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1).contains(KEY);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
