package org.facewright.generation.diffusion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.facewright.generation.diffusion.latent.TorchRandom;
import org.facewright.generation.diffusion.part.EngineSettings;
import org.facewright.generation.diffusion.schedule.Sampler;
import org.facewright.generation.diffusion.schedule.ScheduleConfig;
import org.facewright.generation.diffusion.schedule.Scheduler;
import org.facewright.generation.diffusion.text.ClipTokeniser;
import org.facewright.generation.diffusion.text.ClipVocabulary;
import org.facewright.generation.imagine.KnownPeople;
import org.facewright.generation.imagine.MachineSpeed;
import org.facewright.generation.prompt.CoveragePlan;
import org.facewright.generation.prompt.Description;
import org.facewright.generation.prompt.PromptPreset;
import org.facewright.image.PngEncoder;
import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.OnnxRuntime;
import org.facewright.network.onnx.AttributeProto;
import org.facewright.network.onnx.DataType;

/**
 * Rates of everything in a picture that is not a network, and its share in a run. {@code
 * DiffusionBench run [RUNS]}: only the share, in runs of a UNet whose step takes one to two seconds
 * on two cores, by elapsed time.
 */
public final class DiffusionBench {
  private static final int LATENT = 4 * 128 * 128;
  private static final int STEPS = 30;
  private static final int CHANNELS = 64;

  /** As wide as the finest level of SDXL's UNet. */
  private static final int WIDE = 320;

