package org.facewright.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.facewright.gallery.IdentityFilter.Standing;
import org.facewright.project.Identity;
import org.facewright.project.Origin;
import org.junit.jupiter.api.Test;

class IdentityFilterTest {
  private static final Identity ADA = new Identity(1, "Ada", Origin.IMPORTED, 10, 10, 0, 0, .8);
  private static final Identity BEA = new Identity(2, "Bea", Origin.IMPORTED, 30, 20, 10, 0, .4);
  private static final Identity CIA = new Identity(3, "Cia", Origin.IMPORTED, 5, 2, 0, 3, .6);
  private static final Identity DOT =
      new Identity(4, "Dot", Origin.IMPORTED, 5, 0, 0, 0, Double.NaN);
  private static final List<Identity> ALL = List.of(DOT, CIA, BEA, ADA);

  private static List<String> labels(IdentityFilter filter) {
    return filter.of(ALL).stream().map(Identity::label).toList();
  }

  @Test
  void everyOrderPutsItsFirstFirst() {
    IdentityFilter all = IdentityFilter.EVERYTHING;
    assertThat(labels(all)).containsExactly("Ada", "Bea", "Cia", "Dot");
    assertThat(labels(all.withOrder(IdentityOrder.LEAST_COHESIVE)))
        .containsExactly("Bea", "Cia", "Ada", "Dot");
    assertThat(labels(all.withOrder(IdentityOrder.LARGEST)))
        .containsExactly("Bea", "Ada", "Cia", "Dot");
    assertThat(labels(all.withOrder(IdentityOrder.MOST_AMBIGUOUS)).getFirst()).isEqualTo("Cia");
    assertThat(labels(all.withOrder(IdentityOrder.LEAST_KEPT)).getFirst()).isEqualTo("Dot");
  }

  @Test
  void standingSizeAndTextNarrowTogether() {
    IdentityFilter all = IdentityFilter.EVERYTHING;
    assertThat(labels(all.withStanding(Standing.OPEN))).containsExactly("Cia", "Dot");
    assertThat(labels(all.withStanding(Standing.CUT))).containsExactly("Bea");
    assertThat(labels(all.withStanding(Standing.WHOLE))).containsExactly("Ada");
    assertThat(labels(all.withLeast(10))).containsExactly("Ada", "Bea");
    assertThat(labels(all.withText(" A ").withLeast(6))).containsExactly("Ada", "Bea");
    assertThat(labels(all.withText("ci").withStanding(Standing.OPEN))).containsExactly("Cia");
  }
}
