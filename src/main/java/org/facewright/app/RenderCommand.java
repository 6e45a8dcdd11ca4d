package org.facewright.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.facewright.generation.render.FaceKit;
import org.facewright.generation.render.FaceKitException;
import org.facewright.generation.render.FaceRenderer;
import org.facewright.generation.render.Framing;
import org.facewright.generation.render.Occasion;
import org.facewright.generation.render.RenderException;
import org.facewright.generation.render.RenderRun;
import org.facewright.generation.render.SampleSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facewright render}: identities from a 3D face model, with every parameter labelled. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    description = "Renders labelled identities from a 3D face model; no real person is in them.")
public final class RenderCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--facekit",
      paramLabel = "PATH",
      description = {
        "The ICT Face Model Light: ict_pack.npz, or ICT-FaceKit's folder FaceXModel",
        "(default: the one that comes along)."
      })
  private @Nullable Path facekit;

  @Option(names = "--identities", defaultValue = "200", description = "People (${DEFAULT-VALUE}).")
  private int identities;

  @Option(names = "--shots", defaultValue = "20", description = "Pictures each (${DEFAULT-VALUE}).")
  private int shots;

  @Option(names = "--seed", defaultValue = "1", description = "Of everything (${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--output", paramLabel = "DIR", description = "A new or empty folder.")
  private @Nullable Path output;

  @Option(names = "--size", defaultValue = "112", description = "Pixels (${DEFAULT-VALUE}).")
  private int size;

  @Option(
      names = "--align",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Lay the five points on the ArcFace template; --no-align: whole pictures.")
  private boolean align;

  @Option(
      names = "--occasion",
      defaultValue = "EVERYDAY",
      paramLabel = "KIND",
      description =
          "EVERYDAY: any pose, light and place; STUDIO: almost frontal, calm, softly lit, before a"
              + " grey wall (${DEFAULT-VALUE}).")
  private Occasion occasion = Occasion.EVERYDAY;

  @Option(
      names = "--samples",
      defaultValue = "2",
      description = "Samples a pixel, across and down, 1 to 4 (${DEFAULT-VALUE}).")
  private int samples;

  @Option(names = "--threads", paramLabel = "N", description = "People at a time (all cores).")
  private @Nullable Integer threads;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Option(
      names = "--sample",
      paramLabel = "DIR",
      description = "Instead: write the sample set with planted label noise to a new folder.")
  private @Nullable Path sample;

  @Override
  public Integer call() {
    if ((output == null) == (sample == null)) {
      throw new ParameterException(spec.commandLine(), "Name --output DIR or --sample DIR.");
    }
    long start = System.nanoTime();
    try {
      RenderRun.Summary summary = render();
      print(summary, (System.nanoTime() - start) / 1e9);
      return 0;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "Cannot render " + e.getMessage(), e);
    } catch (FaceKitException | RenderException e) {
      err().println("facewright render: " + e.getMessage());
      err().flush();
      return 1;
    }
  }

  private RenderRun.Summary render() throws FaceKitException, RenderException {
    int lanes = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    RenderRun.Settings settings =
        new RenderRun.Settings(
            identities, shots, seed, new Framing(size, align, samples), occasion, lanes);
    FaceRenderer renderer = new FaceRenderer(FaceKit.open(kit()));
    if (sample != null) {
      return new SampleSet(renderer, seed, lanes).write(sample, done -> tell(done, 210, "people"));
    }
    int all = identities * shots;
    return new RenderRun(renderer, settings)
        .write(java.util.Objects.requireNonNull(output), done -> tell(done, all, "pictures"));
  }

  private Path kit() {
    if (facekit != null) {
      return facekit;
    }
    return Installation.here()
        .faceKit()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), "No face model is here; name one with --facekit PATH."));
  }

  private void tell(int done, int all, String what) {
    if (done % Math.max(1, all / 20) == 0 || done == all) {
      synchronized (this) {
        err().println(done + " of " + all + " " + what);
        err().flush();
      }
    }
  }

  private void print(RenderRun.Summary summary, double seconds) {
    PrintWriter out = spec.commandLine().getOut();
    String text =
        json
            ? "{\"pictures\":%d,\"bytes\":%d,\"seconds\":%.1f}"
            : "%d pictures, %d bytes, in %.1f s";
    out.println(
        String.format(java.util.Locale.ROOT, text, summary.pictures(), summary.bytes(), seconds));
    out.flush();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
