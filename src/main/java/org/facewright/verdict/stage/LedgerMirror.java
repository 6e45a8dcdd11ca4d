package org.facewright.verdict.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.project.Project;
import org.facewright.project.VerdictCall;
import org.facewright.project.VerdictCall.Outcome;
import org.facewright.project.Vote;
import org.facewright.project.Voter;
import org.facewright.verdict.fusion.VoteLevel;
import org.facewright.verdict.ledger.FaceVerdict;
import org.facewright.verdict.ledger.LedgerRecord;
import org.facewright.verdict.ledger.RunSummary;
import org.facewright.verdict.ledger.VerdictStore;
import org.jspecify.annotations.Nullable;

/**
 * Copies what the ledger holds of a run into the project: its questions with their costs, and the
 * model's votes. Doing it again changes nothing.
 */
final class LedgerMirror {
  /** What is thought of a model before anybody checked it. */
  private static final double BELIEF = .9;

  private final Project project;
  private final VerdictStore store;

  LedgerMirror(Project project, VerdictStore store) {
    this.project = project;
    this.store = store;
  }

  /** Copies the run's questions and votes. */
  void copy(String run, long stageRun) throws IOException {
    RunSummary summary = store.run(run).orElse(null);
    if (summary == null) {
      return;
    }
    Calls calls = new Calls(run, summary.started());
    store.scan(calls);
    project.verdictCalls().put(calls.found.values());
    votes(run, stageRun, summary.started(), calls.served);
  }

  private void votes(
      String run, long stageRun, LedgerRecord.RunStarted started, @Nullable String served)
      throws IOException {
    Voter voter =
        new Voter(
            "llm:" + started.model(),
            "llm:" + started.model(),
            BELIEF,
            served == null ? started.model() : served,
            started.simulated());
    List<Vote> votes = new ArrayList<>();
    for (FaceVerdict verdict : store.verdicts(run)) {
      Double confidence = verdict.confidence();
      votes.add(
          new Vote(
              verdict.imageId(),
              voter.name(),
              Vote.Level.valueOf(VoteLevel.of(verdict.same(), confidence).name()),
              confidence == null ? null : confidence.floatValue(),
              verdict.reason()));
    }
    if (!votes.isEmpty()) {
      project.votes().add(voter, stageRun, votes);
    }
  }

  /** Gathers a run's questions from the ledger's lines. */
  private static final class Calls implements VerdictStore.RecordReader {
    private final String run;
    private final LedgerRecord.RunStarted started;
    private final Map<String, VerdictCall> found = new LinkedHashMap<>();
    private final Map<String, LedgerRecord.Sent> sent = new HashMap<>();
    private @Nullable String served;

    Calls(String run, LedgerRecord.RunStarted started) {
      this.run = run;
      this.started = started;
    }

    @Override
    public void record(LedgerRecord record) {
      switch (record) {
        case LedgerRecord.Sent question when question.run().equals(run) -> {
          sent.put(question.attempt(), question);
          found.put(question.attempt(), call(question, Outcome.UNDER_WAY, null, null));
        }
        case LedgerRecord.Answered reply when reply.run().equals(run) -> answered(reply);
        case LedgerRecord.Failed failure when failure.run().equals(run) -> {
          LedgerRecord.Sent question = sent.get(failure.attempt());
          if (question != null) {
            found.put(failure.attempt(), call(question, Outcome.FAILED, null, failure));
          }
        }
        default -> {}
      }
    }

    private void answered(LedgerRecord.Answered reply) {
      LedgerRecord.Sent question = sent.get(reply.attempt());
      if (question != null) {
        Outcome outcome = reply.answer() == null ? Outcome.REFUSED : Outcome.ANSWERED;
        found.put(reply.attempt(), call(question, outcome, reply, null));
        served = reply.servedBy();
      }
    }

    private VerdictCall call(
        LedgerRecord.Sent question,
        Outcome outcome,
        LedgerRecord.@Nullable Answered reply,
        LedgerRecord.@Nullable Failed failure) {
      return new VerdictCall(
          question.attempt(),
          run,
          question.at(),
          question.plan().identity(),
          question.plan().questioned().size(),
          started.model(),
          question.simulated(),
          started.recipient(),
          question.sheet(),
          started.prompt(),
          question.batch(),
          outcome,
          reply == null ? null : reply.reply(),
          reply == null ? null : reply.servedBy(),
          reply == null ? 0 : reply.usage().input(),
          reply == null ? 0 : reply.usage().cached(),
          reply == null ? 0 : reply.usage().output(),
          reply != null ? reply.cost().nano() : failure != null ? failure.cost().nano() : 0,
          reply == null ? 0 : reply.latencyMillis(),
          reply != null ? reply.problem() : failure != null ? failure.problem() : null);
    }
  }
}
