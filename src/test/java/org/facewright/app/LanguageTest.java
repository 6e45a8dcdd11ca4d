package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {
  @Test
  void theSystemsLanguageIsTheMachines() {
    assertThat(Language.SYSTEM.locale(Locale.FRANCE)).isEqualTo(Locale.FRANCE);
  }

  @Test
  void aChosenLanguageHoldsOnEveryMachine() {
    assertThat(Language.ENGLISH.locale(Locale.GERMANY)).isEqualTo(Locale.ENGLISH);
    assertThat(Language.GERMAN.locale(Locale.US)).isEqualTo(Locale.GERMAN);
    assertThat(Language.CHINESE.locale(Locale.US).getLanguage()).isEqualTo("zh");
  }

  @Test
  void aRegionKeepsItsNumbersWhereTheLanguageIsTheSame() {
    Locale swiss = Locale.of("de", "CH");
    assertThat(Language.GERMAN.locale(swiss)).isEqualTo(swiss);
  }
}
