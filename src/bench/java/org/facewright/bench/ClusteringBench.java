package org.facewright.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.facewright.clustering.Cleaner;
import org.facewright.clustering.CleaningOutcome;
import org.facewright.clustering.CleaningPolicy;
import org.facewright.clustering.ClusteringBoard;
import org.facewright.clustering.Constraints;
import org.facewright.clustering.DefaultPolicy;
import org.facewright.clustering.EmbeddingSource;
import org.facewright.clustering.FixedPolicy;
import org.facewright.clustering.GraphBuilder;
import org.facewright.clustering.NeighbourGraph;
import org.facewright.clustering.OutcomeChange;
import org.facewright.clustering.PaperPolicy;
import org.facewright.project.ImageState;

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
    PlantedFaces faces = new PlantedFaces(identities, size, dimension, .15, .78, .12, 1);
    boolean fits = (long) identities * size * dimension * Float.BYTES < 2L << 30;
    EmbeddingSource source = fits ? Cached.of(faces) : faces;
    System.out.printf(
        "%,d identities x %d images x %d values, %d processors%n",
        identities, size, dimension, Runtime.getRuntime().availableProcessors());
    AtomicReference<NeighbourGraph> built = new AtomicReference<>();
    Stopwatch.time(
        "build",
        fits ? 7 : 1,
        () -> built.set(new GraphBuilder(source, 1).build(done -> {}, () -> false)));
    NeighbourGraph graph = built.get();
    System.out.printf("pairs in memory: %.0f MB%n", NeighbourGraph.bytes(graph.layout()) * 1e-6);
    ClusteringBoard board = new ClusteringBoard(graph);
    for (int minSamples : new int[] {2, 4}) {
      AtomicInteger position = new AtomicInteger();
      Stopwatch.time(
          "slider move, min samples " + minSamples,
          21,
          () -> board.cluster(.5 - .01 * position.getAndIncrement(), minSamples));
    }
    policies(new Cleaner(source, graph), fits ? 9 : 2);
  }

  private static void policies(Cleaner cleaner, int runs) throws Exception {
    AtomicReference<CleaningOutcome> outcome = new AtomicReference<>();
    for (CleaningPolicy policy :
        List.of(
            new FixedPolicy(.4, 2, .05),
            new FixedPolicy(.35, 2, .05),
            PaperPolicy.published(),
            DefaultPolicy.standard())) {
      CleaningOutcome before = outcome.get();
      Stopwatch.time(
          policy.name() + " policy, with states and reasons",
          runs,
          () -> outcome.set(cleaner.clean(policy, Constraints.none(), () -> false)));
      System.out.printf(
          "  keeps %,d, asks about %,d%n",
          outcome.get().count(ImageState.KEPT), outcome.get().count(ImageState.AMBIGUOUS));
      if (before != null) {
        OutcomeChange change = new OutcomeChange(before, outcome.get());
        Stopwatch.time("what changes (" + change.images().length + ")", 9, change::images);
      }
    }
  }
}
