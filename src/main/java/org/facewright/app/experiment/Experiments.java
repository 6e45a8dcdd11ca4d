package org.facewright.app.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facewright.app.pipeline.Orders;
import org.facewright.experiment.ExperimentBook;
import org.facewright.experiment.ExperimentPlan;
import org.facewright.experiment.Findings;
import org.facewright.experiment.Measures;
import org.facewright.experiment.Question;
import org.facewright.experiment.Trial;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.project.Project;
import org.facewright.training.job.TrainJob;
import org.facewright.training.job.TrainJobSettings;
import org.facewright.training.job.TrainPictures;
import org.facewright.training.run.EpochLine;
import org.facewright.training.run.RunReader;
import org.facewright.training.run.RunStatus;
import org.facewright.training.run.SettingsJson;
import org.facewright.training.run.TrainingSettings;
import org.jspecify.annotations.Nullable;

/** The jobs of a project's experiments, and what has come of them. Any thread; stateless. */
public record Experiments(Project project) {
  /** A job of the queue. */
  public record Order(String kind, String title, String settings) {}

  public ExperimentBook book() {
    return ExperimentBook.of(project);
  }

  /** The job of a trial. */
  public Order order(ExperimentPlan plan, ExperimentPlan.Key key) {
    if (plan.question() == Question.GENERATION) {
      DrawJob.Order draw =
          new DrawJob.Order(
              plan.name(), key.arm(), key.seed(), String.valueOf(plan.model()), plan.identities());
      return new Order(DrawJob.NAME, "Measuring " + plan.run(key), draw.toJson());
    }
    return new Order(TrainJob.NAME, TrainJob.title(plan.run(key)), training(plan, key).toJson());
  }

  private static TrainJobSettings training(ExperimentPlan plan, ExperimentPlan.Key key) {
    TrainingSettings told = SettingsJson.read(plan.training(), TrainingSettings.laptop());
    String run = plan.run(key);
    if (plan.question() == Question.CLEANING) {
      return TrainJobSettings.on(pictures(key.arm()), run, with(told, key, 0), plan.sets());
    }
    int epochs = Orders.equalLength(key.arm(), told.epochs());
    TrainingSettings ordered = with(told, key, epochs).with(Orders.named(key.arm(), epochs));
    return plan.release() == null
        ? new TrainJobSettings(run, ordered, "spread", plan.model(), plan.sets())
        : TrainJobSettings.on(plan.release(), run, ordered, plan.sets());
  }

  private static TrainPictures pictures(String arm) {
    return switch (arm) {
      case "raw" -> TrainPictures.RAW;
      case "random" -> TrainPictures.THINNED;
      default -> TrainPictures.CLEANED;
    };
  }

  /**
   * @param epochs 0 leaves them
   */
  private static TrainingSettings with(TrainingSettings told, ExperimentPlan.Key key, int epochs) {
    return SettingsJson.read(
        String.format(
            Locale.ROOT,
            "{\"seed\": %d, \"epochs\": %d}",
            key.seed(),
            epochs == 0 ? told.epochs() : epochs),
        told);
  }

  /**
   * What has come of an experiment so far.
   *
   * @param jobs all of the project's
   */
  public Findings findings(ExperimentPlan plan, List<JobRecord> jobs) throws IOException {
    Map<String, JobState> states = new HashMap<>();
    jobs.forEach(job -> states.put(job.title(), job.state())); // The last one of a title counts.
    List<Trial> trials = new ArrayList<>();
    for (ExperimentPlan.Key key : plan.keys()) {
      JobState state = states.get(order(plan, key).title());
      Trial read = plan.question().trains() ? trained(plan, key) : drawn(plan, key);
      trials.add(
          read.done() ? read : new Trial(key, state(state), Map.of(), read.curve(), read.facts()));
    }
    return new Findings(plan, trials);
  }

  private static Trial.State state(@Nullable JobState state) {
    return switch (state) {
      case RUNNING -> Trial.State.RUNNING;
      case FAILED, CANCELLED -> Trial.State.FAILED;
      case null, default -> Trial.State.WAITING;
    };
  }

  private Trial drawn(ExperimentPlan plan, ExperimentPlan.Key key) throws IOException {
    return DrawJob.result(book(), plan.name(), key)
        .orElseGet(() -> Trial.without(key, Trial.State.WAITING));
  }

  private Trial trained(ExperimentPlan plan, ExperimentPlan.Key key) throws IOException {
    RunReader reader = new RunReader(TrainJob.folder(project, plan.run(key)));
    Optional<RunStatus> status = reader.status();
    if (status.isEmpty()) {
      return Trial.without(key, Trial.State.WAITING);
    }
    String told = SettingsJson.write(training(plan, key).training());
    if (!SettingsJson.write(reader.settings()).equals(told)) {
      throw new IOException(
          "The project has a run "
              + plan.run(key)
              + " that learnt otherwise; choose another name for the experiment.");
    }
    List<EpochLine> epochs = reader.epochs();
    boolean done = status.get().state() == RunStatus.State.DONE;
    return new Trial(
        key,
        done ? Trial.State.DONE : Trial.State.WAITING,
        done && !epochs.isEmpty() ? figures(epochs.getLast()) : Map.of(),
        epochs.stream()
            .filter(epoch -> !epoch.verified().isEmpty())
            .map(
                epoch ->
                    new Trial.Point(epoch.step(), epoch.verified().getFirst().figures().accuracy()))
            .toList(),
        Map.of(
            "pictures",
            (long) reader.data().pictures(),
            "identities",
            (long) reader.data().identities(),
            "steps",
            status.get().step()));
  }

  private static Map<String, Double> figures(EpochLine last) {
    Map<String, Double> figures = new HashMap<>();
    for (EpochLine.Verified one : last.verified()) {
      figures.put(Measures.accuracy(one.set()), one.figures().accuracy());
      figures.put(Measures.error(one.set()), one.figures().eer());
    }
    return figures;
  }
}
