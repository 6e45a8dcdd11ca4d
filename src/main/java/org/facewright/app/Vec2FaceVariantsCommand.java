package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facewright.faces.OnnxEmbedder;
import org.facewright.generation.vec2face.FaceGenerator;
import org.facewright.generation.vec2face.GeneratorHome;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.generation.vec2face.variant.HalvingBatches;
import org.facewright.generation.vec2face.variant.Mix;
import org.facewright.generation.vec2face.variant.Perturbation;
import org.facewright.generation.vec2face.variant.Reference;
import org.facewright.generation.vec2face.variant.VariantFolder;
import org.facewright.generation.vec2face.variant.VariantMaker;
import org.facewright.generation.vec2face.variant.VariantReport;
import org.facewright.generation.vec2face.variant.VariantSettings;
import org.facewright.inference.InferenceException;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.inference.models.Models;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facewright vec2face variants}: more pictures of each identity. */
@Command(
    name = "variants",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Draws variants of identities: one folder each, finished or not there at all.",
      "The same line goes on where a stopped run was; finished folders are left alone."
    })
final class Vec2FaceVariantsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Output output = new Output();
  @Mixin private EngineOptions engine = new EngineOptions();
  @Mixin private GeneratorOption generator = new GeneratorOption();
  @Mixin private VariantOptions drawn = new VariantOptions();

  @Option(names = "--config", paramLabel = "FILE", description = "default: config.json beside it")
  private @Nullable Path config;

  @Option(
      names = "--reference",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description = "pictures of faces, .npy files of vectors, or one row of one: vectors.npy:17")
  private List<String> references = List.of();

  @Option(names = "--count", defaultValue = "49", description = "of each (${DEFAULT-VALUE})")
  private int count;

  @Option(
      names = "--sigma",
      defaultValue = "0.2",
      paramLabel = "MIX",
      description =
          "noise on each coordinate: one number, a mix like 0.3:40,0.5:40,0.7:20, or hsface,"
              + " reference, pose (${DEFAULT-VALUE})")
  private String sigma = "";

  @Option(
      names = "--similarity",
      defaultValue = "-1",
      description = "lowest cosine to the reference; others are tried again (${DEFAULT-VALUE})")
  private double similarity;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "new folders in it")
  private Path target = Path.of("");

  @Override
  public Integer call() throws IOException, CatalogueException, InstallException {
    long start = System.nanoTime();
    try {
      GeneratorHome home = GeneratorHome.at(generator.path(Installation.here()), config);
      VariantSettings settings = settings(home);
      try (References found = references(home);
          FaceGenerator open = open(home)) {
        found.require(open.features(), settings.judged());
        List<Reference> all = found.read(references, open.features(), home.vectorNorm());
        Tally tally = make(all, settings, open, found.embedder());
        double seconds = (System.nanoTime() - start) / 1e9;
        output.result(tally.sentence(target, seconds), tally.figures(target, seconds));
        return tally.missing > 0 ? ExitCodes.WITH_FAILURES : ExitCodes.DONE;
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    } catch (Vec2FaceException | InferenceException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  private FaceGenerator open(GeneratorHome home) throws Vec2FaceException, IOException {
    return GeneratorFiles.open(home, drawn.precision(), engine.settings());
  }

  private VariantSettings settings(GeneratorHome home) {
    String angle = drawn.angle();
    Double maskRate = drawn.maskRate();
    Perturbation how =
        angle == null
            ? new Perturbation.Gaussian(Mix.named(sigma))
            : new Perturbation.Angular(Mix.parse(angle));
    double rate = maskRate == null ? home.maskRate() : maskRate;
    int batch = Math.min(count, engine.settings().batch());
    return new VariantSettings(
        count, how, similarity, drawn.retries(), drawn.duplicate(), rate, drawn.seed(), batch);
  }

  /** Pictures and filters need a recogniser; rows of vectors alone do not. */
  private References references(GeneratorHome home)
      throws CatalogueException, InstallException, InferenceException {
    boolean pictures = references.stream().anyMatch(text -> !References.isVectors(text));
    boolean filters = similarity > -1 || drawn.duplicate() <= 1;
    if (!pictures && !filters) {
      return References.ofVectors();
    }
    String embedder = drawn.embedder();
    String name = embedder == null ? home.conditioning() : embedder;
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "Name the recogniser that the generator's vectors come from: --embedder NAME.");
    }
    Models models = Installation.here().models(Installation.runtime());
    return References.open(models, name, engine.settings());
  }

  private Tally make(
      List<Reference> all,
      VariantSettings settings,
      FaceGenerator open,
      @Nullable OnnxEmbedder judge)
      throws Vec2FaceException, IOException {
    HalvingBatches batches =
        new HalvingBatches(
            open,
            settings.batch(),
            smaller -> output.note("Not enough memory: the batch is now " + smaller + "."));
    VariantMaker maker = new VariantMaker(batches, settings, judge, () -> false);
    Tally tally = new Tally();
    for (Reference reference : all) {
      Path folder = target.resolve(reference.name());
      if (VariantFolder.done(folder)) {
        tally.finished++;
        continue;
      }
      try (VariantFolder writing =
          new VariantFolder(folder, drawn.format(), open.hash(), settings)) {
        tally.add(maker.make(reference, writing));
        writing.finish();
      }
    }
    return tally;
  }

  /** What became of all identities. */
  private static final class Tally {
    private int identities;
    private int finished;
    private int kept;
    private int missing;
    private int unlike;
    private int duplicates;

    void add(VariantReport report) {
      identities++;
      kept += report.kept();
      missing += report.missing();
      unlike += report.unlike();
      duplicates += report.duplicates();
    }

    String sentence(Path target, double seconds) {
      return String.format(
          Locale.ROOT,
          "%,d pictures of %,d identities in %s, %.1f s%s%s",
          kept,
          identities,
          target,
          seconds,
          finished > 0 ? "; %,d identities were there already".formatted(finished) : "",
          missing > 0 ? "; %,d variants missing after all tries".formatted(missing) : "");
    }

    Map<String, Object> figures(Path target, double seconds) {
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("output", target.toString());
      figures.put("identities", identities);
      figures.put("alreadyThere", finished);
      figures.put("pictures", kept);
      figures.put("missing", missing);
      figures.put("unlike", unlike);
      figures.put("duplicates", duplicates);
      figures.put("seconds", seconds);
      return figures;
    }
  }
}
