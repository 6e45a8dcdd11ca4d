package org.facewright.verdict.fusion;

/**
 * Prints what the fusion reaches on synthetic votes, seed by seed, and what a calibration takes.
 */
final class FunnelBench {
  private FunnelBench() {}

  public static void main(String[] args) {
    System.out.println("seed   recall     lost  people  calibration ms");
    for (long seed = 1; seed <= 20; seed++) {
      FusionTest.World world = new FusionTest.World(seed);
      Fusion fusion = FusionTest.afterReview(world);
      long start = System.nanoTime();
      Fusion.of(world.table, CalibrationSettings.DEFAULT, Goals.DEFAULT);
      System.out.printf(
          "%4d  %6.3f %%  %5.3f %%  %4.2f %%  %14.1f%n",
          seed,
          100 * world.recall(fusion),
          100 * world.lost(fusion),
          100 * fusion.funnel().askedShare(),
          (System.nanoTime() - start) / 1e6);
    }
  }
}
