package org.facewright.bench;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.facewright.clustering.Cleaner;
import org.facewright.clustering.CleaningOutcome;
import org.facewright.clustering.Clustering;
import org.facewright.clustering.ClusteringBoard;
import org.facewright.clustering.Constraints;
import org.facewright.clustering.EmbeddingSource;
import org.facewright.clustering.FixedPolicy;
import org.facewright.clustering.GraphBuilder;
import org.facewright.clustering.NeighbourGraph;
import org.facewright.clustering.OutcomeChange;
import org.facewright.clustering.PaperPolicy;

/**
 * The neighbour graph of a whole project and what is done with it: build, slider moves, policies.
 * Arguments: identities (10,000), images each (50), dimension (512).
 */
public final class ClusteringBench {
  private ClusteringBench() {}

  /** Rows in memory, as a memory-mapped store has them once the file is cached. */
  private record Cached(PlantedFaces faces, float[][] rows) implements EmbeddingSource {
    static Cached of(PlantedFaces faces) {
      float[][] rows = new float[faces.identities()][faces.size() * faces.dimension()];
      IntStream.range(0, rows.length).parallel().forEach(i -> faces.copy(i, rows[i]));
      return new Cached(faces, rows);
    }

    @Override
    public int identities() {
      return faces.identities();
    }

    @Override
    public int size(int identity) {
      return faces.size();
    }

    @Override
    public int dimension() {
      return faces.dimension();
    }

    @Override
    public void copy(int identity, float[] target) {
      System.arraycopy(rows[identity], 0, target, 0, rows[identity].length);
    }
  }

  public static void main(String[] args) throws Exception {
    int identities = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int size = args.length > 1 ? Integer.parseInt(args[1]) : 50;
    int dimension = args.length > 2 ? Integer.parseInt(args[2]) : 512;
    PlantedFaces faces = new PlantedFaces(identities, size, dimension, .15, .8, 1);
    boolean fits = (long) identities * size * dimension * Float.BYTES < 2L << 30;
    EmbeddingSource source = fits ? Cached.of(faces) : faces;
    System.out.printf(
        "%,d identities x %d images x %d values, %d processors%n",
        identities, size, dimension, Runtime.getRuntime().availableProcessors());
    NeighbourGraph graph = null;
    for (int run = 0; run < (fits ? 5 : 1); run++) {
      long start = System.nanoTime();
      graph = new GraphBuilder(source, 1).build(done -> {}, () -> false);
      report("build" + (run == 0 ? " (cold)" : ""), start);
    }
    System.out.printf(
        "%-38s %8.0f MB%n", "pairs in memory", NeighbourGraph.bytes(graph.layout()) * 1e-6);
    sliders(new ClusteringBoard(graph));
    policies(new Cleaner(graph));
  }

  private static void sliders(ClusteringBoard board) {
    double[] positions = {.35, .5, .45, .42, .4, .38, .36, .34, .32, .3};
    for (int minSamples : new int[] {2, 4}) {
      double[] millis = new double[positions.length];
      for (int i = 0; i < positions.length; i++) {
        long start = System.nanoTime();
        Clustering clustering = board.cluster(positions[i], minSamples);
        millis[i] = (System.nanoTime() - start) * 1e-6;
        if (i == 0) {
          System.out.printf(
              "%-38s %8.1f ms, keeps %,d%n",
              "slider move, min samples " + minSamples + " (cold)",
              millis[0],
              clustering.inLargest());
        }
      }
      Arrays.sort(millis);
      System.out.printf(
          "%-38s %8.1f ms median, %.1f ms worst%n",
          "slider move, min samples " + minSamples, millis[millis.length / 2], millis[9]);
    }
  }

  private static void policies(Cleaner cleaner) {
    CleaningOutcome fixed = null;
    CleaningOutcome moved = null;
    for (int run = 0; run < 5; run++) {
      long start = System.nanoTime();
      fixed = cleaner.clean(new FixedPolicy(.35, 2, .05), Constraints.none(), () -> false);
      report("fixed policy with reasons", start);
      moved = cleaner.clean(new FixedPolicy(.4, 2, .05), Constraints.none(), () -> false);
      start = System.nanoTime();
      int changed = new OutcomeChange(fixed, moved).images().length;
      report("what changes (" + changed + " images)", start);
      start = System.nanoTime();
      cleaner.clean(PaperPolicy.published(), Constraints.none(), () -> false);
      report("paper policy", start);
    }
  }

  private static void report(String what, long start) {
    System.out.printf("%-38s %8.1f ms%n", what, (System.nanoTime() - start) * 1e-6);
  }
}
