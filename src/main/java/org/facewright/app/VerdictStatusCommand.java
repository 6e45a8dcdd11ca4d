package org.facewright.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facewright.project.ProjectException;
import org.facewright.project.StageRun;
import org.facewright.verdict.ledger.RunSummary;
import org.facewright.verdict.stage.Fuser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Every run: what was asked, answered and spent, and the experts' reliability.")
final class VerdictStatusCommand implements Callable<Integer> {
  @Mixin private Output output = new Output();
  @Mixin private ProjectOption project = new ProjectOption();

  @Override
  public Integer call() throws ProjectException, IOException {
    try (Session session = project.open(output, Installation.here().noEngines())) {
      List<Map<String, Object>> runs = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      for (RunSummary summary : session.verdicts().store().runs()) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("run", summary.started().run());
        figures.put("simulated", summary.started().simulated());
        VerdictRunner.add(figures, summary);
        runs.add(figures);
        text.append(line(summary)).append(System.lineSeparator());
      }
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("runs", runs);
      String weighed =
          session.project().runs().latest(Fuser.STAGE).map(StageRun::summary).orElse(null);
      all.put("weighed", weighed == null ? Map.of() : Output.parse(weighed));
      if (runs.isEmpty()) {
        text.append("nothing was asked yet").append(System.lineSeparator());
      }
      text.append(
          Fuser.last(session.project())
              .map(VerdictStatusCommand::weighed)
              .orElse("the votes have not been weighed yet"));
      output.result(text.toString(), all);
      return ExitCodes.DONE;
    }
  }

  private static String weighed(Fuser.Result result) {
    StringBuilder text = new StringBuilder();
    for (Fuser.Shown expert : result.experts()) {
      text.append(
          "%s: finds %.1f %% (%.1f-%.1f), keeps %.1f %% (%.1f-%.1f), %,d of %,d reviewed votes right%n"
              .formatted(
                  expert.name(),
                  100 * expert.found(),
                  100 * expert.foundLow(),
                  100 * expert.foundHigh(),
                  100 * expert.kept(),
                  100 * expert.keptLow(),
                  100 * expert.keptHigh(),
                  expert.agreed(),
                  expert.reviewed()));
    }
    return text.append("weighed: ").append(result.sentence()).toString();
  }

  private static String line(RunSummary summary) {
    return "%s: %s%s, %,d answered, %,d from before, %,d left out, %s of %s spent, %s under way, %s"
        .formatted(
            summary.started().run(),
            summary.started().model(),
            summary.started().simulated() ? "" : " at " + summary.started().recipient(),
            summary.answered(),
            summary.reused(),
            summary.leftOut(),
            summary.spent(),
            summary.started().limit(),
            summary.underWay(),
            summary.ended() == null ? "not ended" : summary.ended());
  }
}
