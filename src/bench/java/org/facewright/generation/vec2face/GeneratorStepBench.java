package org.facewright.generation.vec2face;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.SplittableRandom;
import org.facewright.generation.vec2face.training.ConditionedBatch;
import org.facewright.generation.vec2face.training.GeneratorModule;
import org.facewright.generation.vec2face.training.GeneratorPlan;
import org.facewright.generation.vec2face.training.GeneratorStart;
import org.facewright.generation.vec2face.training.IdentityJudge;
import org.facewright.generation.vec2face.training.LossWeights;
import org.facewright.inference.torch.HostTensor;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.network.Network;
import org.facewright.network.Precision;
import org.facewright.network.architecture.Recognisers;
import org.facewright.network.weights.WeightStart;
import org.facewright.vector.FloatMatrix;

/**
 * What a training step of the small generator costs: wall time, and processor time of one thread,
 * which other programs on the machine hardly disturb. Arguments: batch, steps.
 */
public final class GeneratorStepBench {
  private GeneratorStepBench() {}

  public static void main(String[] args) throws Exception {
    int batch = args.length > 0 ? Integer.parseInt(args[0]) : 16;
    int steps = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    LossWeights picture = new LossWeights(1, 0, 0, 0, 0, 0);
    LossWeights plain = new LossWeights(1, 0.1, 0, 1, 0, 0);
    LossWeights judged = new LossWeights(1, 0.1, 1, 1, 0, 0);
    LossWeights all = new LossWeights(1, 0.1, 1, 1, 0, 1);
    try (TorchEngine engine = new TorchEngine(1)) {
      for (Precision precision : Precision.values()) {
        for (LossWeights losses : new LossWeights[] {picture, plain, judged, all}) {
          measure(engine, precision, losses, batch, steps);
        }
      }
    }
  }

  private static void measure(
      TorchEngine engine, Precision precision, LossWeights losses, int batch, int steps)
      throws Exception {
    GeneratorConfig config = GeneratorConfig.small(512);
    Network recogniser = Recognisers.named("mobilefacenet");
    IdentityJudge judge =
        new IdentityJudge(recogniser, WeightStart.of(recogniser, 1), IdentityJudge.Target.VECTOR);
    GeneratorPlan plan =
        new GeneratorPlan(
            config,
            MaskDraw.training(),
            losses,
            losses.identity() > 0 ? judge : null,
            null,
            losses.adversarial() > 0 ? 32 : 0,
            GeneratorPlan.publishedOptimiser(),
            precision,
            2,
            0.999);
    var start = GeneratorModule.start(GeneratorStart.of(config.generator().network(), 1));
    try (GeneratorModule module = new GeneratorModule(plan, start, engine, 1)) {
      ConditionedBatch data = batch(batch);
      long critic = losses.adversarial() > 0 ? 0 : -1;
      module.step(data, 1e-4, 0, critic);
      var threads = ManagementFactory.getThreadMXBean();
      long cpu = threads.getCurrentThreadCpuTime();
      long wall = System.nanoTime();
      for (int step = 1; step <= steps; step++) {
        module.step(data, 1e-4, step, critic);
      }
      System.out.println(
          String.format(
              Locale.ROOT,
              "%s %s batch %d: %.3f s a step, %.3f s of one core, %.1f ms a picture and core",
              precision,
              losses,
              batch,
              (System.nanoTime() - wall) / 1e9 / steps,
              (threads.getCurrentThreadCpuTime() - cpu) / 1e9 / steps,
              (threads.getCurrentThreadCpuTime() - cpu) / 1e6 / steps / batch));
    }
  }

  private static ConditionedBatch batch(int size) {
    SplittableRandom random = new SplittableRandom(1);
    byte[] pixels = new byte[size * 3 * 112 * 112];
    random.nextBytes(pixels);
    float[] vectors = new float[size * 512];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = (float) random.nextGaussian();
    }
    return new ConditionedBatch(
        new HostTensor.Bytes(new long[] {size, 3, 112, 112}, pixels),
        new FloatMatrix(size, 512, vectors),
        MaskDraw.training().draw(size, 1));
  }
}
