package org.facewright.verdict.run;

import java.io.IOException;
import java.time.Clock;
import org.facewright.verdict.ledger.LedgerRecord;
import org.facewright.verdict.ledger.VerdictStore;
import org.facewright.verdict.model.Recipient;
import org.facewright.verdict.run.RunException.Reason;

/** Before the first picture leaves, a person has read what leaves, to whom, and agreed. */
public final class ConsentDesk {
  private final VerdictStore store;
  private final Clock clock;

  public ConsentDesk(VerdictStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What the person is shown, and what is kept. */
  public static String text(Recipient recipient, String model, Estimate estimate) {
    String where =
        recipient.leavesMachine()
            ? "leave this machine and go to " + recipient.origin()
            : "go to " + recipient.origin() + " on this machine";
    return """
        %d contact sheets with %d face crops of this project, %d of them in question, %s, to be \
        judged by the model %s. With them go numbers drawn below the faces and the wording of the \
        question; no names, no file names, no other data. What the recipient does with them is up \
        to its terms. Expected cost %s, at most %s for every sheet asked once. This agreement holds \
        for this project and this recipient until it is withdrawn."""
        .formatted(
            estimate.sheets(),
            estimate.pictures(),
            estimate.questioned(),
            where,
            model,
            estimate.expected(),
            estimate.most());
  }

  /** A person agrees. */
  public void agree(String person, Recipient recipient, String text) throws IOException {
    store.append(new LedgerRecord.ConsentGiven(clock.instant(), person, recipient.origin(), text));
  }

  /** From now on nothing more goes there. */
  public void withdraw(String person, Recipient recipient) throws IOException {
    store.append(new LedgerRecord.ConsentWithdrawn(clock.instant(), person, recipient.origin()));
  }

  /**
   * @throws RunException unless somebody agreed and nobody withdrew it
   */
  public void require(Recipient recipient) throws RunException {
    if (store.consent(recipient.origin()).isEmpty()) {
      throw new RunException(
          Reason.NO_CONSENT,
          "nobody has agreed yet that pictures of this project go to %s; read what is sent and agree"
              .formatted(recipient.origin()));
    }
  }
}
