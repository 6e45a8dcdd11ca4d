package org.facewright.vector;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Exact search for the rows of one matrix that are most similar to each row of another, on all
 * processors: blocks of products small enough for the cache, and a short sorted list per query.
 */
public final class TopK {
  private static final int QUERIES = 64;
  private static final int BASE = 512;

  private TopK() {}

  /**
   * What was found, query by query.
   *
   * @param k neighbours of each query
   * @param rows [queries][k] numbers of rows, best first, the lower number first of equals; -1
   *     where there are fewer than k rows
   * @param products [queries][k] their dot products with the query, NaN where there is no row
   */
  @SuppressWarnings("ArrayRecordComponent") // Millions of results: read in place.
  public record Found(int k, int[] rows, float[] products) {}

  /**
   * @param queries [n][d], usually rows of length 1
   * @param base [m][d], usually rows of length 1
   * @param k 1 or more
   * @param cancelled asked before each block of 64 queries
   * @throws CancellationException if {@code cancelled} said so
   */
  public static Found find(
      FloatMatrix queries, FloatMatrix base, int k, BooleanSupplier cancelled) {
    if (k < 1 || queries.columns() != base.columns()) {
      throw new IllegalArgumentException(
          "top " + k + " of rows of " + base.columns() + " for queries of " + queries.columns());
    }
    int[] rows = new int[Math.multiplyExact(queries.rows(), k)];
    float[] products = new float[rows.length];
    Arrays.fill(rows, -1);
    Arrays.fill(products, Float.NaN);
    IntStream.range(0, Math.ceilDiv(queries.rows(), QUERIES))
        .parallel()
        .forEach(
            block -> {
              if (cancelled.getAsBoolean()) {
                throw new CancellationException("the search was cancelled");
              }
              search(queries, block * QUERIES, base, k, rows, products);
            });
    return new Found(k, rows, products);
  }

  private static void search(
      FloatMatrix queries, int first, FloatMatrix base, int k, int[] rows, float[] products) {
    int count = Math.min(QUERIES, queries.rows() - first);
    float[] block = new float[count * BASE];
    for (int from = 0; from < base.rows(); from += BASE) {
      int width = Math.min(BASE, base.rows() - from);
      Kernels.products(
          queries.values(), first, count, base.values(), from, width, base.columns(), block);
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < width; j++) {
          take(block[i * width + j], from + j, (first + i) * k, k, rows, products);
        }
      }
    }
  }

  private static void take(float product, int row, int start, int k, int[] rows, float[] products) {
    int at = start + k - 1;
    // A free place holds NaN, of which no comparison is true.
    if (product <= products[at] || Float.isNaN(product)) {
      return;
    }
    while (at > start && !(products[at - 1] >= product)) {
      products[at] = products[at - 1];
      rows[at] = rows[at - 1];
      at--;
    }
    products[at] = product;
    rows[at] = row;
  }
}
