package org.facewright.training.job;

import org.facewright.training.run.EpochLine;
import org.facewright.training.run.RunJson;
import org.facewright.training.run.RunStatus;
import org.facewright.training.run.StepLine;
import org.jspecify.annotations.Nullable;

/**
 * What a training process tells while it works, as a line of its log.
 *
 * @param step null unless a step was done
 * @param epoch null unless an epoch was verified
 * @param note null unless there is something to be said
 */
public record TrainNews(
    @Nullable RunStatus status,
    @Nullable StepLine step,
    @Nullable EpochLine epoch,
    @Nullable String note) {
  private static final String MARK = "train:";

  String toLine() {
    return MARK + RunJson.line(this);
  }

  /** The news in a line, or null for any other line. */
  public static @Nullable TrainNews fromLine(String line) {
    return line.startsWith(MARK)
        ? RunJson.read(line.substring(MARK.length()), TrainNews.class)
        : null;
  }
}
