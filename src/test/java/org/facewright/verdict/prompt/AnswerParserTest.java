package org.facewright.verdict.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.facewright.verdict.sheet.FaceRole;
import org.facewright.verdict.sheet.SheetFace;
import org.facewright.verdict.sheet.SheetLayout;
import org.facewright.verdict.sheet.SheetPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerParserTest {
  private static final SheetPlan PLAN =
      new SheetPlan(
          "p",
          List.of(
              new SheetFace(7, 1, "", "a", FaceRole.REFERENCE),
              new SheetFace(123, 2, "", "b", FaceRole.QUESTIONED),
              new SheetFace(456, 3, "", "c", FaceRole.QUESTIONED)),
          new SheetLayout(3, 1, 96));

  private static String face(String number, String same, String confidence) {
    return "{\"number\":%s,\"reason\":\"r\",\"same\":\"%s\",\"confidence\":%s}"
        .formatted(number, same, confidence);
  }

  private static SheetAnswer each(String... faces) throws AnswerException {
    return new AnswerParser(AnswerStyle.EACH_FACE)
        .parse("{\"faces\":[" + String.join(",", faces) + "]}", PLAN);
  }

  private static SheetAnswer outliers(String... faces) throws AnswerException {
    return new AnswerParser(AnswerStyle.OUTLIERS)
        .parse("{\"outliers\":[" + String.join(",", faces) + "]}", PLAN);
  }

  private static SheetAnswer paper(String text) throws AnswerException {
    return new AnswerParser(AnswerStyle.PAPER).parse(text, PLAN);
  }

  @Test
  void readsEveryFace() throws Exception {
    assertThat(each(face("\"456\"", "no", "0.5"), face("123", "UNSURE", "1")).faces())
        .containsExactly(
            new FaceAnswer(123, SamePerson.UNSURE, 1.0, "r"),
            new FaceAnswer(456, SamePerson.NO, 0.5, "r"));
  }

  @Test
  void anEmptyListOfOutliersIsAnAnswer() throws Exception {
    assertThat(outliers().faces())
        .extracting(FaceAnswer::same)
        .containsExactly(SamePerson.YES, SamePerson.YES);
    assertThat(outliers(face("\"456\"", "no", "0.9")).faces())
        .extracting(FaceAnswer::same)
        .containsExactly(SamePerson.YES, SamePerson.NO);
  }

  @Test
  void aFenceAroundTheJsonIsTakenOff() throws Exception {
    String fenced = "```json\n{\"outliers\":[]}\n```";
    assertThat(new AnswerParser(AnswerStyle.OUTLIERS).parse(fenced, PLAN).faces()).hasSize(2);
  }

  @Test
  void inventedMissingAndDoubledNumbersAreRefused() {
    String good = face("\"123\"", "yes", "1");
    assertThatThrownBy(() -> each(good)).hasMessageContaining("456 is missing");
    assertThatThrownBy(() -> each(good, good, face("\"456\"", "yes", "1")))
        .hasMessageContaining("123 is answered twice");
    assertThatThrownBy(() -> each(good, face("\"456\"", "yes", "1"), face("\"999\"", "no", "1")))
        .hasMessageContaining("999 is not on the sheet");
    assertThatThrownBy(() -> outliers(face("\"999\"", "no", "1")))
        .hasMessageContaining("999 is not on the sheet");
    assertThatThrownBy(() -> outliers(face("\"123\"", "yes", "1")))
        .hasMessageContaining("same person");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"faces\":",
        "{\"faces\":{}}",
        "{\"faces\":[1]}",
        "{\"faces\":[{\"number\":\"12\"}]}",
        "yes"
      })
  void anythingElseIsRefused(String content) {
    assertThatThrownBy(() -> new AnswerParser(AnswerStyle.EACH_FACE).parse(content, PLAN))
        .isInstanceOf(AnswerException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"95", "-0.1", "null", "\"0.9\"", "1.0001"})
  void aConfidenceIsZeroToOne(String confidence) {
    assertThatThrownBy(() -> each(face("\"123\"", "no", confidence), face("\"456\"", "yes", "1")))
        .hasMessageContaining("confidence");
  }

  @Test
  void thePapersListIsTakenAsThePaperDoes() throws Exception {
    SheetAnswer answer = paper("456,999");
    assertThat(answer.faces())
        .containsExactly(
            new FaceAnswer(123, SamePerson.YES, null, "not listed"),
            new FaceAnswer(456, SamePerson.NO, null, "listed"));
    assertThat(answer.ignored()).containsExactly(999);
    for (String wrong : List.of("", "none", "456, 123", "45", "456,", "456\n", "0456")) {
      assertThatThrownBy(() -> paper(wrong)).isInstanceOf(AnswerException.class);
    }
  }

  @Test
  void theSchemaIsStrict() {
    String schema = Prompt.of(AnswerStyle.EACH_FACE).schema().orElseThrow().toString();
    assertThat(schema)
        .contains("\"additionalProperties\":false")
        .contains("\"required\":[\"faces\"]")
        .contains("[\"yes\",\"no\",\"unsure\"]")
        .contains("\"required\":[\"number\",\"reason\",\"same\",\"confidence\"]");
    assertThat(Prompt.of(AnswerStyle.PAPER).schema()).isEmpty();
    assertThat(Prompt.of(AnswerStyle.PAPER).mostTokens(30)).isEqualTo(50);
  }
}
