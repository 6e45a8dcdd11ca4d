package org.facewright.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.facewright.ui.text.Told;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why an image stands as it does is said to annotators in their language. */
class ReasonTest {
  @ParameterizedTest
  @EnumSource(Reason.class)
  void isToldInEveryLanguage(Reason reason) {
    for (float chance : new float[] {.5f, .0001f, .9999f}) {
      String said = reason.text(.625f, .5f, chance);
      String german = Told.in(Locale.GERMANY).tell(said);
      assertThat(german).isNotEqualTo(said).doesNotContain(" the ", "under ", "over ", ".");
      assertThat(Told.in(Locale.SIMPLIFIED_CHINESE).tell(said))
          .isNotEqualTo(said)
          .doesNotContainPattern("[A-Za-z]");
    }
  }
}
