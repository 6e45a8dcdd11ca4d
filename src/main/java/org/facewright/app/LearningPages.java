package org.facewright.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.facewright.curriculum.CurriculumModel;
import org.facewright.curriculum.CurriculumPanel;
import org.facewright.evaluation.EvaluateJob;
import org.facewright.evaluation.EvaluationModel;
import org.facewright.evaluation.EvaluationPanel;
import org.facewright.experiment.ExperimentsModel;
import org.facewright.experiment.ExperimentsPanel;
import org.facewright.jobs.JobQueue;
import org.facewright.jobs.Workers;
import org.facewright.leakage.LeakageModel;
import org.facewright.leakage.LeakagePanel;
import org.facewright.leakage.diversity.DiversityModel;
import org.facewright.project.DecisionKind;
import org.facewright.training.ReleaseChoice;
import org.facewright.training.TrainingModel;
import org.facewright.training.TrainingPanel;
import org.facewright.ui.action.Action;
import org.facewright.ui.shell.Panel;

/** The pages from the leak check to the evaluation. FX thread. */
final class LearningPages implements AutoCloseable {
  private final Surroundings around;
  private final Workers composing = new Workers("compose", 1);
  private final CurriculumModel curriculum;
  private final LeakagePanel leakage;
  private final CurriculumPanel curriculumPage;
  private final TrainingPanel training;
  private final EvaluationPanel evaluation;
  private final ExperimentsPanel experiments;

  /**
   * @param open shows the identity of an image
   */
  LearningPages(Surroundings around, LongConsumer open) {
    this.around = around;
    leakage = leakage();
    training =
        new TrainingPanel(
            new TrainingModel(
                around.project(), around.session().jobs(), around.queries(), around.problem()),
            around.actions(),
            around.decisions().revision(),
            around.problem());
    curriculum =
        new CurriculumModel(
            new CurriculumDesk(around.project(), around.session().jobs()),
            composing,
            around.problem());
    curriculumPage =
        new CurriculumPanel(
            curriculum,
            around.actions(),
            around.pictures(),
            around.decisions().revision(),
            open,
            (release, plan) -> {
              training.prepare(new ReleaseChoice(release.title(), plan));
              around.shell().panels().show(training);
            });
    evaluation = evaluation();
    experiments = experiments();
  }

  private LeakagePanel leakage() {
    JobQueue jobs = around.session().jobs();
    LeakageModel model =
        new LeakageModel(
            around.project(),
            jobs,
            (note, sentence, rulings) ->
                around.decisions().decide(DecisionKind.JUDGE, note, sentence, rulings),
            around.queries(),
            around.problem());
    return new LeakagePanel(
        model,
        new DiversityModel(around.project(), jobs, around.queries(), around.problem()),
        around.actions(),
        around.pictures(),
        around.decisions().revision(),
        around.undo(),
        around.problem());
  }

  private EvaluationPanel evaluation() {
    EvaluationModel model =
        new EvaluationModel(
            EvaluateJob.book(around.project()),
            new EvaluationDesk(around.installation(), around.session().jobs()),
            around.queries(),
            around.problem());
    return new EvaluationPanel(
        model,
        around.actions(),
        around.decisions().revision(),
        around.installation().samplePairs(),
        around.problem());
  }

  private ExperimentsPanel experiments() {
    ExperimentsModel model =
        new ExperimentsModel(
            new ExperimentDesk(around.project(), around.session().jobs(), around.installation()),
            around.queries(),
            around.shell().notices()::done,
            around.problem());
    return new ExperimentsPanel(
        model, around.actions(), around.decisions().revision(), around.problem());
  }

  List<Panel> pages() {
    return List.of(leakage, curriculumPage, training, evaluation, experiments);
  }

  List<Action> actions() {
    List<Action> all = new ArrayList<>(leakage.actions());
    all.addAll(curriculumPage.actions());
    all.addAll(training.actions());
    all.addAll(evaluation.actions());
    all.addAll(experiments.actions());
    return all;
  }

  /** The recipe's edits, which have an undo of their own. */
  CurriculumModel curriculum() {
    return curriculum;
  }

  /** The page on which that undo counts. */
  Panel curriculumPage() {
    return curriculumPage;
  }

  @Override
  public void close() {
    composing.close();
  }
}
