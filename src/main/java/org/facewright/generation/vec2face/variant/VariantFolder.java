package org.facewright.generation.vec2face.variant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.facewright.image.JpegEncoder;
import org.facewright.image.PictureText;
import org.facewright.image.PngEncoder;
import tools.jackson.databind.json.JsonMapper;

/**
 * One identity's folder of variants in the making: pictures are encoded and written beside the
 * drawing of the next ones, and the folder gets its name when all are there, so that a resumed run
 * knows what is done. Each picture carries where it comes from, and so does {@code variants.jsonl}.
 */
public final class VariantFolder implements Consumer<Variant>, AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double QUALITY = .95;
  private static final int UNDER_WAY = 64;

  private final Path target;
  private final Path part;
  private final Format format;
  private final String generator;
  private final VariantSettings settings;
  private final Semaphore room = new Semaphore(UNDER_WAY);
  private final List<CompletableFuture<Void>> writing = new ArrayList<>();
  private final TreeMap<Integer, String> lines = new TreeMap<>();

  /** How pictures are kept. */
  public enum Format {
    JPEG(".jpg"),
    PNG(".png");

    private final String ending;

    Format(String ending) {
      this.ending = ending;
    }

    /** With its dot. */
    public String ending() {
      return ending;
    }
  }

  /**
   * Begins a folder; what a broken run left of it is removed.
   *
   * @param generator its hash
   */
  public VariantFolder(Path target, Format format, String generator, VariantSettings settings)
      throws IOException {
    this.target = target;
    this.format = format;
    this.generator = generator;
    this.settings = settings;
    part = target.resolveSibling(target.getFileName() + ".facewright-partial");
    remove(part);
    Files.createDirectories(part);
  }

  /** Whether an identity is done already. */
  public static boolean done(Path target) {
    return Files.isDirectory(target);
  }

  @Override
  public void accept(Variant variant) {
    String source = JSON.writeValueAsString(variant.provenance(generator, settings));
    lines.put(variant.number(), source);
    room.acquireUninterruptibly();
    writing.add(
        CompletableFuture.runAsync(() -> write(variant, source))
            .whenComplete((done, failed) -> room.release()));
  }

  private void write(Variant variant, String source) {
    byte[] plain =
        switch (format) {
          case JPEG -> new JpegEncoder().encode(variant.picture(), QUALITY);
          case PNG -> new PngEncoder().encode(variant.picture());
        };
    try {
      Files.write(
          part.resolve("%03d%s".formatted(variant.number(), format.ending)),
          PictureText.with(plain, source));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the last picture and gives the folder its name. */
  public void finish() throws IOException {
    for (CompletableFuture<Void> one : writing) {
      try {
        one.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof UncheckedIOException cause) {
          throw cause.getCause();
        }
        throw e;
      }
    }
    writing.clear();
    Files.write(part.resolve("variants.jsonl"), lines.values());
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes the folder unless it was finished. */
  @Override
  public void close() throws IOException {
    for (CompletableFuture<Void> one : writing) {
      one.handle((done, failed) -> done).join();
    }
    writing.clear();
    remove(part);
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        Files.delete(entry);
      }
    }
    Files.delete(folder);
  }
}
