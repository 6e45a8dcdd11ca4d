package org.facewright.gallery.map;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.function.BooleanSupplier;
import org.facewright.vector.FloatMatrix;
import smile.manifold.TSNE;
import smile.util.AlgoStatus;
import smile.util.IterativeAlgorithmController;

/** Exact t-SNE by Smile (van der Maaten and Hinton, JMLR 9, 2008). */
final class StochasticNeighbours {
  private static final int ITERATIONS = 750;
  private static final double EXAGGERATION = 12;
  private static final int PATIENCE = 100;

  private StochasticNeighbours() {}

  /**
   * @param rows [n][d], few columns
   * @return [n][2]
   * @throws CancellationException if {@code stopping} said so
   */
  static float[] place(FloatMatrix rows, double perplexity, BooleanSupplier stopping) {
    double[][] data = new double[rows.rows()][rows.columns()];
    for (int i = 0; i < data.length; i++) {
      for (int j = 0; j < rows.columns(); j++) {
        data[i][j] = rows.values()[i * rows.columns() + j];
      }
    }
    double rate = Math.max(50, rows.rows() / EXAGGERATION);
    try (IterativeAlgorithmController<AlgoStatus> controller =
        new IterativeAlgorithmController<>(Runnable::run, Flow.defaultBufferSize())) {
      controller.subscribe(new Watcher(controller, stopping));
      TSNE.Options options =
          new TSNE.Options(
              2,
              Math.min(perplexity, (rows.rows() - 1) / 3.0),
              rate,
              EXAGGERATION,
              ITERATIONS,
              PATIENCE,
              1e-7,
              .5,
              .8,
              250,
              .01,
              controller);
      double[][] places = TSNE.fit(data, options).coordinates();
      if (stopping.getAsBoolean()) {
        throw new CancellationException("t-SNE was stopped");
      }
      float[] flat = new float[places.length * 2];
      for (int i = 0; i < places.length; i++) {
        flat[2 * i] = (float) places[i][0];
        flat[2 * i + 1] = (float) places[i][1];
      }
      return flat;
    }
  }

  /** Hears of every iteration, and stops the next one when it is asked to. */
  private record Watcher(
      IterativeAlgorithmController<AlgoStatus> controller, BooleanSupplier stopping)
      implements Flow.Subscriber<AlgoStatus> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(AlgoStatus status) {
      if (stopping.getAsBoolean()) {
        controller.stop();
      }
    }

    @Override
    public void onError(Throwable problem) {}

    @Override
    public void onComplete() {}
  }
}
