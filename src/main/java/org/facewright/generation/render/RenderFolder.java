package org.facewright.generation.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facewright.jobs.WholeFile;

/**
 * The folder that an order is written into, person by person: a person's folder appears whole or
 * not at all, so an order that was stopped goes on where it was. Thread-safe for different people.
 */
final class RenderFolder {
  private static final String ORDER = "order.json";
  private static final String PART = ".part";

  private final Path folder;
  private final RenderOrder order;

  private RenderFolder(Path folder, RenderOrder order) {
    this.folder = folder;
    this.order = order;
  }

  /**
   * Takes a new or empty folder, or one that this order began.
   *
   * @throws RenderException if it holds something else, or cannot be written
   */
  static RenderFolder take(RenderOrder order) throws RenderException {
    Path folder = Path.of(order.output());
    try {
      Path mark = folder.resolve(ORDER);
      if (Files.exists(mark)) {
        if (!Files.readString(mark).equals(order.toJson())) {
          throw new RenderException(folder + " holds another rendered set; name a new folder");
        }
      } else {
        RenderRun.prepare(folder);
        WholeFile.write(mark, order.toJson());
      }
      return new RenderFolder(folder, order);
    } catch (IOException e) {
      throw new RenderException(folder + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static String name(int person) {
    return "%06d".formatted(person);
  }

  boolean has(int person) {
    return Files.isDirectory(folder.resolve(name(person)));
  }

  /** People that are not there yet, at most {@code most}. */
  int[] missing(int most) {
    return IntStream.range(0, order.identities()).filter(p -> !has(p)).limit(most).toArray();
  }

  /** Where a person is rendered to; {@link #finish} makes it theirs. */
  Path begin(int person) throws IOException {
    Path part = folder.resolve(name(person) + PART);
    if (Files.exists(part)) {
      try (Stream<Path> old = Files.list(part)) {
        for (Path file : old.toList()) {
          Files.delete(file);
        }
      }
    }
    return Files.createDirectories(part);
  }

  void finish(int person) throws IOException {
    Files.move(
        folder.resolve(name(person) + PART),
        folder.resolve(name(person)),
        StandardCopyOption.ATOMIC_MOVE);
  }

  /** Writes the tables: they follow from the order, so nothing had to be kept for them. */
  void label() throws RenderException {
    List<List<String>> rows = new ArrayList<>();
    IdentitySampler people = new IdentitySampler(order.seed());
    ShotSampler shots = new ShotSampler(order.seed());
    for (int person = 0; person < order.identities(); person++) {
      Identity identity = people.sample(person);
      List<String> lines = new ArrayList<>();
      for (int shot = 0; shot < order.shots(); shot++) {
        String file = name(person) + "/%03d.jpg".formatted(shot);
        lines.add(Labels.row(person, file, shots.sample(identity, person, shot)));
      }
      rows.add(lines);
    }
    try {
      Labels.write(folder, order.settings(), rows);
    } catch (UncheckedIOException e) {
      throw new RenderException(folder + " cannot be written: " + e.getMessage(), e);
    }
  }
}
