package org.facewright.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnionFindTest {
  @Test
  void unionsMakeSetsWithLabelsInOrderOfTheLowestMember() {
    UnionFind sets = new UnionFind(6);
    assertThat(sets.union(5, 3)).isTrue();
    assertThat(sets.union(1, 4)).isTrue();
    assertThat(sets.union(4, 1)).isFalse();
    assertThat(sets.union(3, 0)).isTrue();
    assertThat(sets.sets()).isEqualTo(3);
    assertThat(sets.size(5)).isEqualTo(3);
    assertThat(sets.find(0)).isEqualTo(sets.find(5)).isNotEqualTo(sets.find(1));
    assertThat(sets.labels()).containsExactly(0, 1, 2, 0, 1, 0);
  }

  @Test
  void aLongChainIsOneSet() {
    int count = 1_000_000;
    UnionFind sets = new UnionFind(count);
    for (int i = 1; i < count; i++) {
      sets.union(i, i - 1);
    }
    assertThat(sets.sets()).isEqualTo(1);
    assertThat(sets.size(0)).isEqualTo(count);
  }
}
