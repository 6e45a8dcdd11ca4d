package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facewright.app.experiment.ExperimentPage;
import org.facewright.app.experiment.Experiments;
import org.facewright.app.experiment.Planner;
import org.facewright.experiment.ExperimentBook;
import org.facewright.experiment.ExperimentDraft;
import org.facewright.experiment.ExperimentPlan;
import org.facewright.experiment.ExperimentsModel;
import org.facewright.experiment.Findings;
import org.facewright.experiment.Question;
import org.facewright.experiment.Trial;
import org.facewright.jobs.JobQueue;
import org.facewright.jobs.JobRecord;
import org.facewright.project.Project;
import org.facewright.project.ReleaseRecord;
import org.facewright.project.TrainingRecord;

/** Experiments of the open project. Any thread. */
final class ExperimentDesk implements ExperimentsModel.Desk {
  private static final String REPORT = "report.html";

  private final Project project;
  private final JobQueue jobs;
  private final Installation installation;
  private final Experiments experiments;

  ExperimentDesk(Project project, JobQueue jobs, Installation installation) {
    this.project = project;
    this.jobs = jobs;
    this.installation = installation;
    experiments = new Experiments(project);
  }

  /** What a draft comes to in this project. */
  ExperimentPlan plan(ExperimentDraft draft) throws IOException {
    return new Planner(
            project, Planner.usual(FastPrecision.here().name()), installation.samplePairs())
        .plan(draft);
  }

  @Override
  public ExperimentsModel.Shelf all() throws IOException {
    ExperimentBook.Shelf shelf = experiments.book().all();
    List<JobRecord> known = jobs.all();
    List<Findings> all = new ArrayList<>();
    List<String> unreadable = new ArrayList<>(shelf.unreadable());
    for (ExperimentPlan plan : shelf.plans()) {
      try {
        all.add(experiments.findings(plan, known));
      } catch (IOException e) {
        unreadable.add(String.valueOf(e.getMessage()));
      }
    }
    return new ExperimentsModel.Shelf(all, unreadable);
  }

  @Override
  public ExperimentsModel.Offer offer() throws IOException {
    return new ExperimentsModel.Offer(
        project.releases().all().stream().map(ReleaseRecord::title).toList(),
        project.embeddingModels());
  }

  @Override
  public String freeName(Question question) {
    List<String> runs = project.trainings().all().stream().map(TrainingRecord::name).toList();
    // Runs outlive the experiment that is removed, and are not to be taken for another's.
    return experiments
        .book()
        .freeName(question, name -> runs.stream().anyMatch(run -> run.startsWith(name + "-")));
  }

  @Override
  public void start(ExperimentDraft draft) throws IOException {
    ExperimentPlan plan = plan(draft);
    List<Trial> trials = experiments.findings(plan, jobs.all()).trials();
    experiments.book().keep(plan);
    submit(plan, trials);
  }

  /** Puts in every trial that is neither done nor waiting. */
  @Override
  public void goOn(ExperimentPlan plan) throws IOException {
    submit(plan, experiments.findings(plan, jobs.all()).trials());
  }

  private void submit(ExperimentPlan plan, List<Trial> trials) throws IOException {
    for (Trial trial : trials) {
      Experiments.Order order = experiments.order(plan, trial.key());
      if (!trial.done()) {
        JobRecord known = jobs.unfinished(order.kind(), order.settings());
        if (known == null) {
          jobs.submit(order.kind(), order.title(), order.settings());
        } else {
          jobs.resume(known.id());
        }
      }
    }
  }

  /** Runs what is not done, on the command line; the first that is stopped stops the others. */
  Findings runNow(ExperimentPlan plan, JobRunner runner) throws IOException {
    List<Trial> trials = experiments.findings(plan, jobs.all()).trials();
    experiments.book().keep(plan);
    for (Trial trial : trials) {
      if (!trial.done()) {
        Experiments.Order order = experiments.order(plan, trial.key());
        JobRecord ended = runner.run(order.kind(), order.title(), order.settings());
        if (JobRunner.exitCode(ended, false) == ExitCodes.STOPPED) {
          break;
        }
      }
    }
    return experiments.findings(plan, jobs.all());
  }

  @Override
  public void remove(ExperimentPlan plan) throws IOException {
    List<String> titles =
        plan.keys().stream().map(key -> experiments.order(plan, key).title()).toList();
    jobs.all().stream()
        .filter(job -> titles.contains(job.title()) && !job.state().ended())
        .forEach(job -> jobs.cancel(job.id()));
    experiments.book().remove(plan.name());
  }

  @Override
  public Path report(Findings findings) throws IOException {
    Path file = experiments.book().folder(findings.plan().name()).resolve(REPORT);
    new ExperimentPage(findings).write(file, Version.current());
    return file.toAbsolutePath().normalize();
  }
}
