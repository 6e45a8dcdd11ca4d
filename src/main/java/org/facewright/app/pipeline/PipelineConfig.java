package org.facewright.app.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Everything that decides the whole way. Written as JSON; a file says only what differs from {@link
 * #usual}. Paths in it are relative to the file.
 *
 * @param source the noisy set
 * @param format of the source; empty: found by looking
 * @param model recogniser that embeds, by its name in the catalogue
 * @param truth CSV file with identity, image, mislabeled; empty: unknown
 * @param skip stages that are left out, by name
 */
public record PipelineConfig(
    String source,
    String format,
    String model,
    String truth,
    List<String> skip,
    Clean clean,
    Verdicts verdicts,
    Grow grow,
    Leak leak,
    Assemble assemble,
    Train train,
    Evaluate evaluate) {
  /** Not that of the sample set, whose people would come again. */
  private static final long GROW_SEED = 20_261_123;

  /** As {@code facewright clean}. */
  public record Clean(String policy, double similarity, int minSamples, double askBand) {}

  /**
   * Who answers for the vision model.
   *
   * @param by simulated (from the truth) or a server's address
   * @param errorRate of simulated answers, 0..1
   * @param model at the server
   * @param key where the server's key is, such as env:OPENAI_API_KEY
   * @param budget never exceeded, in the price table's currency
   * @param agree whether pictures may go to the server
   */
  public record Verdicts(
      String by,
      double errorRate,
      long seed,
      String model,
      String key,
      String budget,
      boolean agree) {
    static final String SIMULATED = "simulated";

    boolean simulated() {
      return by.equals(SIMULATED);
    }
  }

  /**
   * New people.
   *
   * @param by rendered, or vec2face
   * @param kit face model to render; empty: the one that comes along
   * @param generator folder of a Vec2Face generator
   * @param identities new people
   * @param variants pictures of each
   * @param separation highest cosine of two vectors drawn for vec2face
   */
  public record Grow(
      String by,
      String kit,
      String generator,
      int identities,
      int variants,
      double separation,
      long seed) {}

  /**
   * Against whom new people are compared, besides the imported people of the project.
   *
   * @param galleries .npy files of embeddings of the same recogniser
   * @param limit cosine from which a new identity is left out
   */
  public record Leak(List<String> galleries, double limit) {}

  /**
   * The composition.
   *
   * @param images of each identity, filled up by augmentation
   * @param least kept images below which an identity is replaced by a new one
   */
  public record Assemble(int images, int least, long seed) {}

  /**
   * Training, once for each order and seed.
   *
   * @param preset laptop or paper
   * @param settings what differs from the preset, as docs/training.md lists
   * @param orders measured, paper, or shuffled
   */
  public record Train(
      String preset, Map<String, Object> settings, List<String> orders, List<Long> seeds) {}

  /** Verification sets. */
  public record Evaluate(List<String> sets) {}

  public PipelineConfig {
    skip = List.copyOf(skip);
    Checks.config(source, skip, verdicts, grow, assemble, train);
  }

  /** What holds unless a file says otherwise. */
  static PipelineConfig usual(String source) {
    return new PipelineConfig(
        source,
        "",
        "faceplugin",
        "",
        List.of(),
        new Clean("default", .35, 2, 0),
        new Verdicts(Verdicts.SIMULATED, .05, 1, "gpt-4o", "env:OPENAI_API_KEY", "5", false),
        new Grow("rendered", "", "", 40, 49, .3, GROW_SEED),
        new Leak(List.of(), .7),
        new Assemble(50, 10, 1),
        new Train("laptop", Map.of(), List.of("measured", "shuffled"), List.of(1L)),
        new Evaluate(List.of()));
  }

  /**
   * The built-in sample with built-in models.
   *
   * @param sample folder with images, truth.csv and pairs.bin
   * @param settings of training, over the laptop preset
   */
  public static PipelineConfig demo(Path sample, Map<String, Object> settings) {
    PipelineConfig usual = usual(sample.resolve("images").toString());
    return new PipelineConfig(
        usual.source,
        "folders",
        "builtin",
        sample.resolve("truth.csv").toString(),
        usual.skip,
        usual.clean,
        usual.verdicts,
        usual.grow,
        usual.leak,
        usual.assemble,
        new Train("laptop", settings, usual.train.orders(), usual.train.seeds()),
        new Evaluate(List.of(sample.resolve("pairs.bin").toString())));
  }

  /** The same with other new people. */
  public PipelineConfig grown(String by, int identities, int variants) {
    return new PipelineConfig(
        source,
        format,
        model,
        truth,
        skip,
        clean,
        verdicts,
        new Grow(by, grow.kit, grow.generator, identities, variants, grow.separation, grow.seed),
        leak,
        assemble,
        train,
        evaluate);
  }

  /** The same with so many images of each identity. */
  public PipelineConfig filled(int images) {
    return new PipelineConfig(
        source,
        format,
        model,
        truth,
        skip,
        clean,
        verdicts,
        grow,
        leak,
        new Assemble(
            images, Math.min(assemble.least, Math.min(images, grow.variants)), assemble.seed),
        train,
        evaluate);
  }
}
