package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facewright.jobs.JobRecord;
import org.facewright.project.ProjectException;
import org.facewright.project.TruthTable;
import org.facewright.review.Answer;
import org.facewright.review.ProjectReview;
import org.facewright.review.Question;
import org.facewright.review.QueueSettings;
import org.facewright.review.ReviewMode;
import org.facewright.review.Verdict;
import org.facewright.verdict.stage.FuseJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "For demonstrations and measurements: answers what people are asked from a truth file,",
      "signed \"simulated\", weighing all votes anew after every round, until nothing is asked."
    })
final class ReviewSimulation implements Callable<Integer> {
  /** Whoever reads the audit trail must see that nobody looked. */
  private static final String PERSON = "simulated";

  @Mixin private Output output = new Output();
  @Mixin private ProjectOption project = new ProjectOption();

  @Option(
      names = "--truth",
      required = true,
      paramLabel = "CSV",
      description = "columns identity, image, mislabeled")
  private Path truth = Path.of(".");

  @Option(
      names = "--rounds",
      defaultValue = "200",
      description = "weigh and ask again at most so often (default: ${DEFAULT-VALUE})")
  private int rounds = 200;

  @Option(
      names = "--round",
      defaultValue = "10",
      paramLabel = "N",
      description = "images answered in a round, the most urgent ones (default: ${DEFAULT-VALUE})")
  private int round = 10;

  @Override
  public Integer call() throws ProjectException, IOException {
    TruthTable known = TruthTable.read(truth);
    try (Session session = project.open(output, Installation.here().noEngines())) {
      ProjectReview desk = new ProjectReview(session.reviews(), PERSON, Clock.systemUTC());
      int answered = 0;
      weigh(session);
      for (int i = 0; i < rounds; i++) {
        List<Question> asked =
            desk.queue(ReviewMode.OPEN, QueueSettings.DEFAULT).stream()
                .flatMap(screen -> screen.questions().stream())
                .limit(round)
                .toList();
        if (asked.isEmpty()) {
          break;
        }
        for (Question question : asked) {
          desk.answer(ReviewMode.OPEN, List.of(question), verdict(known, question), 0, false);
        }
        answered += asked.size();
        weigh(session);
      }
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("simulated", true);
      figures.put("answered", answered);
      String score = Truth.read(truth).score(session.project()).put(figures);
      output.result("simulated: %,d images answered; %s".formatted(answered, score), figures);
      return ExitCodes.DONE;
    }
  }

  private void weigh(Session session) {
    JobRecord job =
        new JobRunner(session.jobs(), output).run(FuseJob.NAME, "Weighing the votes", "{}");
    JobRunner.exitCode(job, false);
    output.note(String.valueOf(job.message()));
  }

  private static Verdict verdict(TruthTable truth, Question question) {
    return truth
        .mislabeled(question.image().identity(), question.image().name())
        .map(bad -> Verdict.of(bad ? Answer.OTHER : Answer.SAME))
        .orElse(Verdict.of(Answer.UNSURE));
  }
}
