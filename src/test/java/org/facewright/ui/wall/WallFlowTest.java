package org.facewright.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WallFlowTest {
  @Test
  void withoutGroupsItIsAPlainGrid() {
    WallFlow flow = new WallFlow(10, 4, List.of());
    assertThat(flow.rowCount()).isEqualTo(3);
    assertThat(flow.rowOf(9)).isEqualTo(2);
    assertThat(flow.columnOf(9)).isEqualTo(1);
    assertThat(flow.end(2)).isEqualTo(10);
    assertThat(flow.heading(0)).isNull();
  }

  @Test
  void everyGroupStartsANewRowAndNamesIt() {
    WallGroup first = new WallGroup("Cluster 1", "", 5);
    WallGroup second = new WallGroup("Outliers", "", 2);
    WallFlow flow = new WallFlow(7, 4, List.of(first, second));
    assertThat(flow.rowCount()).isEqualTo(3);
    assertThat(flow.heading(0)).isEqualTo(first);
    assertThat(flow.heading(1)).isNull();
    assertThat(flow.heading(2)).isEqualTo(second);
    assertThat(flow.first(2)).isEqualTo(5);
    assertThat(flow.rowOf(5)).isEqualTo(2);
    assertThat(flow.columnOf(6)).isEqualTo(1);
  }

  @Test
  void everyItemStandsInTheRowThatSaysSo() {
    WallFlow flow =
        new WallFlow(
            23,
            5,
            List.of(
                new WallGroup("a", "", 1), new WallGroup("b", "", 17), new WallGroup("c", "", 5)));
    for (int item = 0; item < 23; item++) {
      int row = flow.rowOf(item);
      assertThat(flow.first(row) + flow.columnOf(item)).isEqualTo(item);
      assertThat(item).isBetween(flow.first(row), flow.end(row) - 1);
    }
  }

  @Test
  void movingDownFromAFullRowEndsInAShortOne() {
    WallFlow flow = new WallFlow(6, 4, List.of());
    assertThat(flow.vertical(3, 1)).isEqualTo(5);
    assertThat(flow.vertical(5, 1)).isEqualTo(5);
    assertThat(flow.vertical(5, -7)).isEqualTo(1);
  }

  @Test
  void groupsThatDoNotAddUpAreRefused() {
    assertThatThrownBy(() -> new WallFlow(3, 4, List.of(new WallGroup("a", "", 2))))
        .hasMessageContaining("2 items in groups, 3 in all");
  }
}
