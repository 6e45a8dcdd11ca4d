package org.facewright.generation.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Renders many people with many shots each into a folder: {@code 000000/000.jpg} and so on, {@code
 * labels.csv} with every parameter of every picture, {@code identities.csv} with each person's
 * shape.
 */
public final class RenderRun {
  private final FaceRenderer renderer;
  private final Settings settings;

  /**
   * @param identities people, 1..999,999
   * @param shots pictures of each, 1..1,000
   * @param seed of everything
   * @param framing of each picture
   * @param occasion how much a shot may vary
   * @param threads at most this many people are worked on at a time
   */
  public record Settings(
      int identities, int shots, long seed, Framing framing, Occasion occasion, int threads) {
    public Settings {
      if (identities < 1 || identities > 999_999 || shots < 1 || shots > 1000 || threads < 1) {
        throw new IllegalArgumentException(
            identities + " identities with " + shots + " shots on " + threads + " threads");
      }
    }
  }

  /**
   * What was written.
   *
   * @param pictures number of files
   * @param bytes their size
   */
  public record Summary(int pictures, long bytes) {}

  public RenderRun(FaceRenderer renderer, Settings settings) {
    this.renderer = renderer;
    this.settings = settings;
  }

  /**
   * Renders everything.
   *
   * @param output a folder that is empty or does not exist yet
   * @param progress told the number of finished pictures, from any thread
   * @throws RenderException if the folder holds something or cannot be written
   */
  public Summary write(Path output, IntConsumer progress) throws RenderException {
    prepare(output);
    AtomicInteger done = new AtomicInteger();
    int lanes = Math.min(settings.threads(), settings.identities());
    long[] bytes = new long[settings.identities()];
    List<List<String>> rows = new ArrayList<>();
    IntStream.range(0, settings.identities()).forEach(i -> rows.add(new ArrayList<>()));
    try {
      // As many lanes as threads: a lane takes every n-th person, so one lane means one thread.
      IntStream lane = IntStream.range(0, lanes);
      (lanes == 1 ? lane : lane.parallel())
          .forEach(
              first -> {
                for (int p = first; p < settings.identities(); p += lanes) {
                  bytes[p] = person(output, p, rows.get(p), done, progress);
                }
              });
      Labels.write(output, settings, rows);
    } catch (UncheckedIOException e) {
      throw new RenderException(output + " cannot be written: " + e.getMessage(), e);
    }
    return new Summary(done.get(), java.util.Arrays.stream(bytes).sum());
  }

  /** Refuses a folder that holds anything: rendering must not mix with other pictures. */
  static void prepare(Path output) throws RenderException {
    try {
      Files.createDirectories(output);
      try (Stream<Path> inside = Files.list(output)) {
        if (inside.findAny().isPresent()) {
          throw new RenderException(output + " is not empty; name a new folder");
        }
      }
    } catch (IOException e) {
      throw new RenderException(output + " cannot be written: " + e.getMessage(), e);
    }
  }

  private long person(
      Path output, int number, List<String> rows, AtomicInteger done, IntConsumer progress) {
    Identity identity = new IdentitySampler(settings.seed()).sample(number);
    ShotSampler shots = new ShotSampler(settings.seed(), settings.occasion());
    Sitter sitter = renderer.sitter(identity);
    long bytes = 0;
    for (int s = 0; s < settings.shots(); s++) {
      ShotSampler.Sitting sitting = shots.sample(identity, number, s);
      byte[] jpeg = sitter.jpeg(sitting, settings.framing());
      String file = "%06d/%03d.jpg".formatted(number, s);
      save(output.resolve(file), jpeg);
      rows.add(Labels.row(number, file, sitting));
      bytes += jpeg.length;
      progress.accept(done.incrementAndGet());
    }
    return bytes;
  }

  static void save(Path file, byte[] bytes) {
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
