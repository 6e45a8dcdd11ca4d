package org.facewright.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Wall and processor time of something done several times; the first, cold, is told apart. On a
 * busy machine processor time divided by the number of processors is what the wall time would be.
 */
final class Stopwatch {
  /** Something that may fail. */
  interface Work {
    void run() throws Exception;
  }

  private static final int WIDTH = 44;

  private Stopwatch() {}

  static void time(String what, int runs, Work work) throws Exception {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double[] wall = new double[runs];
    double[] processor = new double[runs];
    for (int run = 0; run < runs; run++) {
      long start = System.nanoTime();
      long used = system.getProcessCpuTime();
      work.run();
      wall[run] = (System.nanoTime() - start) * 1e-6;
      processor[run] = (system.getProcessCpuTime() - used) * 1e-6;
    }
    double cold = wall[0];
    Arrays.sort(wall);
    Arrays.sort(processor);
    System.out.printf(
        "%-" + WIDTH + "s wall %8.1f ms median (%.1f best, %.1f first), processor %8.1f ms%n",
        what,
        wall[runs / 2],
        wall[0],
        cold,
        processor[runs / 2]);
  }
}
