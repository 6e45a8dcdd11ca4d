package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.facewright.faces.OnnxEmbedder;
import org.facewright.generation.vec2face.FaceGenerator;
import org.facewright.generation.vec2face.FaceSheet;
import org.facewright.generation.vec2face.GeneratorHome;
import org.facewright.generation.vec2face.IdentityVectors;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.generation.vec2face.identity.CentreGaussian;
import org.facewright.generation.vec2face.identity.SeparabilityCurve;
import org.facewright.generation.vec2face.identity.Separation;
import org.facewright.generation.vec2face.identity.VectorSource;
import org.facewright.generation.vec2face.measure.GeneratorMeasure;
import org.facewright.generation.vec2face.training.FaceFolder;
import org.facewright.generation.vec2face.variant.HalvingBatches;
import org.facewright.generation.vec2face.variant.Mix;
import org.facewright.generation.vec2face.variant.Perturbation;
import org.facewright.image.ImageDecoder;
import org.facewright.image.ImageException;
import org.facewright.image.PngEncoder;
import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.inference.nearest.KernelScreen;
import org.facewright.network.Precision;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Npy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code facewright vec2face measure}: what a generator does to identities. */
@Command(
    name = "measure",
    mixinStandardHelpOptions = true,
    description =
        "How like their vectors drawn faces are, how separable new identities, how far variants go.")
final class Vec2FaceMeasureCommand implements Callable<Integer> {
  private static final double[] SIGMAS = {0, .2, .3, .5, .7};
  private static final int EACH = 4;
  private static final int SHOWN = 12;

  @Mixin private Output output = new Output();
  @Mixin private EngineOptions engine = new EngineOptions();
  @Mixin private GeneratorOption generator = new GeneratorOption();

  @Option(
      names = "--faces",
      required = true,
      paramLabel = "DIR",
      description = "aligned 112 x 112 faces that it has not learnt, one folder an identity")
  private Path faces = Path.of("");

  @Option(
      names = "--most",
      defaultValue = "400",
      paramLabel = "N",
      description = "of the faces, evenly over all (${DEFAULT-VALUE})")
  private int most;

  @Option(
      names = "--centres",
      paramLabel = "NPY",
      description = "new identities lie as these do (default: centres.npy beside the generator)")
  private @Nullable Path centres;

  @Option(
      names = "--identities",
      defaultValue = "1000",
      paramLabel = "N",
      description = "new identities (${DEFAULT-VALUE})")
  private int identities;

  @Option(
      names = "--separation",
      defaultValue = "0.3",
      description = "highest cosine of two of their vectors (${DEFAULT-VALUE})")
  private double separation;

  @Option(names = "--seed", defaultValue = "1", description = "(${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--sheet",
      paramLabel = "PNG",
      description = "each row: a face, the face of its vector, variants of growing sigma")
  private @Nullable Path sheet;

