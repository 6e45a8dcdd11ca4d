package org.facewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.facewright.jobs.JobEvent;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.project.Project;
import org.facewright.project.StageRun;
import org.facewright.project.TrainingRecord;
import org.facewright.training.job.TrainJob;
import org.facewright.training.job.TrainJobSettings;
import org.facewright.training.run.RunReader;
import org.facewright.training.run.RunStatus;
import org.facewright.training.run.SettingsJson;
import org.facewright.training.run.StepLine;
import org.facewright.training.run.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project's training in a worker process: to its end, paused, and with the worker killed. */
class TrainJobTest {
  private static final int STEPS = 12;

  @TempDir private Path folder;

  private static String settings(String name) {
    TrainingSettings tiny =
        SettingsJson.read(
            """
            {"architecture": "compact", "embedding": 16, "epochs": 3, "batch": 4, "threads": 1, "heldOut": 0.34,
             "heldOutPairs": 10, "saveEverySteps": 3,
             "head": {"kind": "arcface", "scale": 16, "margin": 0.1}}""",
            TrainingSettings.laptop());
    return new TrainJobSettings(name, tiny, "none", null, List.of()).toJson();
  }

  private static JobRecord run(Session session, long job, Consumer<JobEvent> listener) {
    session.jobs().addListener(listener);
    try {
      return session.jobs().runNow(job);
    } finally {
      session.jobs().removeListener(listener);
    }
  }

  private static long submit(Session session, String name) {
    return session.jobs().submit(TrainJob.NAME, "Training " + name, settings(name)).id();
  }

  private static void killWorker() {
    ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("java"))
        .forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void aRunIsRecordedAndSurvivesPauseAndKill() throws Exception {
    DrawnProject.make(folder.resolve("project"));
    try (Session session =
        Session.open(folder.resolve("project"), Installation.here().noEngines())) {
      long broken = submit(session, "broken");
      JobRecord paused =
          run(
              session,
              broken,
              event -> {
                if (event.progress().done() >= 2) {
                  session.jobs().pause(broken);
                }
              });
      assertThat(paused.state()).as(paused.message()).isEqualTo(JobState.PAUSED);
      assertThat(state(session)).isEqualTo("STOPPED");
      JobRecord killed =
          run(
              session,
              broken,
              event -> {
                if (event.progress().done() >= 5) {
                  killWorker();
                }
              });
      assertThat(killed.state()).isEqualTo(JobState.FAILED);
      assertThat(killed.message()).contains("the worker process was killed by signal 9");
      assertThat(state(session)).isEqualTo("INTERRUPTED");
      JobRecord resumed = run(session, submit(session, "broken"), event -> {});
      assertThat(resumed.state()).as(resumed.message()).isEqualTo(JobState.DONE);
      assertThat(resumed.done()).isEqualTo(STEPS);
      assertRecorded(session);
    }
  }

  private static String state(Session session) {
    return session.project().trainings().find("broken").orElseThrow().state();
  }

  private static void assertRecorded(Session session) throws Exception {
    List<StepLine> steps = new RunReader(TrainJob.folder(session.project(), "broken")).steps();
    assertThat(steps.stream().mapToLong(StepLine::step).toArray())
        .isEqualTo(LongStream.rangeClosed(1, STEPS).toArray());
    TrainingRecord record = session.project().trainings().find("broken").orElseThrow();
    assertThat(record.state()).isEqualTo("DONE");
    assertThat(record.step()).isEqualTo(STEPS);
    assertThat(record.identities() + record.heldOutIdentities()).isEqualTo(DrawnProject.IDENTITIES);
    assertThat(record.pictures()).as("kept ones only").isEqualTo(4 * DrawnProject.KEPT);
    assertThat(record.heldOutAccuracy()).isBetween(0.0, 1.0);
    assertThat(record.loss()).isPositive();
    assertThat(session.project().trainings().all()).containsExactly(record);
    StageRun stage = session.project().runs().find(record.runId()).orElseThrow();
    assertThat(stage.stage()).isEqualTo(TrainJob.NAME);
    assertThat(stage.finished()).isNotNull();
  }

  @Test
  void aRunThatIsAskedToStopAfterTheEpochWaitsThereAndGoesOn() throws Exception {
    DrawnProject.make(folder.resolve("project"));
    try (Session session =
        Session.open(folder.resolve("project"), Installation.here().noEngines())) {
      long job = submit(session, "epochs");
      Path asked = TrainJob.folder(session.project(), "epochs").stopAfterEpoch();
      JobRecord waiting =
          run(
              session,
              job,
              event -> {
                if (event.progress().done() >= 1 && !Files.exists(asked)) {
                  create(asked);
                }
              });
      assertThat(waiting.state()).as(waiting.message()).isEqualTo(JobState.PAUSED);
      RunStatus status =
          new RunReader(TrainJob.folder(session.project(), "epochs")).status().orElseThrow();
      assertThat(status.state()).isEqualTo(RunStatus.State.STOPPED);
      assertThat(status.epoch()).isBetween(1, 2);
      assertThat(status.step()).isEqualTo(status.epoch() * STEPS / 3L);
      assertThat(status.memory()).isGreaterThanOrEqualTo(0);
      session.jobs().resume(job);
      assertThat(session.jobs().runNow(job).state()).isEqualTo(JobState.DONE);
    }
  }

  private static void create(Path file) {
    try {
      Files.createFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aProjectWithoutKeptImagesIsToldWhatToDo() throws Exception {
    Project.create(folder.resolve("empty"), "test").close();
    try (Session session = Session.open(folder.resolve("empty"), Installation.here().noEngines())) {
      JobRecord job = run(session, submit(session, "none"), event -> {});
      assertThat(job.state()).isEqualTo(JobState.FAILED);
      assertThat(job.message()).contains("at least two identities").contains("Clean it first");
      assertThat(session.project().trainings().all()).isEmpty();
    }
  }
}
