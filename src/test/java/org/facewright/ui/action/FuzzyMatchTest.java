package org.facewright.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzyMatchTest {
  private static int score(String query, String text) {
    return FuzzyMatch.of(query, text).orElseThrow().score();
  }

  @Test
  void lettersMustComeInOrder() {
    assertThat(FuzzyMatch.of("kp", "Keep")).isPresent();
    assertThat(FuzzyMatch.of("pk", "Keep")).isEmpty();
    assertThat(FuzzyMatch.of("keepx", "Keep")).isEmpty();
  }

  @Test
  void initialsFindTheWords() {
    assertThat(FuzzyMatch.of("op", "Open project…").orElseThrow().positions())
        .isEqualTo(List.of(0, 1));
    assertThat(FuzzyMatch.of("sld", "Switch light and dark").orElseThrow().positions())
        .isEqualTo(List.of(0, 7, 17));
  }

  @Test
  void wordStartsAndRunsBeatScatteredLetters() {
    assertThat(score("re", "Reject")).isGreaterThan(score("re", "Generate"));
    assertThat(score("exp", "Export…")).isGreaterThan(score("exp", "Extract the picture"));
  }

  @Test
  void anEmptyQueryFitsEverything() {
    assertThat(FuzzyMatch.of("", "Keep")).isPresent();
    assertThat(FuzzyMatch.of("  ", "")).isPresent();
  }
}
