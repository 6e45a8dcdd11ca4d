package org.facewright.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.facewright.project.Identity;
import org.facewright.project.Origin;
import org.junit.jupiter.api.Test;

class MoveChoiceTest {
  private static final List<Identity> ALL =
      Stream.of("Ada", "Bea", "Isabea", "Cia")
          .map(l -> new Identity(l.length(), l, Origin.IMPORTED, 7, 7, 0, 0, .8))
          .toList();

  private static List<String> labels(String typed, int most) {
    return MoveChoice.of(ALL, typed, most).stream().map(MoveChoice::label).toList();
  }

  @Test
  void beginningsComeFirstAndANewNameLast() {
    assertThat(labels(" bea", 9)).containsExactly("Bea", "Isabea", "bea");
    assertThat(labels("Bea", 9)).containsExactly("Bea", "Isabea");
    assertThat(labels("", 2)).containsExactly("Ada", "Bea");
    assertThat(labels("bea", 1)).containsExactly("Bea", "bea");
    assertThat(MoveChoice.of(ALL, "Eve", 9)).containsExactly(new MoveChoice(0, "Eve", 0));
  }
}
