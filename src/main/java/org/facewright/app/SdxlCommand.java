package org.facewright.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facewright.generation.diffusion.DiffusionListener;
import org.facewright.generation.diffusion.DiffusionPipeline;
import org.facewright.generation.diffusion.GeneratedPicture;
import org.facewright.generation.diffusion.PictureProvenance;
import org.facewright.generation.diffusion.PictureRequest;
import org.facewright.generation.diffusion.SamplingSettings;
import org.facewright.generation.diffusion.StepReport;
import org.facewright.generation.diffusion.latent.GivenNoise;
import org.facewright.generation.diffusion.latent.Guidance;
import org.facewright.generation.diffusion.latent.NoiseSource;
import org.facewright.generation.diffusion.latent.NoiseType;
import org.facewright.generation.diffusion.latent.TorchRandom;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.EngineSettings;
import org.facewright.generation.diffusion.schedule.Scheduler;
import org.facewright.image.PngEncoder;
import org.facewright.inference.Device;
import org.facewright.inference.InferenceException;
import org.facewright.jobs.WholeFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code facewright sdxl}: one picture, exactly as asked, no filtering. Exit code 0 when it is
 * written, 1 when it could not be made, 2 when the command line is wrong.
 */
@Command(
    name = "sdxl",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Draws one picture with a Stable Diffusion XL folder in ONNX.")
public final class SdxlCommand implements Callable<Integer> {
  private static final double GIGA = 1e9;

  /** Scheduler names as the command line spells them. */
  public static final class SchedulerNames extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    public SchedulerNames() {
      super(Scheduler.texts());
    }
  }

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--model", required = true, paramLabel = "DIR", description = "The model folder.")
  private @Nullable Path model;

  @Option(names = "--prompt", required = true, description = "What the picture shows.")
  private String prompt = "";

  @Option(
      names = "--negative",
      description = "What it must not show. Left out and \"\" differ: zeros, or the empty text.")
  private @Nullable String negative;

  @Option(
      names = "--scheduler",
      defaultValue = "euler",
      completionCandidates = SchedulerNames.class,
      description = "One of ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private String scheduler = "";

  @Option(names = "--steps", defaultValue = "30", description = "Steps (${DEFAULT-VALUE}).")
  private int steps;

  @Option(
      names = "--guidance",
      defaultValue = "7.5",
      description = "How strongly the prompt counts; 1 or less is off (${DEFAULT-VALUE}).")
  private float guidance;

  @Option(
      names = "--guidance-rescale",
      defaultValue = "0",
      description = "0..1, against overexposed pictures (${DEFAULT-VALUE}).")
  private float rescale;

  @Option(names = "--seed", defaultValue = "0", description = "As torch's (${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--width", defaultValue = "1024", description = "Pixels (${DEFAULT-VALUE}).")
  private int width;

  @Option(names = "--height", defaultValue = "1024", description = "Pixels (${DEFAULT-VALUE}).")
  private int height;

  @Option(
      names = "--batch",
      defaultValue = "1",
      description = "Pictures at once from one seed; the second is written to out-2.png.")
  private int batch;

  @Option(names = "--output", required = true, paramLabel = "PNG", description = "Written whole.")
  private @Nullable Path output;

  @Option(names = "--half-noise", description = "Draw noise as a float16 pipeline does.")
  private boolean halfNoise;

  @Option(
      names = "--noise",
      paramLabel = "JSON",
      description =
          "Take the noise from a file instead of a seed: {\"unit_noise\": [...],"
              + " \"lcm_noises\": [[...]]}.")
  private @Nullable Path noise;

  @Option(
      names = "--prompt-weights",
      description = "Read (text:1.2) and [text] as weights instead of literally.")
  private boolean promptWeights;

  @Option(names = "--device", description = "auto, cpu or cuda (auto).")
  private String device = "auto";

  @Option(names = "--threads", description = "Of the processor (all).")
  private @Nullable Integer threads;

  @Option(
      names = "--memory",
      paramLabel = "GB",
      description = "For weights at a time; networks take turns in it (half of the machine's).")
  private @Nullable Double memory;

  @Option(names = "--json", description = "Print the result as JSON, progress on standard error.")
  private boolean json;

  @Override
  public Integer call() {
    try {
      run(request());
      return 0;
    } catch (DiffusionException | InferenceException | IOException e) {
      err().println(e.getMessage());
      return 1;
    }
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("run through picocli");
    }
    return spec;
  }

  private PrintWriter out() {
    return spec().commandLine().getOut();
  }

  private PrintWriter err() {
    return spec().commandLine().getErr();
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec().commandLine(), sentence);
  }

  private PictureRequest request() {
    Scheduler chosen =
        Scheduler.of(scheduler)
            .orElseThrow(
                () ->
                    wrong(
                        "There is no scheduler \"%s\": choose one of %s."
                            .formatted(scheduler, String.join(", ", Scheduler.texts()))));
    try {
      PictureRequest request =
          new PictureRequest(
              prompt,
              negative,
              seed,
              batch,
              new SamplingSettings(
                  chosen,
                  steps,
                  new Guidance(guidance, rescale),
                  width,
                  height,
                  halfNoise ? NoiseType.FLOAT16 : NoiseType.FLOAT32,
                  promptWeights));
      request.requireMeetable();
      return request;
    } catch (IllegalArgumentException | DiffusionException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private EngineSettings engine() {
    EngineSettings settings = EngineSettings.ofThisMachine();
    try {
      var inference =
          settings.inference().withDevice(Device.valueOf(device.toUpperCase(Locale.ROOT)));
      if (threads != null) {
        inference = inference.withThreads(threads);
      }
      settings = settings.withInference(inference);
      return memory == null ? settings : settings.withWeightBytes((long) (memory * GIGA));
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private void run(PictureRequest request)
      throws DiffusionException, InferenceException, IOException {
    if (model == null || output == null) {
      throw wrong("--model and --output are needed");
    }
    long start = System.nanoTime();
    NoiseSource source =
        noise == null
            ? NoiseSource.drawn(new TorchRandom(seed), request.settings().noise())
            : GivenNoise.read(noise);
    EngineSettings settings = engine();
    try (DiffusionPipeline pipeline =
        DiffusionPipeline.open(model, Installation.runtime(), settings)) {
      List<GeneratedPicture> pictures =
          pipeline.generate(request, source, new Progress(err())).orElseThrow();
      for (int i = 0; i < pictures.size(); i++) {
        WholeFile.write(target(output, i), new PngEncoder().encode(pictures.get(i).picture()));
      }
      report(pictures.getFirst().provenance(), (System.nanoTime() - start) / GIGA, output);
    }
  }

  private static Path target(Path first, int index) {
    String name = String.valueOf(first.getFileName());
    int dot = name.lastIndexOf('.') < 1 ? name.length() : name.lastIndexOf('.');
    return index == 0
        ? first
        : first.resolveSibling(name.substring(0, dot) + "-" + (index + 1) + name.substring(dot));
  }

  private void report(PictureProvenance made, double seconds, Path target) {
    if (json) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("output", target.toString());
      result.putAll(made.fields());
      result.put("seconds", Math.round(seconds * 1000) / 1000.0);
      out().println(JsonMapper.builder().build().writeValueAsString(result));
    } else {
      made.warnings().forEach(err()::println);
      out().println("%s written in %.1f s.".formatted(target, seconds));
    }
    out().flush();
  }

  /** One line a step, so that a long run shows how long it takes. */
  private static final class Progress implements DiffusionListener {
    private final PrintWriter err;

    Progress(PrintWriter err) {
      this.err = err;
    }

    @Override
    public void step(StepReport report) {
      err.println(
          String.format(
              Locale.ROOT,
              "step %d of %d, %.1f s left",
              report.done(),
              report.steps(),
              report.secondsLeft()));
      err.flush();
    }
  }
}
