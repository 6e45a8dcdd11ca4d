package org.facewright.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.facewright.image.RgbImage;
import org.facewright.inference.InferenceException;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.InputPacker;
import org.facewright.inference.Tensor;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.catalogue.InputContract;
import org.facewright.inference.models.InstallException;
import org.facewright.inference.models.Models;
import org.facewright.inference.models.OpenModel;

/**
 * How fast a network is on this machine: batches of random pictures for two seconds after one to
 * warm up.
 */
final class ModelBenchmark {
  private static final long ENOUGH_NANOS = 2_000_000_000L;

  /**
   * What was measured.
   *
   * @param batch pictures in one run
   * @param runs that were timed
   * @param median milliseconds for one picture
   * @param slowest milliseconds for one picture of the slowest run
   */
  record Result(
      String name, InferenceSettings settings, int batch, int runs, double median, double slowest) {
    String sentence() {
      return String.format(
          Locale.ROOT,
          "%s: %,.0f pictures/s (%.2f ms a picture, slowest %.2f), %d at a time, %d threads, %s",
          name,
          1000 / median,
          median,
          slowest,
          batch,
          settings.threads(),
          settings.device().name().toLowerCase(Locale.ROOT));
    }
  }

  private final Models models;

  ModelBenchmark(Models models) {
    this.models = models;
  }

  Result measure(String name, InferenceSettings settings)
      throws CatalogueException, InstallException, InferenceException {
    try (OpenModel model = models.open(name, settings)) {
      int fixed = model.session().inputs().getFirst().batch();
      int batch = fixed > 0 ? fixed : settings.batch();
      Tensor input =
          new InputPacker(model.entry().input()).pack(pictures(model.entry().input(), batch));
      model.session().run(input);
      List<Double> times = new ArrayList<>();
      long start = System.nanoTime();
      while (System.nanoTime() - start < ENOUGH_NANOS) {
        long before = System.nanoTime();
        model.session().run(input);
        times.add((System.nanoTime() - before) / 1e6 / batch);
      }
      Collections.sort(times);
      return new Result(
          name,
          model.settings(),
          batch,
          times.size(),
          times.get(times.size() / 2),
          times.getLast());
    }
  }

  private static List<RgbImage> pictures(InputContract input, int count) {
    SplittableRandom random = new SplittableRandom(1);
    List<RgbImage> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] rgb = new byte[input.width() * input.height() * 3];
      random.nextBytes(rgb);
      pictures.add(new RgbImage(input.width(), input.height(), rgb));
    }
    return pictures;
  }
}
