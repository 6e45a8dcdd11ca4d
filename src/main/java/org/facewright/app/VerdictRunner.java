package org.facewright.app;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.jobs.JobRecord;
import org.facewright.verdict.ledger.RunSummary;
import org.facewright.verdict.run.ConsentDesk;
import org.facewright.verdict.run.Estimate;
import org.facewright.verdict.sheet.SheetPlan;
import org.facewright.verdict.stage.BatchJob;
import org.facewright.verdict.stage.VerdictJob;
import org.facewright.verdict.stage.VerdictPlan;
import org.facewright.verdict.stage.VerdictSettings;

/** What the commands of verdict have in common: estimate, consent, run. */
final class VerdictRunner {
  private final Session session;
  private final Output output;
  private final VerdictSettings settings;

  VerdictRunner(Session session, Output output, VerdictSettings settings) {
    this.session = session;
    this.output = output;
    this.settings = settings;
  }

  VerdictPlan plan() {
    return new VerdictPlan(session.project(), settings);
  }

  Estimate estimate(boolean batch) throws IOException {
    VerdictPlan plan = plan();
    List<SheetPlan> sheets = plan.sheets();
    return plan.estimate(sheets, session.verdicts().store(), batch);
  }

  Map<String, Object> figures(Estimate estimate) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("simulated", settings.simulated());
    figures.put("run", settings.run());
    figures.put("recipient", plan().recipient().origin());
    figures.put("sheets", estimate.sheets());
    figures.put("answeredBefore", estimate.free());
    figures.put("pictures", estimate.pictures());
    figures.put("questioned", estimate.questioned());
    figures.put("inputTokens", estimate.tokens().input());
    figures.put("outputTokens", estimate.tokens().output());
    figures.put("expected", estimate.expected().toString());
    figures.put("most", estimate.most().toString());
    figures.put("budget", settings.limit());
    figures.put("pricesAsOf", settings.pricesAsOf());
    return figures;
  }

  /** Asks a person, or takes the word given on the command line. */
  void consent(Estimate estimate, boolean agreed) throws IOException {
    if (settings.simulated()) {
      return;
    }
    VerdictPlan plan = plan();
    String recipient = plan.recipient().origin();
    if (session.verdicts().store().consent(recipient).isPresent()) {
      return;
    }
    String text = plan.consentText(estimate);
    if (!agreed && !asked(text)) {
      throw new UserException(
          text + "\nNothing was sent. If you agree, run the same command with --agree.");
    }
    new ConsentDesk(session.verdicts().store(), java.time.Clock.systemUTC())
        .agree(Session.person(), plan.recipient(), text);
  }

  private static boolean asked(String text) {
    java.io.Console console = System.console();
    if (console == null || !console.isTerminal()) {
      return false;
    }
    console.printf("%s%nDo you agree? [y/N] ", text);
    String answer = console.readLine();
    return answer != null && answer.strip().equalsIgnoreCase("y");
  }

  int run(boolean batch) throws IOException {
    String title = (settings.simulated() ? "Simulated verdicts: " : "Verdicts: ") + settings.run();
    JobRecord job =
        new JobRunner(session.jobs(), output)
            .run(batch ? BatchJob.NAME : VerdictJob.NAME, title, settings.toJson());
    int code = JobRunner.exitCode(job, false);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("simulated", settings.simulated());
    figures.put("run", settings.run());
    figures.put("state", job.state().name());
    session.verdicts().store().run(settings.run()).ifPresent(summary -> add(figures, summary));
    output.result(String.valueOf(job.message()), figures);
    return code;
  }

  static void add(Map<String, Object> figures, RunSummary summary) {
    figures.put("model", summary.started().model());
    figures.put("recipient", summary.started().recipient());
    figures.put("prompt", summary.started().prompt());
    figures.put("answered", summary.answered());
    figures.put("reused", summary.reused());
    figures.put("refused", summary.refused());
    figures.put("failed", summary.failed());
    figures.put("leftOut", summary.leftOut());
    figures.put("inputTokens", summary.usage().input());
    figures.put("outputTokens", summary.usage().output());
    figures.put("expectedSoFar", summary.expected().toString());
    figures.put("spent", summary.spent().toString());
    figures.put("underWay", summary.underWay().toString());
    figures.put("limit", summary.started().limit().toString());
    figures.put("ended", String.valueOf(summary.ended()));
  }
}
