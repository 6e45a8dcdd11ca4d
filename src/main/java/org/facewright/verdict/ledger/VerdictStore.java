package org.facewright.verdict.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.facewright.project.ContentHash;

/** Keeps what was asked, answered and paid. Thread-safe. */
public interface VerdictStore extends AutoCloseable {
  /** What is kept by its hash. */
  enum Kind {
    SHEET,
    PROMPT,
    REPLY
  }

  /** Takes the lines of the ledger. */
  interface RecordReader {
    void record(LedgerRecord record) throws IOException;
  }

  /** Adds records, together or not at all; they survive a power cut when this returns. */
  void append(List<? extends LedgerRecord> records) throws IOException;

  default void append(LedgerRecord one) throws IOException {
    append(List.of(one));
  }

  /** Keeps bytes by their hash. */
  ContentHash keep(Kind kind, byte[] content) throws IOException;

  /**
   * @throws IOException if they are missing or not what was kept
   */
  byte[] read(Kind kind, ContentHash hash) throws IOException;

  /** Whether any run ever got an answer to a question. */
  boolean hasAnswer(String key);

  /** Whether a run has the answer already, be it its own or one it reused. */
  boolean hasAnswer(String run, String key);

  /** How often a person wanted another answer to a question. */
  int doubts(String key);

  /** Questions of a run that left and have neither a reply nor a failure. */
  List<LedgerRecord.Sent> open(String run);

  /** The last step of each batch of a run that is not closed. */
  List<LedgerRecord.BatchStep> openBatches(String run);

  /** The consent that holds for a recipient, if there is one. */
  Optional<LedgerRecord.ConsentGiven> consent(String recipient);

  Optional<RunSummary> run(String run);

  /** All runs, oldest first. */
  List<RunSummary> runs();

  /** Reads the whole ledger from the beginning. */
  void scan(RecordReader reader) throws IOException;

  /** What the model said in a run, reused answers included. */
  default List<FaceVerdict> verdicts(String run) throws IOException {
    RunVerdicts verdicts = new RunVerdicts(run);
    scan(verdicts);
    return verdicts.found();
  }

  /** A folder for files that a batch needs while it is under way. */
  Path workFolder() throws IOException;

  @Override
  void close() throws IOException;
}
