package org.facewright.vector;

/**
 * Disjoint sets of the numbers 0 to n-1, with union by size and path halving. Not thread-safe.
 *
 * <p>The source is Tarjan and van Leeuwen, "Worst-case analysis of set union algorithms" (1984):
 * nearly constant time a step.
 */
public final class UnionFind {
  private final int[] parent;
  private final int[] size;
  private int sets;

  /**
   * @param count 0 or more numbers, each a set of its own
   */
  public UnionFind(int count) {
    parent = new int[count];
    size = new int[count];
    sets = count;
    for (int i = 0; i < count; i++) {
      parent[i] = i;
      size[i] = 1;
    }
  }

  /** The number that stands for the set of {@code member}; equal for members of one set. */
  public int find(int member) {
    int at = member;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /**
   * Makes one set of two.
   *
   * @return false if they were one already
   */
  public boolean union(int a, int b) {
    int first = find(a);
    int second = find(b);
    if (first == second) {
      return false;
    }
    boolean firstLarger = size[first] >= size[second];
    int root = firstLarger ? first : second;
    int child = firstLarger ? second : first;
    parent[child] = root;
    size[root] += size[child];
    sets--;
    return true;
  }

  /** Members of the set that holds {@code member}. */
  public int size(int member) {
    return size[find(member)];
  }

  /** Number of sets left. */
  public int sets() {
    return sets;
  }

  /** A label for each number, 0, 1, .. in the order of each set's lowest member. */
  public int[] labels() {
    int[] labelOfRoot = new int[parent.length];
    java.util.Arrays.fill(labelOfRoot, -1);
    int[] labels = new int[parent.length];
    int next = 0;
    for (int i = 0; i < parent.length; i++) {
      int root = find(i);
      if (labelOfRoot[root] < 0) {
        labelOfRoot[root] = next++;
      }
      labels[i] = labelOfRoot[root];
    }
    return labels;
  }
}
