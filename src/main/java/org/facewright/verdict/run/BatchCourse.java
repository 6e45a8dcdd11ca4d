package org.facewright.verdict.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.ledger.BatchStage;
import org.facewright.verdict.ledger.LedgerRecord;
import org.facewright.verdict.ledger.LedgerRecord.BatchStep;
import org.facewright.verdict.model.BatchInfo;
import org.facewright.verdict.model.BatchLine;
import org.facewright.verdict.model.BatchModel;
import org.facewright.verdict.model.ModelException;
import org.jspecify.annotations.Nullable;

/** One batch from its file to its answers, each step written down. One thread. */
final class BatchCourse {
  private static final int DOWNLOADS = 3;

  private final OpenRun run;
  private final BatchModel model;
  private final BatchSettings settings;
  private final QuestionCost cost;
  private final Clock clock;

  BatchCourse(
      OpenRun run, BatchModel model, BatchSettings settings, QuestionCost cost, Clock clock) {
    this.run = run;
    this.model = model;
    this.settings = settings;
    this.cost = cost;
    this.clock = clock;
  }

  /** As far as it will go now. */
  BatchProgress advance(BatchStep from) throws IOException {
    BatchStep at = from;
    try {
      if (at.stage() == BatchStage.PREPARED) {
        at = to(at, BatchStage.UPLOADED, model.upload(file(at.batch(), ".jsonl")));
      }
      if (at.stage() != BatchStage.CREATED) {
        Optional<BatchStep> created = begin(at);
        if (created.isEmpty()) {
          return progress(at, "looking whether the server has begun it");
        }
        at = created.get();
      }
      BatchInfo info = model.look(remote(at));
      if (!info.over()) {
        return new BatchProgress(
            at.batch(), at.stage(), info.status(), info.answered(), info.total());
      }
      collect(at, info);
      return new BatchProgress(
          at.batch(), BatchStage.CLOSED, info.status(), info.answered(), info.total());
    } catch (ModelException e) {
      return failed(at, e);
    }
  }

  /** Before anything was begun, a server's "no" ends the batch; else it is tried again later. */
  private BatchProgress failed(BatchStep at, ModelException e) throws IOException {
    String message = String.valueOf(e.getMessage());
    if (at.stage() == BatchStage.PREPARED && e.kind() == ModelException.Kind.REJECTED) {
      close(at, message, Money.ZERO);
      return new BatchProgress(at.batch(), BatchStage.CLOSED, message, 0, 0);
    }
    BatchStep reached =
        run.store().openBatches(run.terms().run()).stream()
            .filter(step -> step.batch().equals(at.batch()))
            .findFirst()
            .orElse(at);
    return progress(reached, message);
  }

  private static BatchProgress progress(BatchStep at, String status) {
    return new BatchProgress(at.batch(), at.stage(), status, 0, 0);
  }

  /**
   * Begins the batch, once. If an earlier try was not confirmed, the server is asked whether it
   * knows the batch; only when it has not shown up for a while is it begun again.
   */
  private Optional<BatchStep> begin(BatchStep at) throws IOException, ModelException {
    if (at.stage() == BatchStage.TRIED) {
      Optional<BatchInfo> known = model.find(at.batch());
      if (known.isPresent()) {
        return Optional.of(to(at, BatchStage.CREATED, known.get().id()));
      }
      if (at.at().plus(settings.createAgainAfter()).isAfter(clock.instant())) {
        return Optional.empty();
      }
    }
    BatchStep tried = to(at, BatchStage.TRIED, remote(at));
    try {
      return Optional.of(to(tried, BatchStage.CREATED, model.create(remote(at), at.batch())));
    } catch (ModelException e) {
      if (!e.kind().mayBeBilled()) {
        // The server said no: it has not begun, and need not be looked for.
        to(tried, BatchStage.UPLOADED, remote(at));
      }
      throw e;
    }
  }

  private static String remote(BatchStep at) {
    return Objects.requireNonNull(at.remote(), "the server's name");
  }

  BatchStep step(String batch, BatchStage stage, @Nullable String remote) {
    return new BatchStep(run.terms().run(), clock.instant(), batch, stage, remote);
  }

  private BatchStep to(BatchStep at, BatchStage stage, String remote) throws IOException {
    BatchStep next = step(at.batch(), stage, remote);
    run.store().append(next);
    return next;
  }

  private Path file(String batch, String ending) throws IOException {
    return run.store().workFolder().resolve(batch + ending);
  }

  private void collect(BatchStep at, BatchInfo info) throws IOException, ModelException {
    for (String remote : new String[] {info.outputFile(), info.errorFile()}) {
      for (int i = 0; remote != null && i < DOWNLOADS && !readAll(at.batch(), remote); i++) {}
    }
    boolean neverBegun =
        info.status().equals("failed") && info.outputFile() == null && info.errorFile() == null;
    close(
        at,
        neverBegun
            ? "the server refused the batch"
            : "the batch ended (%s) without a word on this question; counted as billed"
                .formatted(info.status()),
        neverBegun ? Money.ZERO : null);
  }

  /**
   * Takes what a file says of questions that are open. A question that comes twice counts once, a
   * question that is not of this batch not at all.
   *
   * @return false if some of it could not be read
   */
  private boolean readAll(String batch, String remote) throws IOException, ModelException {
    Path file = file(batch, ".answers");
    model.download(remote, file);
    Map<String, LedgerRecord.Sent> open = new HashMap<>();
    open(batch).forEach(sent -> open.put(sent.attempt(), sent));
    boolean whole = true;
    try (OutputLines lines = new OutputLines(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        whole &= read(line, open);
      }
    }
    Files.delete(file);
    return whole;
  }

  private boolean read(String text, Map<String, LedgerRecord.Sent> open) throws IOException {
    BatchLine line;
    try {
      line = model.read(text);
    } catch (IOException e) {
      return false;
    }
    LedgerRecord.Sent sent = open.remove(line.attempt());
    if (sent == null) {
      return true;
    }
    if (line.reply() != null) {
      run.settleInBatch(sent.attempt(), run.answered(sent, line.reply(), cost, 0).cost());
    } else {
      run.failed(sent, Money.ZERO, String.valueOf(line.problem()));
      run.settleInBatch(sent.attempt(), Money.ZERO);
    }
    return true;
  }

  private List<LedgerRecord.Sent> open(String batch) {
    return run.store().open(run.terms().run()).stream()
        .filter(sent -> batch.equals(sent.batch()))
        .toList();
  }

  void abandon(BatchStep at) throws IOException {
    boolean notBegun = at.stage() == BatchStage.PREPARED || at.stage() == BatchStage.UPLOADED;
    close(at, "given up", notBegun ? Money.ZERO : null);
  }

  /**
   * @param each what a question still open cost; null for all that was reserved
   */
  private void close(BatchStep at, String why, @Nullable Money each) throws IOException {
    for (LedgerRecord.Sent sent : open(at.batch())) {
      Money cost = each == null ? sent.reserved() : each;
      run.failed(sent, cost, why);
      run.settleInBatch(sent.attempt(), cost);
    }
    run.store().append(step(at.batch(), BatchStage.CLOSED, why));
    Files.deleteIfExists(file(at.batch(), ".jsonl"));
  }
}
