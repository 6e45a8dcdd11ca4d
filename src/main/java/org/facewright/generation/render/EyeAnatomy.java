package org.facewright.generation.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where lids and lashes are in the model: the edge of each eye opening as a ring of vertices, and
 * the columns of the lash cards from root to tip.
 */
final class EyeAnatomy {
  private static final float EYE_X = 3.1f;
  private static final float EYE_Y = 3.6f;

  /** Vertices of a lash card from root to tip. */
  private static final int ROWS = 6;

  /** Ring of vertices round each opening: the subject's right eye, then the left. */
  final List<int[]> openings;

  /** Columns of six vertices from root to tip, neighbours in the list beside each other. */
  final List<int[]> lashColumns;

  EyeAnatomy(FaceKit kit) {
    List<int[]> rings = rings(kit);
    openings = new ArrayList<>();
    for (int side = -1; side <= 1; side += 2) {
      for (int[] ring : rings) {
        if (centre(kit, ring, side) < 1) {
          openings.add(ring);
          break;
        }
      }
    }
    lashColumns = lashes(kit);
  }

  private static double centre(FaceKit kit, int[] ring, int side) {
    double x = Arrays.stream(ring).mapToDouble(v -> kit.neutral()[v * 3]).average().orElse(0);
    double y = Arrays.stream(ring).mapToDouble(v -> kit.neutral()[v * 3 + 1]).average().orElse(0);
    return Math.hypot(x - side * EYE_X, y - EYE_Y);
  }

  /** Closed chains of edges that belong to one face triangle only. */
  private static List<int[]> rings(FaceKit kit) {
    Map<Integer, Integer> next = new HashMap<>();
    Set<Long> edges = new HashSet<>();
    for (int t = 0; t < kit.triangleCount(); t++) {
      if (kit.materials()[t] == Material.FACE) {
        for (int k = 0; k < 3; k++) {
          edges.add(edge(kit.triangles()[t * 3 + k], kit.triangles()[t * 3 + (k + 1) % 3]));
        }
      }
    }
    for (long e : edges) {
      int from = (int) (e >> 32);
      int to = (int) e;
      if (!edges.contains(edge(to, from))) {
        next.put(from, to);
      }
    }
    List<int[]> rings = new ArrayList<>();
    while (!next.isEmpty()) {
      List<Integer> ring = new ArrayList<>();
      Integer at = java.util.Collections.min(next.keySet());
      while (at != null && next.containsKey(at)) {
        ring.add(at);
        at = next.remove(at);
      }
      rings.add(ring.stream().mapToInt(Integer::intValue).toArray());
    }
    return rings;
  }

  private static long edge(int from, int to) {
    return ((long) from << 32) | to;
  }

  /** Walks each lash card's quads from the row that lies on the lid to the tips. */
  private List<int[]> lashes(FaceKit kit) {
    Map<Integer, Set<Integer>> beside = new HashMap<>();
    int[] lashes =
        IntStream.range(0, kit.triangleCount())
            .filter(t -> kit.materials()[t] == Material.LASHES)
            .toArray();
    for (int i = 0; i + 1 < lashes.length; i += 2) {
      quad(kit.triangles(), lashes[i], lashes[i + 1], beside);
    }
    List<int[]> columns = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (int start : beside.keySet().stream().sorted().toList()) {
      if (!seen.contains(start)) {
        List<Integer> card = connected(start, beside);
        seen.addAll(card);
        columns.addAll(columns(kit, card, beside));
      }
    }
    return columns;
  }

  /** Two triangles after each other share a diagonal; the other four edges are a quad's. */
  private static void quad(int[] t, int first, int second, Map<Integer, Set<Integer>> beside) {
    Map<Long, Integer> uses = new HashMap<>();
    for (int k = 0; k < 6; k++) {
      int base = (k < 3 ? first : second) * 3;
      int a = t[base + k % 3];
      int b = t[base + (k + 1) % 3];
      uses.merge(edge(Math.min(a, b), Math.max(a, b)), 1, Integer::sum);
    }
    if (uses.size() != 5) {
      return;
    }
    uses.forEach(
        (e, count) -> {
          if (count == 1) {
            int a = (int) (e >> 32);
            int b = (int) (long) e;
            beside.computeIfAbsent(a, k -> new HashSet<>()).add(b);
            beside.computeIfAbsent(b, k -> new HashSet<>()).add(a);
          }
        });
  }

  private static List<Integer> connected(int start, Map<Integer, Set<Integer>> beside) {
    Set<Integer> found = new HashSet<>(Set.of(start));
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      for (int next : beside.getOrDefault(open.remove(), Set.of())) {
        if (found.add(next)) {
          open.add(next);
        }
      }
    }
    return found.stream().sorted().toList();
  }

  private List<int[]> columns(FaceKit kit, List<Integer> card, Map<Integer, Set<Integer>> beside) {
    int wide = card.size() / ROWS;
    List<Integer> byLid =
        card.stream()
            .sorted(java.util.Comparator.comparingDouble(v -> lidDistance(kit, v)))
            .toList();
    Set<Integer> used = new HashSet<>(byLid.subList(0, wide));
    List<int[]> columns = new ArrayList<>();
    for (int root : byLid.subList(0, wide)) {
      int[] column = new int[ROWS];
      column[0] = root;
      boolean whole = true;
      for (int row = 1; row < ROWS && whole; row++) {
        int from = column[row - 1];
        int next =
            beside.getOrDefault(from, Set.of()).stream()
                .filter(v -> !used.contains(v))
                .max(java.util.Comparator.comparingDouble(v -> lidDistance(kit, v)))
                .orElse(-1);
        whole = next >= 0;
        column[row] = next;
      }
      if (whole) {
        columns.add(column);
      }
    }
    columns.sort(java.util.Comparator.comparingDouble(c -> kit.neutral()[c[0] * 3]));
    return columns;
  }

  private double lidDistance(FaceKit kit, int v) {
    double best = Double.MAX_VALUE;
    float[] p = kit.neutral();
    for (int[] ring : openings) {
      for (int w : ring) {
        double dx = p[v * 3] - p[w * 3];
        double dy = p[v * 3 + 1] - p[w * 3 + 1];
        double dz = p[v * 3 + 2] - p[w * 3 + 2];
        best = Math.min(best, dx * dx + dy * dy + dz * dz);
      }
    }
    return best;
  }
}
