package org.facewright.generation.vec2face.engine;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.facewright.image.RgbImage;
import org.facewright.jobs.JobException;
import org.facewright.jobs.worker.Engine;
import org.facewright.vector.FloatMatrix;

/**
 * Asks a {@link Vec2FaceEngine}, here or in a worker, about one generator. One caller at a time.
 */
public final class GeneratorClient implements AutoCloseable {
  private static final byte[] NOTHING = {};

  private final Engine engine;
  private final GeneratorUse use;

  /** Starts what draws faces from vectors: in this process, or in a worker of its own. */
  @FunctionalInterface
  public interface Engines {
    /** A fresh engine; whoever asks closes it. */
    Engine startVec2Face() throws JobException;
  }

  /**
   * @param engine owned from now on
   */
  public GeneratorClient(Engine engine, GeneratorUse use) {
    this.engine = engine;
    this.use = use;
  }

  /** The variants of an identity with their files, in the order of their numbers. */
  public record Grown(GrownSet set, List<byte[]> files) {}

  /**
   * A photograph's face.
   *
   * @param crop aligned
   * @param vector as the generator takes it
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Photo(RgbImage crop, float[] vector) {}

  public GeneratorUse use() {
    return use;
  }

  public Description describe() throws JobException {
    return Ask.reply(ask(Ask.What.DESCRIBE, "", NOTHING).header(), Description.class);
  }

  /** Writes vectors of new identities to a file; nothing is there if it was stopped. */
  public void sample(SampleWish wish, BooleanSupplier stopping) throws JobException {
    engine.call(Ask.json(Ask.What.SAMPLE, use, wish), NOTHING, stopping, line -> {});
  }

  public Photo photo(Path file) throws JobException {
    Engine.Reply reply = ask(Ask.What.PHOTO, file.toAbsolutePath().normalize().toString(), NOTHING);
    RgbImage crop = Pixels.read(Arrays.copyOf(reply.body(), Pixels.BYTES), 0).getFirst();
    byte[] rest = Arrays.copyOfRange(reply.body(), Pixels.BYTES, reply.body().length);
    return new Photo(crop, FloatBytes.values(rest));
  }

  /**
   * Variants of a vector.
   *
   * @param name of the identity; with the seed it decides every picture
   */
  public Grown variants(
      String name, float[] vector, Drawing drawing, BooleanSupplier stopping, Consumer<String> log)
      throws JobException {
    return variants(new VariantWish(name, null, drawing), FloatBytes.of(vector), stopping, log);
  }

  /** Variants of a photograph's face. */
  public Grown variants(
      String name, Path photo, Drawing drawing, BooleanSupplier stopping, Consumer<String> log)
      throws JobException {
    String file = photo.toAbsolutePath().normalize().toString();
    return variants(new VariantWish(name, file, drawing), NOTHING, stopping, log);
  }

  private Grown variants(
      VariantWish wish, byte[] body, BooleanSupplier stopping, Consumer<String> log)
      throws JobException {
    Engine.Reply reply = engine.call(Ask.json(Ask.What.VARIANTS, use, wish), body, stopping, log);
    GrownSet set = GrownSet.read(reply);
    return new Grown(set, GrownSet.files(set, reply.body()));
  }

  /**
   * Pictures of vectors as they are.
   *
   * @param seeds of each one's mask
   */
  public List<RgbImage> draw(FloatMatrix vectors, long[] seeds, double maskRate)
      throws JobException {
    Engine.Reply reply =
        ask(Ask.What.DRAW, new DrawWish(seeds, maskRate), FloatBytes.of(vectors.values()));
    return Pixels.read(reply.body(), 0);
  }

  /** The embeddings of pictures by the generator's recogniser, each of length 1. */
  public FloatMatrix embed(List<RgbImage> pictures, int features) throws JobException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    pictures.forEach(picture -> body.writeBytes(picture.rgb()));
    return FloatBytes.matrix(ask(Ask.What.EMBED, "", body.toByteArray()).body(), features);
  }

  /** The best vector of a search, and what it came to. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Found(SearchReport report, float[] vector) {}

  /**
   * Searches a vector whose face meets targets.
   *
   * @param start where to begin
   * @param wanted features that the face shall have
   * @param stopping asked before each step; the best found so far is returned
   * @param heard hears every step
   */
  public Found search(
      SearchWish wish,
      float[] start,
      float[] wanted,
      BooleanSupplier stopping,
      Consumer<SearchStep> heard)
      throws JobException {
    float[] both = Arrays.copyOf(start, start.length + wanted.length);
    System.arraycopy(wanted, 0, both, start.length, wanted.length);
    Engine.Reply reply =
        engine.call(
            Ask.json(Ask.What.SEARCH, use, wish),
            FloatBytes.of(both),
            stopping,
            line -> SearchStep.read(line).ifPresent(heard));
    return new Found(
        Ask.reply(reply.header(), SearchReport.class), FloatBytes.values(reply.body()));
  }

  private Engine.Reply ask(Ask.What what, Object details, byte[] body) throws JobException {
    return engine.call(Ask.json(what, use, details), body, () -> false, line -> {});
  }

  @Override
  public void close() {
    engine.close();
  }
}
