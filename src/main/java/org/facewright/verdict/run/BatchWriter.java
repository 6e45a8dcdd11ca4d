package org.facewright.verdict.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.facewright.verdict.cost.Budget;
import org.facewright.verdict.ledger.LedgerRecord;

/** Gathers the questions of one batch in a file. One thread. */
final class BatchWriter implements AutoCloseable {
  private final String batch;
  private final Path file;
  private final FileChannel out;
  private final List<LedgerRecord.Sent> questions = new ArrayList<>();
  private final List<Budget.Reservation> reservations = new ArrayList<>();
  private long bytes;

  BatchWriter(String batch, Path file) throws IOException {
    this.batch = batch;
    this.file = file;
    this.out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  String batch() {
    return batch;
  }

  boolean isEmpty() {
    return questions.isEmpty();
  }

  boolean hasRoom(String line, BatchSettings settings) {
    return isEmpty()
        || questions.size() < settings.mostQuestions()
            && bytes + line.length() < settings.mostBytes();
  }

  void add(LedgerRecord.Sent question, Budget.Reservation reservation, String line)
      throws IOException {
    ByteBuffer text = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    bytes += text.remaining();
    while (text.hasRemaining()) {
      out.write(text);
    }
    questions.add(question);
    reservations.add(reservation);
  }

  /** The file is on the disk; these are its questions. */
  List<LedgerRecord.Sent> finish() throws IOException {
    out.force(true);
    return questions;
  }

  List<Budget.Reservation> reservations() {
    return reservations;
  }

  Path file() {
    return file;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
