package org.facewright.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.facewright.generation.vec2face.FaceGenerator;
import org.facewright.generation.vec2face.GeneratorHome;
import org.facewright.generation.vec2face.engine.Drawing;
import org.facewright.generation.vec2face.engine.GeneratorUse;
import org.facewright.generation.vec2face.engine.Likeness;
import org.facewright.generation.vec2face.growth.GrowJob;
import org.facewright.generation.vec2face.growth.GrowOrder;
import org.facewright.generation.vec2face.variant.HalvingBatches;
import org.facewright.generation.vec2face.variant.VariantFolder;
import org.facewright.inference.InferenceSettings;
import org.facewright.jobs.JobRecord;
import org.facewright.network.Precision;
import org.facewright.project.Project;

/**
 * The job that grows identities into a project, encoding and booking included, against the bare
 * network on the same number of pictures, in turn. Nothing is filtered, so that both draw the same.
 * Arguments: generator folder, identities, variants, rounds.
 */
public final class GrowBench {
  private static final int FEATURES = 512;

  private GrowBench() {}

  public static void main(String[] args) throws Exception {
    Path generator = Path.of(args[0]).toAbsolutePath();
    int identities = args.length > 1 ? Integer.parseInt(args[1]) : 40;
    int variants = args.length > 2 ? Integer.parseInt(args[2]) : 49;
    int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 3;
    InferenceSettings settings = InferenceSettings.ofThisMachine();
    Path work = Files.createTempDirectory("facewright-grow");
    int pictures = identities * variants;
    for (int round = 0; round < rounds; round++) {
      double bare = bare(generator, settings, pictures);
      double job = job(work.resolve("p" + round), generator, settings, identities, variants, round);
      System.out.println(
          String.format(
              Locale.ROOT,
              "%,d pictures: bare %.1f/s, job %.1f/s, %.1f %% (generator opened in both)",
              pictures,
              pictures / bare,
              pictures / job,
              100 * bare / job));
    }
  }

  private static double bare(Path folder, InferenceSettings settings, int pictures)
      throws Exception {
    long start = System.nanoTime();
    GeneratorHome home = GeneratorHome.at(folder, null);
    try (FaceGenerator open = GeneratorFiles.open(home, Precision.FP32, settings)) {
      HalvingBatches batches = new HalvingBatches(open, settings.batch(), smaller -> {});
      SplittableRandom random = new SplittableRandom(1);
      for (int done = 0; done < pictures; done += settings.batch()) {
        int count = Math.min(settings.batch(), pictures - done);
        List<float[]> vectors = new ArrayList<>();
        long[] seeds = new long[count];
        for (int i = 0; i < count; i++) {
          float[] vector = new float[FEATURES];
          for (int j = 0; j < FEATURES; j++) {
            vector[j] = (float) random.nextGaussian();
          }
          vectors.add(vector);
          seeds[i] = random.nextLong();
        }
        batches.draw(vectors, seeds, .15);
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static double job(
      Path folder,
      Path generator,
      InferenceSettings settings,
      int identities,
      int variants,
      long seed)
      throws Exception {
    Project.create(folder, "bench").close();
    Installation installation = Installation.here();
    Drawing drawing =
        new Drawing(
            variants,
            "hsface",
            false,
            -1,
            0,
            2,
            .15,
            seed,
            Likeness.VECTOR,
            VariantFolder.Format.JPEG);
    GrowOrder order =
        new GrowOrder(
            GeneratorUse.of(generator.toString()),
            identities,
            .9,
            GrowOrder.NORMAL,
            List.of(),
            List.of(),
            null,
            drawing);
    try (Session session = Session.open(folder, installation.inProcess(settings))) {
      JobRecord job = session.jobs().submit(GrowJob.NAME, "growing", order.toJson());
      long start = System.nanoTime();
      JobRecord ended = session.jobs().runNow(job.id());
      double seconds = (System.nanoTime() - start) / 1e9;
      if (ended.failed() > 0) {
        throw new IllegalStateException(String.valueOf(ended.message()));
      }
      return seconds;
    }
  }
}
