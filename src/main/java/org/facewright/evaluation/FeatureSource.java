package org.facewright.evaluation;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.facewright.jobs.JobException;

/** A recogniser at work. One thread at a time. */
public interface FeatureSource extends AutoCloseable {
  /**
   * Features of length 1, in the order of the pictures; fewer when it was told to stop.
   *
   * @throws JobException if one picture gives none; its place among the pictures is in the message
   */
  List<float[]> features(List<byte[]> pictures, BooleanSupplier stopping, Consumer<String> log)
      throws JobException;

  @Override
  void close();

  /** Starts the recogniser of an order. */
  interface Starter {
    FeatureSource start(EvaluationOrder order) throws JobException;
  }
}
