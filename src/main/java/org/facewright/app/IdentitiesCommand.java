package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.generation.vec2face.identity.CentreGaussian;
import org.facewright.generation.vec2face.identity.SeparabilityCurve;
import org.facewright.generation.vec2face.identity.Separation;
import org.facewright.generation.vec2face.identity.VectorSource;
import org.facewright.inference.nearest.KernelScreen;
import org.facewright.inference.nearest.Screen;
import org.facewright.inference.nearest.ScreenException;
import org.facewright.inference.nearest.TorchScreen;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.inference.torch.TorchException;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Npy;
import org.facewright.vector.NpyType;
import org.facewright.vector.NpyWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code facewright identities}: vectors of new identities. */
@Command(
    name = "identities",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Draws vectors of new identities that are unlike each other, and measures them.")
final class IdentitiesCommand implements Runnable {
  /** What compares vectors. */
  enum Engine {
    /** Matrix products in PyTorch, in the faster precision. */
    TORCH,
    /** The Vector API. */
    JAVA
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  @Command(
      name = "sample",
      mixinStandardHelpOptions = true,
      description = "Draws vectors until enough of them are separate.")
  int sample(
      @Mixin Output output,
      @Option(names = "--count", required = true, description = "vectors to keep") int count,
      @Option(names = "--output", required = true, paramLabel = "NPY") Path target,
      @Option(
              names = "--dim",
              defaultValue = "512",
              description = "numbers of a vector (${DEFAULT-VALUE})")
          int dim,
      @Option(
              names = "--centres",
              paramLabel = "NPY",
              description = "draw as these identity centres lie, instead of from N(0, 1)")
          @Nullable Path centres,
      @Option(
              names = "--threshold",
              defaultValue = "0.3",
              description = "highest cosine of two (${DEFAULT-VALUE})")
          double threshold,
      @Option(names = "--seed", defaultValue = "1") long seed,
      @Option(
              names = "--tries",
              defaultValue = "20",
              description = "candidates at most, times the count (${DEFAULT-VALUE})")
          int tries,
      @Option(names = "--engine", defaultValue = "TORCH", description = "${COMPLETION-CANDIDATES}")
          Engine engine,
      @Option(names = "--threads", paramLabel = "N") @Nullable Integer threads)
      throws IOException {
    if (count < 1 || dim < 1 || tries < 1) {
      throw new ParameterException(spec.commandLine(), "At least one vector of one number.");
    }
    long start = System.nanoTime();
    Path whole = target.toAbsolutePath();
    Path fresh = whole.resolveSibling(whole.getFileName() + ".part");
    try (OpenScreen open = OpenScreen.of(engine, count, size(centres, dim), threads)) {
      VectorSource source =
          centres == null
              ? new VectorSource.Gaussian(dim, seed)
              : new CentreGaussian(Npy.matrix(centres), seed);
      Separation.Outcome outcome;
      try (NpyWriter writer = new NpyWriter(fresh, NpyType.FLOAT32, source.dim())) {
        outcome =
            new Separation(threshold, (long) count * tries, () -> false, kept -> {})
                .draw(source, count, open.screen(), writer::write);
      }
      if (outcome.kept() < count) {
        throw new UserException(
            "Only %,d of %,d candidates are separate at %s; %,d were wanted. Raise --threshold or --tries."
                .formatted(outcome.kept(), outcome.candidates(), threshold, count));
      }
      Files.move(fresh, whole, StandardCopyOption.REPLACE_EXISTING);
      return told(output, target, outcome, (System.nanoTime() - start) / 1e9);
    } catch (Vec2FaceException | ScreenException | TorchException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static int size(@Nullable Path centres, int dim) throws IOException {
    return centres == null ? dim : Npy.matrix(centres).columns();
  }

  private static int told(Output output, Path target, Separation.Outcome outcome, double seconds) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("output", target.toString());
    figures.put("kept", outcome.kept());
    figures.put("candidates", outcome.candidates());
    figures.put("seconds", seconds);
    output.result(
        String.format(
            Locale.ROOT,
            "%,d identities of %,d candidates in %s, %.1f s",
            outcome.kept(),
            outcome.candidates(),
            target,
            seconds),
        figures);
    return ExitCodes.DONE;
  }

  @Command(
      name = "separability",
      mixinStandardHelpOptions = true,
      description = "The share of identities with no earlier one above a cosine, as CSV.")
  int separability(
      @Mixin Output output,
      @Parameters(paramLabel = "NPY", description = "one vector an identity") Path vectors,
      @Option(names = "--output", required = true, paramLabel = "CSV") Path target,
      @Option(
              names = "--threshold",
              defaultValue = "0.4",
              description = "cosine (${DEFAULT-VALUE})")
          double threshold,
      @Option(names = "--points", defaultValue = "50", description = "(${DEFAULT-VALUE})")
          int points,
      @Option(names = "--engine", defaultValue = "TORCH", description = "${COMPLETION-CANDIDATES}")
          Engine engine,
      @Option(names = "--threads", paramLabel = "N") @Nullable Integer threads)
      throws IOException {
    FloatMatrix rows = Npy.matrix(vectors);
    if (points < 1 || rows.rows() == 0) {
      throw new ParameterException(spec.commandLine(), "At least one point of one vector.");
    }
    try (OpenScreen open = OpenScreen.of(engine, rows.rows(), rows.columns(), threads)) {
      SeparabilityCurve curve = SeparabilityCurve.of(rows, threshold, points, open.screen());
      Files.writeString(target, curve.csv());
      double share = curve.points().getLast().share();
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("output", target.toString());
      figures.put("identities", rows.rows());
      figures.put("separate", share);
      output.result(
          String.format(
              Locale.ROOT,
              "%.2f %% of %,d identities have no earlier one above %s",
              100 * share,
              rows.rows(),
              threshold),
          figures);
      return ExitCodes.DONE;
    } catch (Vec2FaceException | ScreenException | TorchException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  /** A screen with the engine that it needs. */
  private record OpenScreen(Screen screen, @Nullable TorchEngine torch) implements AutoCloseable {
    static OpenScreen of(Engine engine, int capacity, int dim, @Nullable Integer threads)
        throws TorchException, ScreenException, IOException {
      if (engine == Engine.JAVA) {
        return new OpenScreen(new KernelScreen(dim), null);
      }
      Installation.keepLibraries();
      int lanes = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
      TorchEngine torch = new TorchEngine(lanes);
      return new OpenScreen(
          new TorchScreen(torch, capacity, dim, TorchScreen.faster(torch, dim)), torch);
    }

    @Override
    public void close() {
      screen.close();
      if (torch != null) {
        torch.close();
      }
    }
  }
}
