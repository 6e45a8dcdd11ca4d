package org.facewright.generation.render;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * CPU time of a rendered picture, and wall time of a preview after one slider moved.
 *
 * <p>{@code RenderBench facekit}
 */
public final class RenderBench {
  private RenderBench() {}

  public static void main(String[] args) throws Exception {
    FaceRenderer renderer = new FaceRenderer(FaceKit.open(Path.of(args[0])));
    pictures(renderer, 10);
    System.out.printf(
        "112 px aligned with JPEG, one thread: %.1f ms CPU%n", pictures(renderer, 30));
    preview(renderer, "pose.yaw", false);
    for (String name : List.of("pose.yaw", "lighting.keyAzimuth")) {
      preview(renderer, name, true);
    }
    for (String name : List.of("skin.melanin", "shape.modes.0", "hair.length", "brows.arch")) {
      preview(renderer, name, true);
    }
  }

  private static double pictures(FaceRenderer renderer, int people) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    ShotSampler shots = new ShotSampler(1);
    for (int p = 0; p < people; p++) {
      Identity identity = new IdentitySampler(1).sample(p);
      Sitter sitter = renderer.sitter(identity);
      for (int s = 0; s < 20; s++) {
        sitter.jpeg(shots.sample(identity, p, s), Framing.aligned(112));
      }
    }
    return (threads.getCurrentThreadCpuTime() - start) / 1e6 / (people * 20);
  }

  private static void preview(FaceRenderer renderer, String slider, boolean print) {
    Identity identity = new IdentitySampler(1).sample(1);
    Shot shot = Shot.plain();
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      double value = 0.3 + 0.02 * i;
      Identity who =
          slider.startsWith("pose") || slider.startsWith("light")
              ? identity
              : Parameters.with(identity, slider, slider.contains("length") ? 0.6 + value : value);
      Shot how = who == identity ? Parameters.with(shot, slider, value * 40) : shot;
      long start = System.nanoTime();
      renderer.preview(who, how, 256);
      times.add((System.nanoTime() - start) / 1e6);
    }
    Collections.sort(times);
    if (print) {
      System.out.printf(
          "256 px preview, %s moved: median %.0f ms, p90 %.0f ms%n",
          slider, times.get(12), times.get(22));
    }
  }
}
