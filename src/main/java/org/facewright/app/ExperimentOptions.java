package org.facewright.app;

import java.nio.file.Path;
import java.util.List;
import org.facewright.experiment.ExperimentDraft;
import org.facewright.experiment.ExperimentPlan;
import org.facewright.experiment.Question;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every experiment can be told. */
final class ExperimentOptions {
  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "of the experiment; one that was begun goes on (default: the question's)")
  private @Nullable String name;

  @Option(
      names = "--seeds",
      split = ",",
      defaultValue = "1,2,3,4,5",
      paramLabel = "N",
      description = "a trial of each arm by each seed (default: ${DEFAULT-VALUE})")
  private List<Long> seeds = List.of();

  /** The draft of an experiment that trains networks. */
  ExperimentDraft draft(
      Question question, TrialOptions trials, @Nullable String release, @Nullable String model) {
    return new ExperimentDraft(
        name(question),
        question,
        seeds,
        trials.settings(),
        trials.sets(),
        release,
        model,
        ExperimentPlan.IDENTITIES);
  }

  /** The draft of one that measures draws of people. */
  ExperimentDraft draft(Question question, @Nullable String model, int identities) {
    List<Path> none = List.of();
    return new ExperimentDraft(
        name(question), question, seeds, "{}", none, null, model, identities);
  }

  private String name(Question question) {
    return name == null ? question.word() : name;
  }
}
