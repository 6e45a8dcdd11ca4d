package org.facewright.verdict.prompt;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.facewright.verdict.sheet.SheetFace;
import org.facewright.verdict.sheet.SheetPlan;

/**
 * The answer of the paper's script: numbers of the faces that are not the majority person, taken
 * when the whole text matches {@code \d{3}(,\d{3})*}. A number that is on no face passes, as it
 * does there, and touches nobody.
 */
final class PaperList {
  private final SheetPlan plan;

  PaperList(SheetPlan plan) {
    this.plan = plan;
  }

  SheetAnswer parse(String content) throws AnswerException {
    if (!content.matches("\\d{3}(,\\d{3})*")) {
      throw new AnswerException("not a list of three-digit numbers");
    }
    Set<Integer> listed =
        Arrays.stream(content.split(","))
            .map(Integer::valueOf)
            .collect(Collectors.toCollection(TreeSet::new));
    List<FaceAnswer> faces =
        plan.questioned().stream()
            .map(
                face ->
                    listed.contains(face.number())
                        ? new FaceAnswer(face.number(), SamePerson.NO, null, "listed")
                        : new FaceAnswer(face.number(), SamePerson.YES, null, "not listed"))
            .toList();
    plan.faces().stream().map(SheetFace::number).forEach(listed::remove);
    return new SheetAnswer(faces, List.copyOf(listed));
  }
}
