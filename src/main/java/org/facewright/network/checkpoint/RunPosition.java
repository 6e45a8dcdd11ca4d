package org.facewright.network.checkpoint;

/**
 * Where a run stands. With the run's seed it decides every later random choice: order, pictures'
 * changes, dropout and class sampling are all drawn anew from seed and step.
 *
 * @param step steps done
 * @param epoch the epoch in progress, from 0
 * @param batch batches done of that epoch
 * @param seed of the run
 */
public record RunPosition(long step, int epoch, int batch, long seed) {
  public RunPosition {
    if (step < 0 || epoch < 0 || batch < 0) {
      throw new IllegalArgumentException("a run cannot stand at " + step + ", " + epoch);
    }
  }

  public static RunPosition start(long seed) {
    return new RunPosition(0, 0, 0, seed);
  }

  public RunPosition next(int batchesPerEpoch) {
    return batch + 1 < batchesPerEpoch
        ? new RunPosition(step + 1, epoch, batch + 1, seed)
        : new RunPosition(step + 1, epoch + 1, 0, seed);
  }
}