  @Override
  public Integer call() throws IOException {
    Installation installation = Installation.here();
    try {
      GeneratorHome home = GeneratorHome.at(generator.path(installation), null);
      try (FaceGenerator open = GeneratorFiles.open(home, Precision.FP32, engine.settings());
          OnnxEmbedder embedder =
              new OnnxEmbedder(
                  installation
                      .models(Installation.runtime())
                      .open(home.conditioning(), engine.settings()),
                  OnnxEmbedder.Flip.NONE)) {
        HalvingBatches batches =
            new HalvingBatches(open, engine.settings().batch(), now -> output.note("batch " + now));
        measure(home, new GeneratorMeasure(batches, embedder, home.maskRate(), seed));
        return ExitCodes.DONE;
      }
    } catch (Vec2FaceException
        | InferenceException
        | CatalogueException
        | InstallException
        | ImageException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  private void measure(GeneratorHome home, GeneratorMeasure measure)
      throws Vec2FaceException, IOException, ImageException {
    List<RgbImage> real = read();
    FloatMatrix vectors = IdentityVectors.scaled(measure.embedded(real), home.vectorNorm());
    Map<String, Object> figures = new LinkedHashMap<>();
    StringJoiner text = new StringJoiner(System.lineSeparator());
    GeneratorMeasure.Likeness likeness = measure.reconstruction(vectors);
    figures.put("reconstruction", likeness);
    text.add(
        line(
            "faces of %,d vectors it has not learnt: mean cosine %.3f, a tenth below %.3f, above .5 %.1f %%",
            likeness.count(), likeness.mean(), likeness.lowest(), 100 * likeness.shareAbove05()));
    double separate = separable(home, measure);
    figures.put("separable", separate);
    text.add(
        line(
            "%,d new identities: %.1f %% have no earlier one above .4",
            identities, 100 * separate));
    FloatMatrix few = some(vectors, SHOWN);
    List<GeneratorMeasure.VariantRow> rows = new ArrayList<>();
    for (double sigma : SIGMAS) {
      GeneratorMeasure.VariantRow row = measure.variants(few, sigma, EACH);
      rows.add(row);
      text.add(
          line(
              "sigma %.1f: cosine with the reference %.3f, among variants %.3f",
              sigma, row.toReference(), row.among()));
    }
    figures.put("variants", rows);
    if (sheet != null) {
      Files.write(sheet, new PngEncoder().encode(sheet(measure, real, vectors)));
    }
    output.result(text.toString(), figures);
  }

  private static String line(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }

  private List<RgbImage> read() throws Vec2FaceException, IOException, ImageException {
    FaceFolder folder = FaceFolder.list(faces);
    ImageDecoder decoder = new ImageDecoder();
    List<RgbImage> read = new ArrayList<>();
    int count = Math.min(most, folder.size());
    for (int i = 0; i < count; i++) {
      Path file = folder.file((int) ((long) i * folder.size() / count));
      read.add(decoder.decode(Files.readAllBytes(file)));
    }
    return read;
  }

  private static FloatMatrix some(FloatMatrix all, int count) {
    int taken = Math.min(count, all.rows());
    float[] values = new float[taken * all.columns()];
    for (int i = 0; i < taken; i++) {
      int row = (int) ((long) i * all.rows() / taken);
      System.arraycopy(all.row(row), 0, values, i * all.columns(), all.columns());
    }
    return new FloatMatrix(taken, all.columns(), values);
  }

  /** Of faces of new vectors, as the recogniser sees them. */
  private double separable(GeneratorHome home, GeneratorMeasure measure)
      throws Vec2FaceException, IOException {
    Path like = centres == null ? GeneratorHome.centres(home.file()) : centres;
    int dim = measure.embedder().dim();
    VectorSource source =
        Files.exists(like)
            ? new CentreGaussian(Npy.matrix(like), seed)
            : new VectorSource.Gaussian(dim, seed);
    float[] drawn = new float[Math.multiplyExact(identities, dim)];
    int[] kept = {0};
    try (KernelScreen screen = new KernelScreen(dim)) {
      new Separation(separation, 100L * identities, () -> false, now -> {})
          .draw(
              source,
              identities,
              screen,
              row -> System.arraycopy(row, 0, drawn, kept[0]++ * dim, dim));
    }
    if (kept[0] < identities) {
      throw new Vec2FaceException(
          "Only %,d of %,d new identities can be kept apart by %s: raise --separation."
              .formatted(kept[0], identities, separation));
    }
    FloatMatrix vectors =
        IdentityVectors.scaled(new FloatMatrix(identities, dim, drawn), home.vectorNorm());
    FloatMatrix seen = measure.embedded(measure.draw(vectors));
    try (KernelScreen screen = new KernelScreen(dim)) {
      return SeparabilityCurve.of(seen, .4, 1, screen).points().getLast().share();
    }
  }

  private static RgbImage sheet(GeneratorMeasure measure, List<RgbImage> real, FloatMatrix vectors)
      throws Vec2FaceException {
    FaceSheet made = new FaceSheet(1 + SIGMAS.length);
    int shown = Math.min(SHOWN, real.size());
    for (int i = 0; i < shown; i++) {
      int at = (int) ((long) i * real.size() / shown);
      List<RgbImage> row = new ArrayList<>(List.of(real.get(at)));
      for (double sigma : SIGMAS) {
        Perturbation noise = new Perturbation.Gaussian(Mix.of(sigma));
        row.addAll(measure.draw(measure.moved(vectors.row(at), noise, sigma, 1, i)));
      }
      made.row(row);
    }
    return made.picture();
  }
}
