package org.facewright.training.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.inference.torch.TorchException;
import org.facewright.jobs.worker.Engine;
import org.facewright.jobs.worker.WorkerException;
import org.facewright.training.TrainingControl;
import org.facewright.training.TrainingException;
import org.facewright.training.run.EpochLine;
import org.facewright.training.run.PairJudge;
import org.facewright.training.run.PairSet;
import org.facewright.training.run.RunJson;
import org.facewright.training.run.RunListener;
import org.facewright.training.run.RunResult;
import org.facewright.training.run.RunStatus;
import org.facewright.training.run.StepLine;
import org.facewright.training.run.TrainingRun;
import org.facewright.training.run.TrainingSettings;

/**
 * Trains what is asked for, in whichever process: begins a run or goes on with it, tells the news
 * as it works, and answers with the {@link RunResult}. A stop saves a checkpoint first.
 */
public final class TrainEngine implements Engine {
  private final PairJudge judge;
  private final PairSets sets;
  private volatile boolean ending;

  public TrainEngine(PairJudge judge, PairSets sets) {
    this.judge = judge;
    this.sets = sets;
  }

  @Override
  public Reply call(String header, byte[] body, BooleanSupplier stopping, Consumer<String> log)
      throws WorkerException {
    TrainRequest request = TrainRequest.fromJson(header);
    TrainingControl control = new TrainingControl();
    Path lastEpoch = request.folder().stopAfterEpoch();
    Teller teller = new Teller(control, () -> ending || stopping.getAsBoolean(), lastEpoch, log);
    try (TorchEngine engine = engine(request.settings())) {
      Files.deleteIfExists(lastEpoch); // Asked of an earlier sitting.
      TrainingRun run =
          new TrainingRun(
              request.folder(),
              request.settings(),
              request.origin(),
              judge,
              open(request),
              control,
              teller);
      return new Reply(RunJson.write(run.train(engine)), new byte[0]);
    } catch (TrainingException | TorchException | IOException | IllegalArgumentException e) {
      throw new WorkerException(String.valueOf(e.getMessage()), e);
    }
  }

  private static TorchEngine engine(TrainingSettings settings) throws TorchException {
    return new TorchEngine(settings.device(), settings.threads(), settings.devices());
  }

  /** The process is to end: what is trained is saved and answered soon. */
  public void stop() {
    ending = true;
  }

  private List<PairSet> open(TrainRequest request) throws IOException {
    List<PairSet> opened = new ArrayList<>();
    for (String set : request.sets()) {
      opened.add(sets.open(Path.of(set)));
    }
    return opened;
  }

  /** What an engine's answer says. */
  public static RunResult result(Reply reply) {
    return RunJson.read(reply.header(), RunResult.class);
  }

  /** Passes the news on and looks whether to stop, between two steps. */
  private record Teller(
      TrainingControl control, BooleanSupplier stopping, Path lastEpoch, Consumer<String> log)
      implements RunListener {
    @Override
    public void stepped(StepLine step, RunStatus status) {
      if (stopping.getAsBoolean()) {
        control.stop();
      } else if (Files.exists(lastEpoch)) {
        control.stopAfterEpoch();
      }
      log.accept(new TrainNews(status, step, null, null).toLine());
    }

    @Override
    public void epochDone(EpochLine epoch, RunStatus status) {
      if (stopping.getAsBoolean()) {
        control.stop();
      }
      log.accept(new TrainNews(status, null, epoch, null).toLine());
    }

    @Override
    public void note(String sentence) {
      log.accept(new TrainNews(null, null, null, sentence).toLine());
    }
  }

  @Override
  public void close() {}
}
