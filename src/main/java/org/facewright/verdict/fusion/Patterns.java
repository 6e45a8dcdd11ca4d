package org.facewright.verdict.fusion;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The images of a table, those with the same votes together: calibration then costs nothing. */
@SuppressWarnings("ArrayRecordComponent") // Shared within the package, never compared.
record Patterns(long[] patterns, int[] unknown, int[] good, int[] bad) {
  static Patterns of(VoteTable table) {
    Map<Long, int[]> counts = new TreeMap<>();
    for (int image = 0; image < table.images(); image++) {
      counts.computeIfAbsent(table.pattern(image), p -> new int[3])[table.person(image) + 1]++;
    }
    int n = counts.size();
    Patterns all = new Patterns(new long[n], new int[n], new int[n], new int[n]);
    int at = 0;
    for (Map.Entry<Long, int[]> entry : counts.entrySet()) {
      int[] count = entry.getValue();
      all.patterns[at] = entry.getKey();
      all.unknown[at] = count[0];
      all.good[at] = count[1];
      all.bad[at++] = count[2];
    }
    return all;
  }

  /** How many good and bad images people found, for the patterns of which they saw any. */
  Map<Long, int[]> reviewed() {
    Map<Long, int[]> reviewed = new HashMap<>();
    for (int p = 0; p < patterns.length; p++) {
      if (good[p] + bad[p] > 0) {
        reviewed.put(patterns[p], new int[] {good[p], bad[p]});
      }
    }
    return reviewed;
  }

  int size() {
    return patterns.length;
  }
}
