package org.facewright.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.facewright.inference.Device;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.network.weights.WeightFiles;
import org.facewright.training.TrainingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of the real engine, stopped, killed and damaged. */
class TrainingRunTest {
  @TempDir private static Path shared;
  private static TorchEngine engine;
  private static TinyRun unbroken;

  @TempDir private Path folder;

  /** What a kill leaves: nothing is written any more. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @BeforeAll
  static void trainUnbroken() throws Exception {
    engine = new TorchEngine(1);
    DrawnFaces.write(shared.resolve("faces"), TinyRun.IDENTITIES, TinyRun.PICTURES);
    unbroken = new TinyRun(shared.resolve("run"), shared.resolve("faces"));
    assertThat(unbroken.train(engine).done()).isTrue();
  }

  @AfterAll
  static void close() {
    assertThat(engine.openModules()).isZero();
    engine.close();
  }

  private TinyRun run(String name) {
    return new TinyRun(folder.resolve(name), shared.resolve("faces"));
  }

  private static void killAfter(TinyRun run, int step) {
    run.afterStep =
        () -> {
          if (run.steps.getLast().step() == step) {
            throw new Killed();
          }
        };
  }

  @Test
  void aRunLeavesALogThatCanBeReadAlong() throws Exception {
    RunReader reader = unbroken.reader();
    assertThat(reader.steps()).isEqualTo(unbroken.steps).hasSize(TinyRun.STEPS);
    RunReader.Tail<StepLine> first = reader.stepsFrom(0);
    assertThat(reader.stepsFrom(first.next()).lines()).isEmpty();
    assertThat(reader.steps()).extracting(StepLine::epoch).containsExactly(1, 1, 1, 1, 2, 2, 2, 2);
    assertThat(reader.epochs()).extracting(EpochLine::step).containsExactly(4L, 8L);
    EpochLine.Verified heldOut = reader.epochs().getLast().verified().getFirst();
    assertThat(heldOut.set()).isEqualTo(EpochLine.HELD_OUT);
    assertThat(heldOut.figures().pairs()).isEqualTo(20);
    RunStatus status = reader.status().orElseThrow();
    assertThat(status.state()).isEqualTo(RunStatus.State.DONE);
    assertThat(status.step()).isEqualTo(TinyRun.STEPS);
    assertThat(reader.settings()).isEqualTo(TinyRun.settings(""));
    assertThat(reader.data().identities()).isEqualTo(4);
    assertThat(reader.data().heldOut()).hasSize(2);
    assertThat(RunReader.list(shared)).extracting(RunFolder::name).containsExactly("run");
  }

  @Test
  void theFinishedNetworkHasItsPublishedNames() throws Exception {
    WeightFiles.read(unbroken.folder().weights(), "").strictFor(TinyRun.settings("").network());
  }

  @Test
  void aHalfWrittenLineIsNotReadYet() throws Exception {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    String text = Files.readString(unbroken.folder().steps());
    int cut = text.lastIndexOf('{') + 20;
    Files.writeString(copy.resolve("steps.jsonl"), text.substring(0, cut));
    RunReader reader = new RunReader(new RunFolder(copy));
    RunReader.Tail<StepLine> before = reader.stepsFrom(0);
    assertThat(before.lines()).hasSize(TinyRun.STEPS - 1);
    Files.writeString(copy.resolve("steps.jsonl"), text);
    assertThat(reader.stepsFrom(before.next()).lines()).containsExactly(unbroken.steps.getLast());
  }

  @Test
  void aRunKilledAtAnyStepGoesOnExactly() throws Exception {
    // After the save of step 3; before the end of the second epoch, on the log of a later step.
    for (int step : new int[] {5, 7}) {
      TinyRun killed = run("killed" + step);
      killAfter(killed, step);
      assertThatThrownBy(() -> killed.train(engine)).isInstanceOf(Killed.class);
      TinyRun resumed = run("killed" + step);
      assertThat(resumed.train(engine).done()).isTrue();
      int from = TinyRun.STEPS - resumed.steps.size();
      assertThat(from).isEqualTo(step == 5 ? 4 : 6);
      assertThat(resumed.losses()).isEqualTo(unbroken.losses().subList(from, TinyRun.STEPS));
      List<StepLine> log = resumed.reader().steps();
      assertThat(log.stream().mapToLong(StepLine::step).toArray())
          .isEqualTo(LongStream.rangeClosed(1, TinyRun.STEPS).toArray());
      assertThat(log.stream().map(StepLine::loss).toList()).isEqualTo(unbroken.losses());
      assertThat(resumed.reader().epochs().stream().map(EpochLine::verified).toList())
          .isEqualTo(unbroken.reader().epochs().stream().map(EpochLine::verified).toList());
      assertThat(Files.readAllBytes(resumed.folder().weights()))
          .isEqualTo(Files.readAllBytes(unbroken.folder().weights()));
    }
  }

  @Test
  void aStoppedRunSavesAndSaysSo() throws Exception {
    TinyRun stopped = run("stopped");
    stopped.afterStep = stopped.control::stop;
    RunResult result = stopped.train(engine);
    assertThat(result.status().state()).isEqualTo(RunStatus.State.STOPPED);
    assertThat(result.status().step()).isEqualTo(1);
    assertThat(Path.of(result.checkpoint())).isRegularFile();
    assertThat(stopped.folder().weights()).doesNotExist();
  }

  @Test
  void replicasOnTheProcessorAreSaidToBeNoFaster() throws Exception {
    TinyRun run = run("replicas");
    run.settings = "{\"devices\": 2}";
    run.afterStep = run.control::stop;
    try (TorchEngine two = new TorchEngine(Device.CPU, 1, 2)) {
      assertThat(run.train(two).status().step()).isEqualTo(1);
      assertThat(two.openModules()).isZero();
    }
    assertThat(run.notes).singleElement().asString().contains("2 replicas share the processor");
    assertThat(run.reader().settings().devices()).isEqualTo(2);
  }

  @Test
  void aDamagedCheckpointIsPassedOverForAnOlderOne() throws Exception {
    TinyRun stopped = run("damaged");
    stopped.afterStep =
        () -> {
          if (stopped.steps.size() == 6) {
            stopped.control.stop();
          }
        };
    stopped.train(engine);
    Path last = stopped.folder().checkpoints().resolve("last.checkpoint");
    byte[] bytes = Files.readAllBytes(last);
    bytes[bytes.length / 2] ^= 1;
    Files.write(last, bytes);
    TinyRun resumed = run("damaged");
    resumed.afterStep = resumed.control::stop;
    resumed.train(engine);
    assertThat(resumed.notes).singleElement().asString().contains("last.checkpoint is damaged");
    assertThat(resumed.losses()).isEqualTo(unbroken.losses().subList(4, 5));

    Files.write(resumed.folder().checkpoints().resolve("epoch-001.checkpoint"), new byte[9]);
    Files.write(last, new byte[9]);
    assertThatThrownBy(() -> run("damaged").train(engine))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("no usable checkpoint");
  }

  @Test
  void changedPicturesAreNotMixedIntoARun() throws Exception {
    Path faces = DrawnFaces.write(folder.resolve("faces"), 6, 4);
    TinyRun stopped = new TinyRun(folder.resolve("run"), faces);
    stopped.afterStep = stopped.control::stop;
    stopped.train(engine);
    Files.write(faces.resolve("p000/zzz.jpg"), DrawnFaces.jpeg(0, 9));
    byte[] good = Files.readAllBytes(folder.resolve("run/checkpoints/last.checkpoint"));
    assertThatThrownBy(() -> new TinyRun(folder.resolve("run"), faces).train(engine))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("The pictures have changed since run was begun");
    DrawnFaces.write(faces, 7, 4);
    assertThatThrownBy(() -> new TinyRun(folder.resolve("run"), faces).train(engine))
        .as("another number of classes")
        .isInstanceOf(TrainingException.class);
    assertThat(folder.resolve("run/checkpoints/last.checkpoint")).hasBinaryContent(good);
  }

  @Test
  void aPictureThatVanishesInMidEpochIsNamed() throws Exception {
    Path faces = DrawnFaces.write(folder.resolve("faces"), 6, 4);
    TinyRun run = new TinyRun(folder.resolve("run"), faces);
    run.settings = "{\"saveEverySteps\": 1, \"heldOut\": 0}";
    run.afterStep =
        () ->
            IntStream.range(0, 6)
                .forEach(i -> faces.resolve("p00" + i + "/003.jpg").toFile().delete());
    assertThatThrownBy(() -> run.train(engine))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("003.jpg is missing")
        .hasMessageContaining("The last good checkpoint is last.checkpoint");
    RunStatus status = run.reader().status().orElseThrow();
    assertThat(status.state()).isEqualTo(RunStatus.State.FAILED);
    assertThat(status.message()).contains("is missing");
    DrawnFaces.write(faces, 6, 4);
    TinyRun mended = new TinyRun(folder.resolve("run"), faces);
    mended.settings = run.settings;
    mended.afterStep = mended.control::stop;
    assertThat(mended.train(engine).status().step()).isEqualTo(run.steps.size() + 1);
  }

  @Test
  void aLossThatIsNoNumberEndsTheRunAndKeepsTheCheckpoint() throws Exception {
    TinyRun run = run("nan");
    run.settings =
        "{\"saveEverySteps\": 1, \"clipNorm\": 0,"
            + " \"learningRate\": {\"base\": 1e30, \"warmUpEpochs\": 0}}";
    assertThatThrownBy(() -> run.train(engine))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("no number any more at step")
        .hasMessageContaining("Lower the learning rate")
        .hasMessageContaining("The last good checkpoint is last.checkpoint");
    assertThat(run.reader().status().orElseThrow().state()).isEqualTo(RunStatus.State.FAILED);
  }

  @Test
  void aFullDiskKeepsTheLastGoodCheckpoint() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "needs /dev/full, a device that is always full");
    TinyRun run = run("full");
    run.settings = "{\"saveEverySteps\": 1}";
    Path checkpoints = run.folder().checkpoints();
    run.afterStep =
        () -> {
          try {
            if (run.steps.size() == 2) {
              Files.copy(checkpoints.resolve("last.checkpoint"), folder.resolve("good"));
              Files.createSymbolicLink(checkpoints.resolve("last.checkpoint.part"), full);
            }
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        };
    assertThatThrownBy(() -> run.train(engine))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("No space left on device")
        .hasMessageContaining("The last good one is untouched");
    assertThat(checkpoints.resolve("last.checkpoint"))
        .hasBinaryContent(Files.readAllBytes(folder.resolve("good")));
    TinyRun resumed = run("full");
    resumed.afterStep = resumed.control::stop;
    resumed.train(engine);
    assertThat(resumed.losses()).isEqualTo(unbroken.losses().subList(1, 2));
  }

  @Test
  void twoProcessesDoNotTrainOneRun() throws Exception {
    TinyRun run = run("twice");
    try (RunFolder.Lock _ = run.folder().lock()) {
      assertThatThrownBy(() -> run.train(engine))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("Another process trains twice already");
    }
  }

  @Test
  void aVanishedProcessLeavesAnInterruptedRun() throws Exception {
    Path copy = Files.createDirectories(folder.resolve("gone"));
    RunStatus running = unbroken.reader().status().orElseThrow().with(RunStatus.State.RUNNING, "");
    Files.writeString(copy.resolve("status.json"), RunJson.write(running));
    RunReader reader = new RunReader(new RunFolder(copy));
    assertThat(reader.status().orElseThrow().state()).isEqualTo(RunStatus.State.INTERRUPTED);
    try (RunFolder.Lock _ = reader.folder().lock()) {
      assertThat(reader.status().orElseThrow().state()).isEqualTo(RunStatus.State.RUNNING);
    }
  }
}
