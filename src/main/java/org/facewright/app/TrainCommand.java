package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facewright.exchange.DatasetException;
import org.facewright.jobs.JobException;
import org.facewright.jobs.StopHook;
import org.facewright.jobs.worker.Engine;
import org.facewright.project.ProjectException;
import org.facewright.project.release.CurriculumPlan;
import org.facewright.training.job.TrainEngine;
import org.facewright.training.job.TrainRequest;
import org.facewright.training.run.Curriculum;
import org.facewright.training.run.RunFolder;
import org.facewright.training.run.RunReader;
import org.facewright.training.run.RunResult;
import org.facewright.training.run.SetOrigin;
import org.facewright.training.run.TrainingSettings;
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
      "Trains a recogniser on aligned 112 x 112 pictures: those that a project has kept, a folder"
          + " with a folder for each identity, or an exported set.",
      "Ctrl-C saves a checkpoint and stops; --resume goes on.",
      "docs/training.md says what each setting does."
    })
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Output output = new Output();
  @Mixin private TrainOptions options = new TrainOptions();

  @Option(
      names = "--data",
      paramLabel = "[NAME=]PATH",
      description =
          "a folder with a folder for each identity, or an exported set; with a NAME it is a source"
              + " of its own for the curriculum; may be given again")
  private List<String> data = List.of();

  @Option(
      names = {"-p", "--project"},
      paramLabel = "FOLDER",
      description = "train on a project's kept images; the run is kept there")
  private @Nullable Path project;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description = "the run: settings, log, checkpoints, weights (default: runs/NAME)")
  private @Nullable Path run;

  @Option(names = "--name", paramLabel = "NAME", description = "the run's name")
  private @Nullable String name;

  @Option(
      names = "--sets",
      split = ",",
      paramLabel = "FILE",
      description = "verification sets to judge by after each epoch")
  private List<Path> sets = List.of();

  @Option(
      names = "--difficulty",
      defaultValue = "none",
      description =
          "for the curriculum, with --project: none, spread or margin (default: ${DEFAULT-VALUE})")
  private String difficulty = "none";

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "whose embeddings difficulty is measured on (default: the project's first)")
  private @Nullable String model;

  @Option(
      names = "--release",
      paramLabel = "NAME[-vN]",
      description =
          "with --project: train on a frozen release, in the order of its plan (default: on what"
              + " the project keeps now)")
  private @Nullable String release;

  @Option(
      names = "--install",
      paramLabel = "NAME",
      description =
          "put the trained network into the catalogue, for: facewright embed --model NAME")
  private @Nullable String install;

  @Option(names = "--resume", description = "go on with the run, as it was told then")
  private boolean resume;

  @Option(names = "--isolate", description = "train in a process of its own")
  private boolean isolate;

  @Override
  public Integer call() throws IOException, JobException, ProjectException, DatasetException {
    try {
      Path own = project;
      return own == null ? alone() : inProject(own);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private int inProject(Path folder) throws IOException, ProjectException, DatasetException {
    if (!data.isEmpty() || run != null) {
      throw new ParameterException(
          spec.commandLine(), "A project's run has a --name; --data and --output are for others.");
    }
    if (name == null) {
      throw new ParameterException(spec.commandLine(), "Give the run a name: --name NAME");
    }
    ProjectTraining training = new ProjectTraining(output, folder, name);
    if (release != null && !resume) {
      return training.onRelease(
          release, options.settings(), options.ordersPictures(), files(), install);
    }
    return training.run(
        resume ? null : options.settings(), difficulty, model, files(), install);
  }

  private int alone() throws IOException, JobException, DatasetException {
    if (release != null) {
      throw new ParameterException(
          spec.commandLine(), "A --release belongs to a project: name it with --project.");
    }
    Path path = run == null ? name == null ? null : Path.of("runs", name) : run;
    if (path == null) {
      throw new ParameterException(spec.commandLine(), "Say where the run goes: --output FOLDER");
    }
    RunFolder folder = new RunFolder(path);
    TrainRequest request = resume ? again(folder) : request(folder);
    try (Engine engine = engine();
        TrainProgress progress = new TrainProgress(output)) {
      return train(engine, request, progress);
    }
  }

  /** On the command line this process trains, unless it lacks the allocator that it needs. */
  private Engine engine() throws JobException {
    return isolate ? Installation.here().trainers().start() : Installation.trainEngine();
  }

  private int train(Engine engine, TrainRequest request, TrainProgress progress)
      throws JobException, IOException, DatasetException {
    StopFlag flag = new StopFlag();
    try (StopHook _ = new StopHook(flag::raise)) {
      RunResult result =
          TrainEngine.result(
              engine.call(request.toJson(), new byte[0], flag::raised, progress::hear));
      progress.close();
      if (install != null && result.done()) {
        new TrainedModel(request.folder()).install(install, output);
      }
      TrainReport.print(output, request.folder(), result);
      return result.done() ? ExitCodes.DONE : ExitCodes.STOPPED;
    }
  }

  private TrainRequest request(RunFolder folder) throws IOException, DatasetException {
    if (data.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Say what to train on: --data PATH or --project FOLDER");
    }
    if (folder.begun()) {
      throw new UserException(
          folder.path() + " holds a run already. Go on with it (--resume) or choose another name.");
    }
    TrainingData named = new TrainingData(data);
    TrainingSettings told = options.settings();
    Optional<CurriculumPlan> plan =
        options.ordersPictures() ? Optional.empty() : named.plan();
    TrainingSettings settings =
        plan.map(each -> told.with(Curriculum.of(each, told.epochs()))).orElse(told);
    SetOrigin origin = named.prepare(folder, output);
    return new TrainRequest(absolute(folder.path()), settings, origin, files());
  }

  private List<String> files() {
    return sets.stream().map(TrainCommand::absolute).toList();
  }

  private TrainRequest again(RunFolder folder) throws IOException {
    if (!folder.begun()) {
      throw new UserException(folder.path() + " holds no run yet.");
    }
    RunReader reader = new RunReader(folder);
    return new TrainRequest(
        absolute(folder.path()), reader.settings(), reader.data().origin(), files());
  }

  private static String absolute(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  /** Raised once, by Ctrl-C. */
  private static final class StopFlag {
    private volatile boolean raised;

    void raise() {
      raised = true;
    }

    boolean raised() {
      return raised;
    }
  }
}
