package org.facewright.training.job;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.facewright.project.Project;
import org.facewright.project.TrainingRecord;
import org.facewright.training.run.EpochLine;
import org.facewright.training.run.PairFigures;
import org.facewright.training.run.RunData;
import org.facewright.training.run.RunFolder;
import org.facewright.training.run.RunJson;
import org.facewright.training.run.RunReader;
import org.facewright.training.run.RunStatus;
import org.jspecify.annotations.Nullable;

/** Writes what a run's folder says of it into the project. */
final class RunRecorder {
  private final Project project;
  private final RunFolder folder;
  private final TrainJobSettings settings;
  private final long runId;
  private final Instant begun;

  RunRecorder(Project project, RunFolder folder, TrainJobSettings settings) {
    this.project = project;
    this.folder = folder;
    this.settings = settings;
    Optional<TrainingRecord> before = project.trainings().find(settings.name());
    runId =
        before
            .map(TrainingRecord::runId)
            .orElseGet(
                () ->
                    project
                        .runs()
                        .begin(
                            TrainJob.NAME,
                            settings.toJson(),
                            settings.model(),
                            null,
                            settings.training().seed()));
    begun = before.map(TrainingRecord::begun).orElseGet(Instant::now);
  }

  /** Takes the run's present state over; before its first status there is nothing to take. */
  void record() throws IOException {
    RunReader reader = new RunReader(folder);
    Optional<RunStatus> status = reader.status();
    if (status.isPresent()) {
      TrainingRecord record = of(status.get(), reader.data(), heldOut(reader.epochs()));
      project.trainings().put(record);
      if (status.get().state() == RunStatus.State.DONE) {
        project.runs().finish(runId, RunJson.line(status.get()));
      }
    }
  }

  private static @Nullable PairFigures heldOut(List<EpochLine> epochs) {
    return epochs.isEmpty()
        ? null
        : epochs.getLast().verified().stream()
            .filter(verified -> verified.set().equals(EpochLine.HELD_OUT))
            .map(EpochLine.Verified::figures)
            .findFirst()
            .orElse(null);
  }

  private TrainingRecord of(RunStatus status, RunData data, @Nullable PairFigures heldOut) {
    return new TrainingRecord(
        settings.name(),
        runId,
        begun,
        status.state() == RunStatus.State.RUNNING ? null : Instant.now(),
        status.state().name(),
        status.message(),
        settings.training().architecture(),
        settings.training().head().name(),
        data.fingerprint(),
        data.identities(),
        data.pictures(),
        data.heldOut().size(),
        status.step(),
        status.steps(),
        status.epoch(),
        status.epochs(),
        known(status.loss()),
        known(status.accuracy()),
        status.seconds(),
        status.imagesPerSecond(),
        heldOut == null ? null : heldOut.accuracy(),
        heldOut == null ? null : heldOut.eer());
  }

  private static @Nullable Double known(float value) {
    return Float.isNaN(value) ? null : (double) value;
  }
}
