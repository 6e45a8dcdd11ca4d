package org.facewright.gallery.map;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.facewright.vector.UnionFind;

/** Puts points into one group that hang together by similar neighbours. */
final class AlikeGroups {
  private AlikeGroups() {}

  /**
   * @param likeness cosine similarity from which two neighbours belong together
   * @return [n] number of the group, the largest is 0; -1 for a point that is alone
   */
  static int[] of(Neighbourhood near, double likeness) {
    UnionFind sets = new UnionFind(near.size());
    for (int e = 0; e < near.points().length; e++) {
      if (near.points()[e] >= 0 && near.similarities()[e] >= likeness) {
        sets.union(e / near.k(), near.points()[e]);
      }
    }
    List<Integer> roots =
        IntStream.range(0, near.size())
            .filter(i -> sets.find(i) == i && sets.size(i) > 1)
            .boxed()
            .sorted(Comparator.comparingInt(root -> -sets.size(root)))
            .toList();
    int[] number = new int[near.size()];
    Arrays.fill(number, -1);
    for (int g = 0; g < roots.size(); g++) {
      number[roots.get(g)] = g;
    }
    return IntStream.range(0, near.size()).map(i -> number[sets.find(i)]).toArray();
  }
}
