package org.facewright.ui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextsTest {
  private final Texts english = Texts.of(TextsTest.class, Locale.US);
  private final Texts german = Texts.of(TextsTest.class, Locale.GERMANY);

  @Test
  void aTextWithoutGapsStandsAsItIs() {
    assertThat(english.get("plain")).isEqualTo("It's so");
    assertThat(german.get("plain")).isEqualTo("So ist es");
  }

  @Test
  void oneIsSingular() {
    assertThat(english.get("faces", 0)).isEqualTo("no faces");
    assertThat(english.get("faces", 1)).isEqualTo("one face");
    assertThat(english.get("faces", 2)).isEqualTo("2 faces");
    assertThat(german.get("faces", 1L)).isEqualTo("ein Gesicht");
  }

  @Test
  void numbersAreWrittenAsTheLanguageDoes() {
    assertThat(english.get("faces", 1485)).isEqualTo("1,485 faces");
    assertThat(german.get("faces", 1485)).isEqualTo("1.485 Gesichter");
    assertThat(english.get("share", .625)).isEqualTo("similarity 0.63");
    assertThat(german.get("share", .625)).isEqualTo("Ähnlichkeit 0,63");
  }

  @Test
  void whatALanguageLacksIsEnglish() {
    assertThat(german.get("alone", "x")).isEqualTo("only in English, x");
    assertThat(Texts.of(TextsTest.class, Locale.FRANCE).get("plain")).isEqualTo("It's so");
  }

  @Test
  void aKeyThatNoLanguageHasIsAMistake() {
    assertThatThrownBy(() -> german.get("nowhere")).isInstanceOf(MissingResourceException.class);
  }

  @Test
  void onlyWordsThatRunFromTheRightTurnTheWindow() {
    assertThat(Texts.of(TextsTest.class, Locale.of("ar")).rightToLeft()).isTrue();
    assertThat(german.rightToLeft()).isFalse();
    assertThat(Texts.of(TextsTest.class, Locale.of("he")).rightToLeft())
        .as("nothing is in Hebrew, so it is shown in English")
        .isFalse();
  }

  @Test
  void manyMayAskAtOnce() {
    assertThat(
            IntStream.range(2, 20_000)
                .parallel()
                .allMatch(
                    n ->
                        german
                            .get("faces", n)
                            .equals(String.format(Locale.GERMANY, "%,d Gesichter", n))))
        .isTrue();
  }
}
