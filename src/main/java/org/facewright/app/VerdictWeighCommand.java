package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facewright.jobs.JobRecord;
import org.facewright.project.ProjectException;
import org.facewright.project.StageRun;
import org.facewright.verdict.stage.FuseJob;
import org.facewright.verdict.stage.Fuser;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "weigh",
    mixinStandardHelpOptions = true,
    description = {
      "Weighs all votes anew against what people said: keep, reject, or ask.",
      "Runs by itself after every verdict run."
    })
final class VerdictWeighCommand implements Callable<Integer> {
  @Mixin private Output output = new Output();
  @Mixin private ProjectOption project = new ProjectOption();

  @Option(
      names = "--truth",
      paramLabel = "CSV",
      description = "compare with the truth: columns identity, image, mislabeled")
  private @Nullable Path truth;

  @Override
  public Integer call() throws ProjectException, IOException {
    Truth known = truth == null ? null : Truth.read(truth);
    try (Session session = project.open(output, Installation.here().noEngines())) {
      JobRecord job =
          new JobRunner(session.jobs(), output).run(FuseJob.NAME, "Weighing the votes", "{}");
      int code = JobRunner.exitCode(job, false);
      Map<String, Object> figures = new LinkedHashMap<>();
      session
          .project()
          .runs()
          .latest(Fuser.STAGE)
          .map(StageRun::summary)
          .ifPresent(summary -> figures.putAll(Output.parse(summary)));
      String sentence = String.valueOf(job.message());
      if (known != null) {
        sentence += "; " + known.score(session.project()).put(figures);
      }
      output.result(sentence, figures);
      return code;
    }
  }
}
