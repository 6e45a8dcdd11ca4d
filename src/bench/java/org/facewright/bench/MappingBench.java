package org.facewright.bench;

import java.util.Arrays;
import org.facewright.gallery.map.FaceMap;
import org.facewright.gallery.map.MapMethod;
import org.facewright.gallery.map.MapSettings;
import org.facewright.gallery.map.Mapping;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;

/**
 * How long a map takes. Arguments: points (100,000), values each (512), methods (UMAP,PCA). Points
 * lie around fifty directions; told is how many of a point's ten nearest on the map lie around the
 * same.
 */
public final class MappingBench {
  private static final int CENTRES = 50;

  private MappingBench() {}

  public static void main(String[] args) {
    int points = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    int dimension = args.length > 1 ? Integer.parseInt(args[1]) : 512;
    String methods = args.length > 2 ? args[2] : "PCA,UMAP";
    PlantedFaces faces = new PlantedFaces(CENTRES, points / CENTRES, dimension, 0, .7, .05, 1);
    float[] rows = new float[points * dimension];
    float[] some = new float[faces.size() * dimension];
    for (int c = 0; c < CENTRES; c++) {
      faces.copy(c, some);
      System.arraycopy(some, 0, rows, c * some.length, some.length);
    }
    for (int i = 0; i < points; i++) {
      Kernels.normalise(rows, i * dimension, dimension);
    }
    long[] ids = new long[points];
    Arrays.setAll(ids, i -> i);
    for (String method : methods.split(",")) {
      run(MapMethod.valueOf(method), ids, new FloatMatrix(points, dimension, rows), faces.size());
    }
  }

  private static void run(MapMethod method, long[] ids, FloatMatrix rows, int size) {
    Mapping mapping = Mapping.of(MapSettings.of("planted", method, 0), ids, rows);
    long start = System.nanoTime();
    for (int step = 0; step < mapping.steps(); step++) {
      long began = System.nanoTime();
      mapping.step(step, () -> false);
      if (step < 2 || step == 11 || step == 12 || step == mapping.steps() - 1) {
        System.out.printf("  step %d: %.2f s%n", step, (System.nanoTime() - began) / 1e9);
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "%s of %,d points x %d values: %.1f s, heap %d MB, neighbours of the same centre %.1f %%%n",
        method,
        ids.length,
        rows.columns(),
        seconds,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        100 * agreement(mapping.map(), size));
  }

  /** Of 500 points: share of the ten nearest on the map that lie around the same centre. */
  private static double agreement(FaceMap map, int size) {
    int asked = 500;
    long same = 0;
    for (int q = 0; q < asked; q++) {
      int i = (int) ((long) q * map.points() / asked);
      int[] nearest = nearest(map, i);
      for (int other : nearest) {
        same += other / size == i / size ? 1 : 0;
      }
    }
    return same / (10.0 * asked);
  }

  private static int[] nearest(FaceMap map, int i) {
    int[] best = new int[10];
    double[] distances = new double[10];
    Arrays.fill(distances, Double.MAX_VALUE);
    for (int j = 0; j < map.points(); j++) {
      double distance = Math.hypot(map.x()[j] - map.x()[i], map.y()[j] - map.y()[i]);
      if (j != i && distance < distances[9]) {
        int at = 9;
        while (at > 0 && distances[at - 1] > distance) {
          distances[at] = distances[at - 1];
          best[at] = best[at - 1];
          at--;
        }
        distances[at] = distance;
        best[at] = j;
      }
    }
    return best;
  }
}
