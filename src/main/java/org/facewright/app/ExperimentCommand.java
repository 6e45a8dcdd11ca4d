package org.facewright.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.facewright.experiment.ExperimentDraft;
import org.facewright.experiment.ExperimentPlan;
import org.facewright.experiment.Findings;
import org.facewright.experiment.Question;
import org.facewright.project.ProjectException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code facewright experiment}: the questions that the paper leaves open. */
@Command(
    name = "experiment",
    mixinStandardHelpOptions = true,
    description = {
      "Asks your own data what the paper leaves open: arms, seeds, intervals, and what was not"
          + " shown. Each trial is a job of the project; the same line goes on where it was stopped.",
      "docs/experiments.md says how they are made and how far they reach."
    },
    subcommands = {
      ExperimentCommand.Cleaning.class,
      ExperimentCommand.Generation.class,
      ExperimentCommand.Curriculum.class,
    })
final class ExperimentCommand {
  private ExperimentCommand() {}

  /** What all three do. */
  abstract static class Asking implements Callable<Integer> {
    @Mixin private Output output = new Output();
    @Mixin private ProjectOption project = new ProjectOption();
    @Mixin private ExperimentOptions options = new ExperimentOptions();

    abstract ExperimentDraft draft(ExperimentOptions told);

    @Override
    public Integer call() throws ProjectException {
      Installation installation = Installation.here();
      try (Session session = project.open(output, installation.noEngines())) {
        ExperimentDesk desk = new ExperimentDesk(session.project(), session.jobs(), installation);
        ExperimentPlan plan = desk.plan(draft(options));
        Findings findings = desk.runNow(plan, new JobRunner(session.jobs(), output));
        ExperimentText text = new ExperimentText(findings);
        output.result(
            text.sentences() + System.lineSeparator() + desk.report(findings), text.figures());
        return findings.complete() ? ExitCodes.DONE : ExitCodes.STOPPED;
      } catch (IOException e) {
        throw new UserException(String.valueOf(e.getMessage()), e);
      }
    }
  }

  @Command(
      name = "cleaning",
      mixinStandardHelpOptions = true,
      description = "Raw against cleaned against as many pictures drawn at random.")
  static final class Cleaning extends Asking {
    @Mixin private TrialOptions trials = new TrialOptions();

    @Override
    ExperimentDraft draft(ExperimentOptions told) {
      return told.draft(Question.CLEANING, trials, null, null);
    }
  }

  @Command(
      name = "curriculum",
      mixinStandardHelpOptions = true,
      description = "Shuffled against easy first against the published order, for equal steps.")
  static final class Curriculum extends Asking {
    @Mixin private TrialOptions trials = new TrialOptions();

    @Option(
        names = "--release",
        paramLabel = "NAME[-vN]",
        description = "learn a frozen release (default: what the project keeps now)")
    private @Nullable String release;

    @Option(
        names = "--model",
        paramLabel = "NAME",
        description = "whose embeddings say how hard a picture is (default: the only ones)")
    private @Nullable String model;

    @Override
    ExperimentDraft draft(ExperimentOptions told) {
      return told.draft(Question.CURRICULUM, trials, release, model);
    }
  }

  @Command(
      name = "generation",
      mixinStandardHelpOptions = true,
      description = "Similarity within and between identities: new people against the source's.")
  static final class Generation extends Asking {
    @Option(
        names = "--identities",
        defaultValue = "100",
        paramLabel = "N",
        description = "drawn by each seed, at most half of those there are (${DEFAULT-VALUE})")
    private int identities = ExperimentPlan.IDENTITIES;

    @Option(
        names = "--model",
        paramLabel = "NAME",
        description = "whose embeddings (default: the project's only ones)")
    private @Nullable String model;

    @Override
    ExperimentDraft draft(ExperimentOptions told) {
      return told.draft(Question.GENERATION, model, identities);
    }
  }
}
