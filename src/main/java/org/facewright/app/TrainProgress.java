package org.facewright.app;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.facewright.training.job.TrainNews;
import org.facewright.training.run.EpochLine;
import org.facewright.training.run.RunStatus;
import org.facewright.training.run.StepLine;

/** Shows a run on standard error: a line that moves, and one that stays for each epoch. */
final class TrainProgress implements AutoCloseable {
  private static final double PERCENT = 100;
  private static final long GAP_NANOS = 200_000_000L;

  private final Output output;
  private final ProgressLine line;
  private long last;

  TrainProgress(Output output) {
    this.output = output;
    this.line = output.progress();
  }

  /** Takes a line of a training process's log. */
  void hear(String text) {
    TrainNews news = TrainNews.fromLine(text);
    if (news == null) {
      note(text);
      return;
    }
    RunStatus status = news.status();
    if (news.step() != null && status != null) {
      stepped(news.step(), status);
    }
    if (news.epoch() != null && status != null) {
      epochDone(news.epoch(), status);
    }
    if (news.note() != null) {
      note(news.note());
    }
  }

  private void stepped(StepLine step, RunStatus status) {
    long now = System.nanoTime();
    if (now - last < GAP_NANOS && step.step() < status.steps()) {
      return;
    }
    last = now;
    line.show(
        String.format(
            Locale.ROOT,
            "epoch %d of %d  step %,d of %,d  loss %.3f  accuracy %.1f %%  %.0f images/s  %s left",
            step.epoch(),
            status.epochs(),
            step.step(),
            status.steps(),
            status.loss(),
            PERCENT * status.accuracy(),
            status.imagesPerSecond(),
            left(status)));
  }

  private static String left(RunStatus status) {
    double perStep = status.step() == 0 ? 0 : status.seconds() / status.step();
    double seconds = perStep * (status.steps() - status.step());
    return ProgressLine.text(Duration.ofSeconds(Math.round(seconds)));
  }

  private void epochDone(EpochLine epoch, RunStatus status) {
    line.end();
    output.note(
        String.format(
            Locale.ROOT,
            "epoch %d of %d: loss %.4f, accuracy %.2f %%, %.0f images/s, %s%s",
            epoch.epoch(),
            status.epochs(),
            status.loss(),
            PERCENT * status.accuracy(),
            status.imagesPerSecond(),
            ProgressLine.text(Duration.ofSeconds(Math.round(status.seconds()))),
            epoch.verified().stream().map(TrainProgress::text).collect(Collectors.joining())));
  }

  private static String text(EpochLine.Verified verified) {
    return String.format(
        Locale.ROOT,
        "; %s: %.2f %% (EER %.2f %%)",
        verified.set(),
        PERCENT * verified.figures().accuracy(),
        PERCENT * verified.figures().eer());
  }

  private void note(String sentence) {
    line.end();
    output.note(sentence);
  }

  @Override
  public void close() {
    line.end();
  }
}