  private DiffusionBench() {}

  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals("run")) {
      realisticRun(args.length > 1 ? Integer.parseInt(args[1]) : 3);
      return;
    }
    List<Description> plan = plan();
    tokens(plan);
    noise();
    for (Scheduler scheduler : Scheduler.values()) {
      steps(scheduler);
    }
    comparing();
    encoding();
    row("convolution of a UNet, this machine", flops(), "GFLOP/s");
    wholeRun();
  }

  private static List<Description> plan() throws Exception {
    CoveragePlan plan = new CoveragePlan(PromptPreset.STANDARD.space());
    plan.plan(10_000, 1);
    long start = cpu();
    List<Description> made = plan.plan(10_000, 2);
    row("plan of 10,000 people", cpuSeconds(start) * 1000, "ms");
    return made;
  }

  private static void tokens(List<Description> plan) {
    long opening = cpu();
    ClipTokeniser tokeniser = new ClipTokeniser(ClipVocabulary.builtIn(), "!");
    row("vocabulary, built in", cpuSeconds(opening) * 1000, "ms");
    long tokens = 0;
    for (int round = 0; round < 2; round++) {
      tokens = 0;
      long start = cpu();
      for (Description each : plan) {
        tokens += tokeniser.prompt(each.prompt()).used();
      }
      if (round == 1) {
        row("tokeniser", plan.size() / cpuSeconds(start), "prompts/s");
        row("  tokens a prompt", (double) tokens / plan.size(), "");
      }
    }
  }

  private static void noise() {
    TorchRandom random = new TorchRandom(1);
    random.normal(1 << 22);
    long start = cpu();
    random.normal(1 << 22);
    row("noise, float32", (1 << 22) / cpuSeconds(start) / 1e6, "million numbers/s");
    start = cpu();
    random.normalHalf(1 << 22);
    row("noise, float16", (1 << 22) / cpuSeconds(start) / 1e6, "million numbers/s");
  }

  private static void steps(Scheduler scheduler) {
    float[] predicted = new TorchRandom(2).normal(LATENT);
    float[] clean = new float[LATENT];
    float[] input = new float[LATENT];
    double best = Double.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      Sampler sampler = scheduler.start(ScheduleConfig.sdxl(), STEPS);
      float[] latent = predicted.clone();
      long start = cpu();
      for (int k = 0; k < sampler.steps(); k++) {
        sampler.scaleInput(latent, k, input);
        sampler.step(latent, predicted, k, sampler.wantsNoise(k) ? predicted : null, clean);
      }
      best = Math.min(best, cpuSeconds(start) / sampler.steps());
    }
    row("step of " + scheduler.text() + ", 1024 x 1024", best * 1000, "ms");
  }

  /** How long a newcomer is compared with everybody. */
  private static void comparing() {
    int count = 100_000;
    int dim = 512;
    float[] rows = new TorchRandom(3).normal(count * dim);
    KnownPeople people = new KnownPeople(dim);
    people.addAll(rows, row -> "p" + row);
    float[] unit = java.util.Arrays.copyOf(rows, dim);
    double best = Double.MAX_VALUE;
    for (int round = 0; round < 10; round++) {
      long start = System.nanoTime();
      people.nearest(unit);
      best = Math.min(best, seconds(start));
    }
    row("nearest of 100,000 people, 512-d", best * 1000, "ms");
  }

  /** A picture on its way into the project. */
  private static void encoding() {
    byte[] rgb = new byte[1024 * 1024 * 3];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i / 3 % 1024 / 8 + (i * 31 & 7));
    }
    RgbImage picture = new RgbImage(1024, 1024, rgb);
    double best = Double.MAX_VALUE;
    for (int round = 0; round < 4; round++) {
      long start = cpu();
      new PngEncoder().encode(picture);
      best = Math.min(best, cpuSeconds(start));
    }
    row("PNG of 1024 x 1024", best * 1000, "ms");
  }

  private static double flops() throws Exception {
    return MachineSpeed.measure(new OnnxRuntime(), InferenceSettings.ofThisMachine()) / 1e9;
  }

  /** SDXL's real widths and a float16 UNet of some convolutions. */
  private static void wholeRun() throws Exception {
    Path folder = Files.createTempDirectory("facewright-bench");
    Path model = model(folder);
    try {
      emptyRun(model);
      convolutions(CHANNELS, 4).write(model.resolve("unet"));
      sharedRun(model);
    } finally {
      delete(folder);
    }
  }

  private static Path model(Path folder) throws IOException {
    Path model = LightModel.write(folder);
    LightModel.encoder(768).write(model.resolve("text_encoder"));
    LightModel.encoder(1280).write(model.resolve("text_encoder_2"));
    Files.delete(model.resolve("unet/config.json"));
    return model;
  }

  /** Elapsed time within and without the networks, each run for itself and all of them together. */
  private static void realisticRun(int runs) throws Exception {
    Path folder = Files.createTempDirectory("facewright-bench");
    try {
      Path model = model(folder);
      convolutions(WIDE, 2).write(model.resolve("unet"));
      EngineSettings settings = EngineSettings.ofThisMachine();
      try (DiffusionPipeline pipeline =
          DiffusionPipeline.open(model, new OnnxRuntime(), settings)) {
        pipeline.generate(request(2), DiffusionListener.NONE);
        double all = 0;
        double networks = 0;
        for (int run = 1; run <= runs; run++) {
          long inside = pipeline.ledger().nanosInside();
          long start = System.nanoTime();
          pipeline.generate(request(), DiffusionListener.NONE);
          double elapsed = seconds(start);
          double within = (pipeline.ledger().nanosInside() - inside) / 1e9;
          row("run %d: 30 steps with guidance, 1024 x 1024".formatted(run), elapsed, "s");
          row("  a step within the network", within / STEPS, "s");
          row("  outside the networks", (elapsed - within) * 1000, "ms");
          row("  outside, share of the run", 100 * (elapsed - within) / elapsed, "%");
          all += elapsed;
          networks += within;
        }
        row("all runs: outside, share", 100 * (all - networks) / all, "%");
      }
    } finally {
      delete(folder);
    }
  }

  private static PictureRequest request() {
    return request(STEPS);
  }

  private static PictureRequest request(int steps) {
    SamplingSettings settings = Preset.BASE.settings();
    return PictureRequest.of(
        "a face", "blurred", 1, settings.withScheduler(settings.scheduler(), steps));
  }

  /** With networks that do nothing, on one thread: processor time of everything else, and a bit. */
  private static void emptyRun(Path model) throws Exception {
    nothing().write(model.resolve("unet"));
    EngineSettings one = EngineSettings.ofThisMachine();
    one = one.withInference(one.inference().withThreads(1));
    var clock = java.lang.management.ManagementFactory.getThreadMXBean();
    try (DiffusionPipeline pipeline = DiffusionPipeline.open(model, new OnnxRuntime(), one)) {
      double best = Double.MAX_VALUE;
      for (int round = 0; round < 5; round++) {
        long start = clock.getCurrentThreadCpuTime();
        pipeline.generate(request(), DiffusionListener.NONE);
        best = Math.min(best, (clock.getCurrentThreadCpuTime() - start) / 1e6);
      }
      row("30 steps, 1024 x 1024, empty networks (cpu)", best, "ms");
      row("  as a share of 30 steps of 200 ms", best / (STEPS * 200.0) * 100, "%");
    }
  }

  private static void sharedRun(Path model) throws Exception {
    try (DiffusionPipeline pipeline =
        DiffusionPipeline.open(model, new OnnxRuntime(), EngineSettings.ofThisMachine())) {
      pipeline.generate(request(), DiffusionListener.NONE);
      pipeline.generate(request(), DiffusionListener.NONE);
      long inside = pipeline.ledger().nanosInside();
      long start = System.nanoTime();
      pipeline.generate(request(), DiffusionListener.NONE);
      double all = seconds(start);
      double networks = (pipeline.ledger().nanosInside() - inside) / 1e9;
      row("run of 30 steps with guidance, 1024 x 1024", all, "s");
      row("  inside networks", networks, "s");
      row("  outside", (all - networks) * 1000, "ms");
      row("  outside, share", 100 * (all - networks) / all, "%");
      row("  step time of that network", networks / STEPS * 1000, "ms");
    }
  }

  private static TinyNet unet() {
    return new TinyNet()
        .input("sample", DataType.FLOAT16, -1, 4, -1, -1)
        .input("timestep", DataType.FLOAT16)
        .input("encoder_hidden_states", DataType.FLOAT16, -1, -1, 2048)
        .input("text_embeds", DataType.FLOAT16, -1, 1280)
        .input("time_ids", DataType.FLOAT16, -1, 6)
        .output("out_sample", DataType.FLOAT16, -1, 4, -1, -1);
  }

  private static TinyNet nothing() {
    return unet().node("Identity", "out_sample", "sample");
  }

  /** Latent, so many convolutions of that width, latent. */
  private static TinyNet convolutions(int width, int depth) {
    Random random = new Random(1);
    float[] into = new float[width * 4 * 9];
    float[] middle = new float[width * width * 9];
    float[] out = new float[4 * width * 9];
    for (float[] weights : new float[][] {into, middle, out}) {
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) random.nextGaussian() * .02f;
      }
    }
    AttributeProto pads = AttributeProto.ints("pads", 1, 1, 1, 1);
    TinyNet net =
        unet()
            .constant("into", new long[] {width, 4, 3, 3}, into)
            .constant("middle", new long[] {width, width, 3, 3}, middle)
            .constant("out", new long[] {4, width, 3, 3}, out)
            .node("Cast", "x", List.of("sample"), AttributeProto.of("to", 1L))
            .node("Conv", "level0", List.of("x", "into"), pads);
    for (int level = 0; level < depth; level++) {
      net.node("Conv", "level" + (level + 1), List.of("level" + level, "middle"), pads);
    }
    return net.node("Conv", "noise", List.of("level" + depth, "out"), pads)
        .node("Add", "sum", "x", "noise")
        .node("Cast", "out_sample", List.of("sum"), AttributeProto.of("to", 10L));
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Processor time of this thread: steady even where others work. */
  private static long cpu() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double cpuSeconds(long start) {
    return (cpu() - start) / 1e9;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void row(String what, double value, String unit) {
    System.out.printf(java.util.Locale.ROOT, "%-45s %,14.3f %s%n", what, value, unit);
  }
}
