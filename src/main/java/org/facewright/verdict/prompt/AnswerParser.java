package org.facewright.verdict.prompt;

import java.util.List;
import java.util.Map;
import org.facewright.verdict.sheet.SheetFace;
import org.facewright.verdict.sheet.SheetPlan;

/** Reads the model's words against the sheet they are about. Immutable. */
public final class AnswerParser {
  private final AnswerStyle style;

  public AnswerParser(AnswerStyle style) {
    this.style = style;
  }

  /**
   * @param content the reply's text, exactly as it came
   * @throws AnswerException if it is not wholly what was asked for: half JSON, a number that is not
   *     on the sheet, one twice, one missing, a confidence outside 0..1
   */
  public SheetAnswer parse(String content, SheetPlan plan) throws AnswerException {
    return switch (style) {
      case PAPER -> new PaperList(plan).parse(content);
      case EACH_FACE -> each(new JsonAnswer("faces").read(content, plan), plan);
      case OUTLIERS -> outliers(new JsonAnswer("outliers").read(content, plan), plan);
    };
  }

  private static SheetAnswer each(Map<Integer, FaceAnswer> said, SheetPlan plan)
      throws AnswerException {
    for (SheetFace face : plan.questioned()) {
      if (!said.containsKey(face.number())) {
        throw new AnswerException("face " + face.label() + " is missing from the answer");
      }
    }
    return inOrder(said, plan);
  }

  private static SheetAnswer outliers(Map<Integer, FaceAnswer> said, SheetPlan plan)
      throws AnswerException {
    for (FaceAnswer answer : said.values()) {
      if (answer.same() == SamePerson.YES) {
        throw new AnswerException(
            "face %03d is listed and said to be the same person".formatted(answer.number()));
      }
    }
    for (SheetFace face : plan.questioned()) {
      said.putIfAbsent(
          face.number(), new FaceAnswer(face.number(), SamePerson.YES, null, "not listed"));
    }
    return inOrder(said, plan);
  }

  /** Sheet order; what was said of a reference, unasked, is kept behind as long as it is there. */
  private static SheetAnswer inOrder(Map<Integer, FaceAnswer> said, SheetPlan plan) {
    return new SheetAnswer(
        plan.faces().stream()
            .filter(face -> said.containsKey(face.number()))
            .map(face -> said.get(face.number()))
            .toList(),
        List.of());
  }
}
