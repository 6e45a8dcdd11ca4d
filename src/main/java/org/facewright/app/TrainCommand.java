package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facewright.inference.torch.TorchEngine;
import org.facewright.inference.torch.TorchException;
import org.facewright.jobs.StopHook;
import org.facewright.training.TrainingControl;
import org.facewright.training.TrainingException;
import org.facewright.training.run.RunFolder;
import org.facewright.training.run.RunReader;
import org.facewright.training.run.RunResult;
import org.facewright.training.run.TrainingRun;
import org.facewright.training.run.TrainingSettings;
import org.facewright.training.set.IdentityFolder;
import org.facewright.training.set.TrainingSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facewright train}: trains a recogniser. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Trains a recogniser on a folder with a folder of aligned 112 x 112 pictures for each",
      "identity. Ctrl-C saves a checkpoint and stops; the same command with --resume goes on.",
      "docs/training.md says what each setting does."
    })
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Output output = new Output();
  @Mixin private TrainOptions options = new TrainOptions();

  @Option(names = "--data", paramLabel = "FOLDER", description = "a folder for each identity")
  private @Nullable Path data;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FOLDER",
      description = "the run: settings, log, checkpoints, weights")
  private Path run = Path.of("");

  @Option(names = "--resume", description = "go on with the run, as it was told then")
  private boolean resume;

  @Override
  public Integer call() throws IOException {
    RunFolder folder = new RunFolder(run);
    try {
      RunResult result = resume ? resume(folder) : begin(folder);
      TrainReport.print(output, folder, result);
      return result.done() ? ExitCodes.DONE : ExitCodes.STOPPED;
    } catch (TrainingException | TorchException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  private RunResult begin(RunFolder folder) throws IOException, TrainingException, TorchException {
    if (data == null) {
      throw new ParameterException(spec.commandLine(), "Say what to train on: --data FOLDER");
    }
    Path pictures = data.toAbsolutePath().normalize();
    try {
      return train(folder, options.settings(), pictures, false);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private RunResult resume(RunFolder folder) throws IOException, TrainingException, TorchException {
    if (!folder.begun()) {
      throw new UserException(folder.path() + " holds no run yet.");
    }
    RunReader reader = new RunReader(folder);
    Object origin = reader.data().origin().get("folder");
    Path pictures = data == null ? Path.of(String.valueOf(origin)) : data;
    return train(folder, reader.settings(), pictures, true);
  }

  private RunResult train(RunFolder folder, TrainingSettings settings, Path pictures, boolean again)
      throws TrainingException, TorchException {
    TrainingSet set = IdentityFolder.read(pictures);
    TrainingControl control = new TrainingControl();
    try (TorchEngine engine = new TorchEngine(settings.threads());
        TrainProgress progress = new TrainProgress(output, settings, set);
        StopHook hook = new StopHook(control::stop)) {
      TrainingRun run =
          new TrainingRun(
              folder,
              settings,
              set,
              Map.of("kind", "folder", "folder", pictures.toString()),
              new EvaluationJudge(),
              List.of(),
              control,
              progress);
      return again ? run.resume(engine) : run.begin(engine);
    }
  }
}
