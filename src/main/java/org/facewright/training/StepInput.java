package org.facewright.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.facewright.inference.torch.HostTensor;
import org.jspecify.annotations.Nullable;

/**
 * What a training step is told.
 *
 * @param pixels [B, 3, H, W]
 * @param labels B class numbers, or positions among the classes that take part
 * @param settings of the optimiser
 * @param classes that take part; null for all
 */
@SuppressWarnings("ArrayRecordComponent")
record StepInput(
    HostTensor.Bytes pixels,
    long[] labels,
    HostTensor settings,
    HostTensor.@Nullable Longs classes) {
  /**
   * @param step the first is 0
   */
  static StepInput of(
      TrainingPlan plan,
      HostTensor.Bytes pixels,
      long[] labels,
      double rate,
      long seed,
      long step) {
    HostTensor settings = HostTensor.doubles(plan.optimiser().tellStep(rate, step + 1));
    if (!plan.sampled()) {
      return new StepInput(pixels, labels, settings, null);
    }
    ClassSample sample = ClassSample.draw(plan, labels, seed, step);
    return new StepInput(pixels, sample.labels(), settings, HostTensor.longs(sample.classes()));
  }

  /** Arguments of the script's {@code step}. */
  HostTensor[] whole() {
    return withClasses(List.of(pixels, HostTensor.longs(labels), settings));
  }

  /** Arguments of the script's {@code gradients} on some of the pictures. */
  HostTensor[] of(Share share) {
    int one = pixels.values().length / labels.length;
    long[] shape = pixels.shape().clone();
    shape[0] = share.size();
    byte[] part = Arrays.copyOfRange(pixels.values(), share.from() * one, share.to() * one);
    long[] its = Arrays.copyOfRange(labels, share.from(), share.to());
    return withClasses(List.of(new HostTensor.Bytes(shape, part), HostTensor.longs(its)));
  }

  /** Arguments of the script's {@code apply}: these after the settings. */
  HostTensor[] apply(List<HostTensor> changes) {
    List<HostTensor> arguments = new ArrayList<>(List.of(settings));
    arguments.addAll(changes);
    return withClasses(arguments);
  }

  private HostTensor[] withClasses(List<HostTensor> arguments) {
    List<HostTensor> all = new ArrayList<>(arguments);
    if (classes != null) {
      all.add(classes);
    }
    return all.toArray(HostTensor[]::new);
  }
}
