package org.facewright.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facewright.jobs.ItemFailure;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.LogLine;
import org.facewright.project.ProjectException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "jobs",
    mixinStandardHelpOptions = true,
    description = "Shows the project's jobs; resumes, cancels, retries them.")
final class JobsCommand implements Runnable {
  private static final int LINES = 1000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(System.err);
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists all jobs, oldest first.")
  int list(@Mixin Output output, @Mixin ProjectOption project) throws ProjectException {
    try (Session session = project.open(output, Installation.here().noEngines())) {
      List<Map<String, Object>> rows = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      for (JobRecord job : session.jobs().all()) {
        rows.add(figures(job));
        text.append(line(job)).append('\n');
      }
      output.result(
          rows.isEmpty() ? "no jobs yet" : text.toString().stripTrailing(), Map.of("jobs", rows));
      return ExitCodes.DONE;
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows a job's log and the items that failed.")
  int show(
      @Mixin Output output,
      @Mixin ProjectOption project,
      @Parameters(paramLabel = "JOB", description = "the job's number") long id)
      throws ProjectException {
    try (Session session = project.open(output, Installation.here().noEngines())) {
      JobRecord job = find(session, id);
      Map<String, Object> figures = figures(job);
      StringBuilder text = new StringBuilder(line(job));
      for (LogLine line : session.jobs().log(id, LINES)) {
        text.append("\n  ").append(line.at()).append("  ").append(line.text());
      }
      List<ItemFailure> failures = session.jobs().failures(id, LINES);
      for (ItemFailure failure : failures) {
        text.append("\n  failed: ").append(failure.reason());
      }
      figures.put("failures", failures.stream().map(ItemFailure::reason).toList());
      output.result(text.toString(), figures);
      return ExitCodes.DONE;
    }
  }

  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Goes on with a paused job, to its end.")
  int resume(
      @Mixin Output output,
      @Mixin ProjectOption project,
      @Mixin EngineOptions engine,
      @Parameters(paramLabel = "JOB", description = "the job's number") long id)
      throws ProjectException {
    try (Session session = project.open(output, engine.engines(Installation.here()))) {
      return run(session, output, find(session, id));
    }
  }

  @Command(
      name = "retry",
      mixinStandardHelpOptions = true,
      description = "Runs an ended job again, its failed items included.")
  int retry(
      @Mixin Output output,
      @Mixin ProjectOption project,
      @Mixin EngineOptions engine,
      @Parameters(paramLabel = "JOB", description = "the job's number") long id)
      throws ProjectException, JobException {
    try (Session session = project.open(output, engine.engines(Installation.here()))) {
      find(session, id);
      session.jobs().retry(id);
      return run(session, output, find(session, id));
    }
  }

  @Command(
      name = "cancel",
      mixinStandardHelpOptions = true,
      description = "Ends a waiting or paused job; what it has done stays.")
  int cancel(
      @Mixin Output output,
      @Mixin ProjectOption project,
      @Parameters(paramLabel = "JOB", description = "the job's number") long id)
      throws ProjectException {
    try (Session session = project.open(output, Installation.here().noEngines())) {
      find(session, id);
      session.jobs().cancel(id);
      JobRecord job = find(session, id);
      output.result(line(job), figures(job));
      return ExitCodes.DONE;
    }
  }

  private static int run(Session session, Output output, JobRecord job) {
    if (job.state().ended()) {
      throw new UserException("job %d has ended (%s); use retry".formatted(job.id(), state(job)));
    }
    JobRecord ended = new JobRunner(session.jobs(), output).run(job);
    output.result(line(ended), figures(ended));
    return JobRunner.exitCode(ended, false);
  }

  private static JobRecord find(Session session, long id) {
    return session.jobs().all().stream()
        .filter(job -> job.id() == id)
        .findFirst()
        .orElseThrow(() -> new UserException("there is no job " + id + " in this project"));
  }

  private static String state(JobRecord job) {
    return job.state().name().toLowerCase(Locale.ROOT);
  }

  private static String line(JobRecord job) {
    return "%4d  %-9s  %-32s  %s%s"
        .formatted(
            job.id(),
            state(job),
            job.title(),
            job.total() < 0 ? job.done() : job.done() + " of " + job.total(),
            (job.failed() > 0 ? ", " + job.failed() + " failed" : "")
                + (job.message() == null ? "" : "  " + job.message()));
  }

  private static Map<String, Object> figures(JobRecord job) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("id", job.id());
    figures.put("kind", job.kind());
    figures.put("title", job.title());
    figures.put("state", state(job));
    figures.put("done", job.done());
    figures.put("failed", job.failed());
    figures.put("total", job.total());
    figures.put("message", job.message());
    return figures;
  }
}
