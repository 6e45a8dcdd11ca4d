package org.facewright.training.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** Reads what a run has written so far, also while it is training. Stateless, thread-safe. */
public record RunReader(RunFolder folder) {
  /** The runs below a folder, by name. */
  public static List<RunFolder> list(Path runs) throws IOException {
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(runs)) {
      return folders.sorted().map(RunFolder::new).filter(RunFolder::begun).toList();
    }
  }

  /**
   * What was told to the run.
   *
   * @throws IOException when the file cannot be read or understood
   */
  public TrainingSettings settings() throws IOException {
    try {
      return SettingsJson.read(folder.settings(), TrainingSettings.laptop());
    } catch (IllegalArgumentException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  public RunData data() throws IOException {
    return RunJson.read(folder.data(), RunData.class);
  }

  /** How far it has come; empty before it has begun. */
  public Optional<RunStatus> status() throws IOException {
    if (!Files.exists(folder.status())) {
      return Optional.empty();
    }
    RunStatus status = readStatus();
    if (status.state() != RunStatus.State.RUNNING || folder.locked()) {
      return Optional.of(status);
    }
    // It may have ended between the two looks: then it has said so before it unlocked.
    RunStatus last = readStatus();
    return Optional.of(
        last.state() == RunStatus.State.RUNNING
            ? last.with(RunStatus.State.INTERRUPTED, "The process that trained is gone.")
            : last);
  }

  private RunStatus readStatus() throws IOException {
    try {
      return RunJson.readOlder(
          Files.readString(folder.status()), RunStatus.class, Map.of("memory", 0));
    } catch (JacksonException e) {
      throw new IOException(
          folder.status() + " cannot be understood: " + e.getOriginalMessage(), e);
    }
  }

  /** All steps so far. */
  public List<StepLine> steps() throws IOException {
    return stepsFrom(0).lines();
  }

  /** All epochs so far. */
  public List<EpochLine> epochs() throws IOException {
    return from(folder.epochs(), 0, EpochLine.class).lines();
  }

  /**
   * Lines of a growing file.
   *
   * @param next where to go on reading
   */
  public record Tail<T>(List<T> lines, long next) {}

  /**
   * The steps that were added since the last look. After a resume the log may be shorter than
   * before: then everything is read anew, from the start.
   *
   * @param position 0, or what the last look answered
   */
  public Tail<StepLine> stepsFrom(long position) throws IOException {
    return from(folder.steps(), position, StepLine.class);
  }

  private static <T> Tail<T> from(Path file, long position, Class<T> type) throws IOException {
    if (!Files.exists(file)) {
      return new Tail<>(List.of(), 0);
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      long start = position > channel.size() ? 0 : position;
      ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - start));
      channel.position(start);
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        continue;
      }
      String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
      int whole = text.lastIndexOf('\n') + 1;
      List<T> lines = new ArrayList<>();
      for (String line : text.substring(0, whole).lines().toList()) {
        lines.add(parse(file, line, type));
      }
      return new Tail<>(
          lines, start + text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length);
    }
  }

  private static <T> T parse(Path file, String line, Class<T> type) throws IOException {
    try {
      return RunJson.read(line, type);
    } catch (JacksonException e) {
      throw new IOException(file + " has a line that cannot be understood: " + line, e);
    }
  }
}
