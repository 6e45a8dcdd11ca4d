package org.facewright.generation.vec2face.engine;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.facewright.generation.vec2face.variant.Variant;
import org.facewright.generation.vec2face.variant.VariantFolder;
import org.facewright.generation.vec2face.variant.VariantReport;
import org.facewright.generation.vec2face.variant.VariantSettings;
import org.facewright.image.JpegEncoder;
import org.facewright.image.PictureText;
import org.facewright.image.PngEncoder;
import org.facewright.jobs.worker.Engine;
import tools.jackson.databind.json.JsonMapper;

/** Encodes variants beside the drawing of the next ones, each with where it comes from. */
final class EncodedVariants implements Consumer<Variant> {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double QUALITY = .95;

  private final VariantFolder.Format format;
  private final String generator;
  private final VariantSettings settings;
  private final Map<Integer, Encoding> all = new TreeMap<>();

  private record Encoding(Variant variant, CompletableFuture<byte[]> file) {}

  /**
   * @param generator its hash
   */
  EncodedVariants(VariantFolder.Format format, String generator, VariantSettings settings) {
    this.format = format;
    this.generator = generator;
    this.settings = settings;
  }

  @Override
  public void accept(Variant variant) {
    all.put(
        variant.number(),
        new Encoding(variant, CompletableFuture.supplyAsync(() -> encode(variant))));
  }

  private byte[] encode(Variant variant) {
    byte[] plain =
        switch (format) {
          case JPEG -> new JpegEncoder().encode(variant.picture(), QUALITY);
          case PNG -> new PngEncoder().encode(variant.picture());
        };
    String source = JSON.writeValueAsString(variant.provenance(generator, settings));
    return PictureText.with(plain, source);
  }

  /** Waits for the last one; pictures are in the order of their numbers. */
  Engine.Reply reply(VariantReport report) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    java.util.List<GrownSet.Picture> pictures = new java.util.ArrayList<>();
    for (Encoding each : all.values()) {
      byte[] file = each.file().join();
      Variant variant = each.variant();
      body.writeBytes(file);
      pictures.add(
          new GrownSet.Picture(
              variant.number(),
              variant.amount(),
              variant.attempt(),
              variant.seed(),
              Double.isNaN(variant.similarity()) ? null : variant.similarity(),
              variant.picture().width(),
              variant.picture().height(),
              file.length));
    }
    GrownSet set =
        new GrownSet(pictures, report.missing(), report.unlike(), report.duplicates(), null, false);
    return new Engine.Reply(Ask.text(set), body.toByteArray());
  }
}
