package org.facewright.verdict.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facewright.verdict.prompt.FaceAnswer;
import org.facewright.verdict.prompt.SheetAnswer;
import org.facewright.verdict.sheet.SheetFace;
import org.facewright.verdict.sheet.SheetPlan;
import org.jspecify.annotations.Nullable;

/** Gathers the verdicts of one run from the ledger. */
final class RunVerdicts implements VerdictStore.RecordReader {
  private final String run;
  private final Map<String, LedgerRecord.Sent> sent = new HashMap<>();
  private final Map<String, LedgerRecord.Answered> answers = new HashMap<>();
  private final Map<String, String> sheets = new HashMap<>();
  private final List<FaceVerdict> found = new ArrayList<>();
  private String model = "";

  RunVerdicts(String run) {
    this.run = run;
  }

  List<FaceVerdict> found() {
    return found;
  }

  @Override
  public void record(LedgerRecord record) {
    switch (record) {
      case LedgerRecord.RunStarted started when started.run().equals(run) ->
          model = started.model();
      case LedgerRecord.Sent question -> sent.put(question.attempt(), question);
      case LedgerRecord.Failed failed -> sent.remove(failed.attempt());
      case LedgerRecord.Answered answered -> answered(answered, sent.remove(answered.attempt()));
      case LedgerRecord.Reused reused when reused.run().equals(run) -> {
        LedgerRecord.Answered earlier = answers.get(reused.key());
        if (earlier != null) {
          add(earlier, reused.plan());
        }
      }
      default -> {}
    }
  }

  private void answered(LedgerRecord.Answered answered, LedgerRecord.@Nullable Sent question) {
    if (answered.answer() == null || question == null) {
      return;
    }
    answers.put(answered.key(), answered);
    sheets.put(answered.key(), question.sheet());
    if (answered.run().equals(run)) {
      add(answered, question.plan());
    }
  }

  private void add(LedgerRecord.Answered answered, SheetPlan plan) {
    SheetAnswer answer = answered.answer();
    if (answer == null) {
      return;
    }
    Map<Integer, SheetFace> byNumber = new HashMap<>();
    plan.faces().forEach(face -> byNumber.put(face.number(), face));
    for (FaceAnswer said : answer.faces()) {
      SheetFace face = byNumber.get(said.number());
      if (face != null) {
        found.add(verdict(plan.identity(), face, said, answered));
      }
    }
  }

  private FaceVerdict verdict(
      String identity, SheetFace face, FaceAnswer said, LedgerRecord.Answered answered) {
    return new FaceVerdict(
        identity,
        face.imageId(),
        face.hash(),
        face.number(),
        said.same(),
        said.confidence(),
        said.reason(),
        model,
        answered.simulated(),
        run,
        sheets.getOrDefault(answered.key(), ""));
  }
}
