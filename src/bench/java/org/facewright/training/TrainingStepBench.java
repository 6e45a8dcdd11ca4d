package org.facewright.training;

import java.util.Random;
import org.facewright.inference.Device;
import org.facewright.inference.torch.HostTensor;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.network.Network;
import org.facewright.network.Precision;
import org.facewright.network.architecture.CompactNet;
import org.facewright.network.architecture.IResNet;
import org.facewright.network.architecture.MobileFaceNet;
import org.facewright.network.optimiser.Optimiser;
import org.facewright.network.weights.WeightStart;
import org.facewright.training.head.Head;

/**
 * Seconds a training step, on the card where one answers: {@code TrainingStepBench iresnet18 32 5 2
 * 1} (net, batch, steps, threads, devices that share the batch).
 */
public final class TrainingStepBench {
  private TrainingStepBench() {}

  public static void main(String[] arguments) throws Exception {
    String name = arguments.length > 0 ? arguments[0] : "iresnet18";
    int batch = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 32;
    int steps = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    int threads = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 2;
    int devices = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 1;
    Network network =
        name.startsWith("iresnet")
            ? IResNet.published(Integer.parseInt(name.substring(7)), false).network()
            : name.equals("compact")
                ? CompactNet.standard().network()
                : MobileFaceNet.standard().network();
    byte[] pixels = new byte[batch * 3 * 112 * 112];
    new Random(1).nextBytes(pixels);
    long[] labels = new Random(2).longs(batch, 0, 1000).toArray();
    try (TorchEngine engine = new TorchEngine(Device.AUTO, threads, devices)) {
      for (Precision precision : Precision.values()) {
        TrainingPlan plan =
            TrainingPlan.of(
                network, new Head.ArcFace(), Optimiser.Sgd.published(), precision, 1000);
        try (TrainingModule module =
            new TrainingModule(plan, TrainingModule.start(WeightStart.of(network, 3)), engine, 4)) {
          HostTensor.Bytes input = new HostTensor.Bytes(new long[] {batch, 3, 112, 112}, pixels);
          module.step(input, labels, 0.01, 0);
          long start = System.nanoTime();
          double busy = processorSeconds();
          TrainingStep last = null;
          for (int step = 1; step <= steps; step++) {
            last = module.step(input, labels, 0.01, step);
          }
          double seconds = (System.nanoTime() - start) / 1e9 / steps;
          busy = (processorSeconds() - busy) / steps;
          System.out.printf(
              "%s %s batch %d on %d: %.3f s a step (%.3f s of processor), %.1f pictures/s, %s%n",
              name, precision, batch, devices, seconds, busy, batch / seconds, last);
        }
      }
    }
  }

  private static double processorSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }
}
