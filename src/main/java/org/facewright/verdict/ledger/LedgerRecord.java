package org.facewright.verdict.ledger;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.facewright.verdict.cost.ModelPrice;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.cost.Usage;
import org.facewright.verdict.prompt.SheetAnswer;
import org.facewright.verdict.sheet.SheetPlan;
import org.jspecify.annotations.Nullable;

/** One line of the ledger. Lines are only ever added. Hashes are SHA-256 in hexadecimal. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LedgerRecord.RunStarted.class, name = "run"),
  @JsonSubTypes.Type(value = LedgerRecord.RunEnded.class, name = "end"),
  @JsonSubTypes.Type(value = LedgerRecord.Sent.class, name = "sent"),
  @JsonSubTypes.Type(value = LedgerRecord.Answered.class, name = "answered"),
  @JsonSubTypes.Type(value = LedgerRecord.Failed.class, name = "failed"),
  @JsonSubTypes.Type(value = LedgerRecord.Reused.class, name = "reused"),
  @JsonSubTypes.Type(value = LedgerRecord.LeftOut.class, name = "leftOut"),
  @JsonSubTypes.Type(value = LedgerRecord.BatchStep.class, name = "batch"),
  @JsonSubTypes.Type(value = LedgerRecord.Doubted.class, name = "doubted"),
  @JsonSubTypes.Type(value = LedgerRecord.ConsentGiven.class, name = "consent"),
  @JsonSubTypes.Type(value = LedgerRecord.ConsentWithdrawn.class, name = "consentWithdrawn")
})
public sealed interface LedgerRecord {
  Instant at();

  /** A record that belongs to a run. */
  sealed interface OfRun extends LedgerRecord {
    String run();
  }

  /**
   * A run began, or was taken up again with another limit.
   *
   * @param prompt hash of the prompt's text, which is kept
   * @param settings the run's settings as JSON
   */
  record RunStarted(
      String run,
      Instant at,
      String model,
      boolean simulated,
      String recipient,
      String prompt,
      Money limit,
      ModelPrice price,
      String settings)
      implements OfRun {}

  /** A run came to its end, or stopped. */
  record RunEnded(String run, Instant at, String how) implements OfRun {}

  /**
   * A question is about to leave. Written before it does: should nothing follow, it counts as
   * billed with all that was reserved.
   *
   * @param attempt the question's own number
   * @param key of sheet, prompt and model
   * @param sheet the hash of the picture
   * @param batch the batch it goes with, null if it goes alone
   * @param expected what it is estimated to cost; null in ledgers from before this was kept
   */
  record Sent(
      String run,
      Instant at,
      String attempt,
      String key,
      String sheet,
      SheetPlan plan,
      Money reserved,
      boolean simulated,
      @Nullable String batch,
      @Nullable Money expected)
      implements OfRun {}

  /**
   * A reply came, and was billed.
   *
   * @param reply hash of the raw reply, which is kept
   * @param usage as the server says, or the most it can have been if it says nothing
   * @param latencyMillis from sending to the last byte; 0 in a batch
   * @param problem why the reply is not taken for an answer, null if it is
   * @param answer null if it is not taken for one
   */
  record Answered(
      String run,
      Instant at,
      String attempt,
      String key,
      String reply,
      String servedBy,
      Usage usage,
      Money cost,
      long latencyMillis,
      boolean simulated,
      @Nullable String problem,
      @Nullable SheetAnswer answer)
      implements OfRun {}

  /**
   * A question brought no reply.
   *
   * @param cost zero if it is certain that it was not billed, else all that was reserved
   */
  record Failed(String run, Instant at, String attempt, Money cost, String problem)
      implements OfRun {}

  /** An earlier run had the answer: it cost nothing. */
  record Reused(String run, Instant at, String key, SheetPlan plan, boolean simulated)
      implements OfRun {}

  /** A sheet has no answer after this run, and why. */
  record LeftOut(String run, Instant at, SheetPlan plan, String reason) implements OfRun {}

  /**
   * A batch went a step on.
   *
   * @param batch our name for it
   * @param remote the server's name for its file or itself, or what came of it in the end
   */
  record BatchStep(String run, Instant at, String batch, BatchStage stage, @Nullable String remote)
      implements OfRun {}

  /** A person wants another answer: the one there is serves no run from now on. */
  record Doubted(Instant at, String person, String key) implements LedgerRecord {}

  /**
   * A person agreed that pictures go to a server.
   *
   * @param what the text the person saw
   */
  record ConsentGiven(Instant at, String person, String recipient, String what)
      implements LedgerRecord {}

  /** The person, or another one, took it back. */
  record ConsentWithdrawn(Instant at, String person, String recipient) implements LedgerRecord {}
}
