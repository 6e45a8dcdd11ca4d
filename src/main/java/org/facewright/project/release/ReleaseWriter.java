package org.facewright.project.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.facewright.project.ContentHash;
import org.jspecify.annotations.Nullable;

/**
 * A release in the making, in a folder of its own. First its draft is written, whole or not at all;
 * then its pictures, batch by batch, each on the disk when {@link #append} returns; then it is
 * sealed. A killed one goes on with the draft it had, whatever became of the project since. One
 * thread.
 */
public final class ReleaseWriter implements AutoCloseable {
  private static final String DRAFT = "draft.json";
  private static final String DRAFTED = "draft.jsonl";
  private static final String MADE = "made.jsonl";

  /** A picture that was made. */
  public record Made(int position, byte[] picture) {}

  /** A line of what was made: a picture's place, or how far everything is done. */
  private record Line(int upTo, int position, String sha256, long offset, int bytes) {}

  private final Path partial;
  private final ReleaseInfo info;
  private final List<ReleaseImage> images;
  private final FileChannel pictures;
  private final FileChannel lines;
  private int done;

  private ReleaseWriter(Path partial, ReleaseInfo info, List<ReleaseImage> images)
      throws IOException {
    this.partial = partial;
    this.info = info;
    this.images = images;
    pictures = open(partial.resolve(ReleaseFolder.PICTURES));
    lines = open(partial.resolve(MADE));
    recover();
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** The draft that is in the making for a request, if it was begun. */
  public static @Nullable ReleaseInfo begun(Path partial) throws IOException {
    Path file = partial.resolve(sealed(partial) ? ReleaseFolder.INFO : DRAFT);
    return Files.exists(file) ? ReleaseJson.read(file, ReleaseInfo.class) : null;
  }

  /**
   * Writes a draft.
   *
   * @param info as it will be, without the hashes
   * @param images in order; those to be made have no hash yet
   */
  public static ReleaseWriter begin(Path partial, ReleaseInfo info, List<ReleaseImage> images)
      throws IOException {
    Files.createDirectories(partial);
    try (OutputStream out =
        new java.io.BufferedOutputStream(Files.newOutputStream(partial.resolve(DRAFTED)))) {
      for (ReleaseImage image : images) {
        out.write(ReleaseJson.bytes(ReleaseJson.line(image) + "\n"));
      }
    }
    force(partial.resolve(DRAFTED));
    put(partial.resolve(DRAFT), ReleaseJson.pages(info));
    return new ReleaseWriter(partial, info, new ArrayList<>(images));
  }

  /** Goes on with a draft. */
  public static ReleaseWriter resume(Path partial) throws IOException {
    ReleaseInfo info = ReleaseJson.read(partial.resolve(DRAFT), ReleaseInfo.class);
    List<ReleaseImage> images = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(partial.resolve(DRAFTED))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        images.add(ReleaseJson.read(line, ReleaseImage.class));
      }
    }
    return new ReleaseWriter(partial, info, images);
  }

  /** What was made before; a batch that was not forced to its end is made again. */
  private void recover() throws IOException {
    try {
      recover(Files.readString(partial.resolve(MADE)));
    } catch (IllegalArgumentException e) {
      throw new ReleaseException(
          ReleaseException.Reason.DAMAGED,
          partial + " was half made and is damaged; remove that folder and freeze again",
          e);
    }
  }

  private void recover(String text) throws IOException {
    long sound = 0;
    long bytes = 0;
    int at = 0;
    List<Line> batch = new ArrayList<>();
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
      Line line = ReleaseJson.read(text.substring(at, end), Line.class);
      at = end + 1;
      if (line.upTo() == 0) {
        batch.add(line);
        continue;
      }
      batch.forEach(this::take);
      batch.clear();
      done = line.upTo();
      sound = at;
      bytes = line.offset();
    }
    lines.truncate(sound);
    pictures.truncate(bytes);
    lines.position(lines.size());
    pictures.position(pictures.size());
  }

  private void take(Line line) {
    images.set(
        line.position(),
        images.get(line.position()).made(line.sha256(), line.offset(), line.bytes()));
  }

  public ReleaseInfo info() {
    return info;
  }

  /** All images in order; those that are made have their hash. */
  public List<ReleaseImage> images() {
    return java.util.Collections.unmodifiableList(images);
  }

  /** How many of the first images are done. */
  public int done() {
    return done;
  }

  /**
   * Adds the pictures that were made among the next images.
   *
   * @param upTo how many of the first images are done with them
   */
  public void append(int upTo, List<Made> made) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Made each : made) {
      String hash = ContentHash.of(each.picture()).toString();
      Line line =
          new Line(0, each.position(), hash, pictures.position(), each.picture().length);
      write(pictures, each.picture());
      take(line);
      text.append(ReleaseJson.line(line)).append('\n');
    }
    text.append(ReleaseJson.line(new Line(upTo, 0, "", pictures.position(), 0))).append('\n');
    pictures.force(false);
    write(lines, ReleaseJson.bytes(text.toString()));
    lines.force(false);
    done = upTo;
  }

  private static void write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      channel.write(left);
    }
  }

  /**
   * Writes manifest, plan and {@code release.json} and moves all to its place for good.
   *
   * @param last what is known only at the end
   * @return SHA-256 of release.json
   */
  public String seal(Path target, UnaryOperator<ReleaseInfo> last) throws IOException {
    close();
    String manifest = manifest();
    String plan = put(partial.resolve(ReleaseFolder.PLAN), ReleaseJson.pages(info.recipe().plan()));
    ReleaseInfo sealed = last.apply(info.hashed(manifest, plan));
    String hash = put(partial.resolve(ReleaseFolder.INFO), ReleaseJson.pages(sealed));
    settle(partial, target);
    return hash;
  }

  /** Whether all was written and only the move to its place is missing. */
  public static boolean sealed(Path partial) {
    return Files.exists(partial.resolve(ReleaseFolder.INFO));
  }

  /** Moves a sealed release to its place. */
  public static void settle(Path partial, Path target) throws IOException {
    for (String work : List.of(MADE, DRAFTED, DRAFT)) {
      Files.deleteIfExists(partial.resolve(work));
    }
    Path own = partial.resolve(ReleaseFolder.PICTURES);
    if (Files.exists(own) && Files.size(own) == 0) {
      Files.delete(own);
    }
    try (var files = Files.list(partial)) {
      files.forEach(file -> file.toFile().setReadOnly());
    }
    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private String manifest() throws IOException {
    Path file = partial.resolve(ReleaseFolder.MANIFEST);
    DigestOutputStream out =
        new DigestOutputStream(
            new java.io.BufferedOutputStream(Files.newOutputStream(file)), ContentHash.digest());
    try (out) {
      for (ReleaseImage image : images) {
        out.write(ReleaseJson.bytes(ReleaseJson.line(image) + "\n"));
      }
    }
    force(file);
    return ContentHash.ofBytes(out.getMessageDigest().digest()).toString();
  }

  /** Writes a file, whole or not at all; its SHA-256. */
  private static String put(Path file, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, bytes);
    force(fresh);
    Files.move(
        fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return ContentHash.of(bytes).toString();
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Gives the release up and removes what there is of it. */
  public void discard() throws IOException {
    close();
    discard(partial);
  }

  /** Removes a release in the making. */
  public static void discard(Path partial) throws IOException {
    try (var files = Files.list(partial)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(partial);
  }

  @Override
  public void close() throws IOException {
    pictures.close();
    lines.close();
  }
}
