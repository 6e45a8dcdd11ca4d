package org.facewright.verdict.stage;

import java.util.LinkedHashMap;
import java.util.Map;
import org.facewright.verdict.run.RunProgress;
import org.facewright.verdict.run.RunReport;
import tools.jackson.databind.json.JsonMapper;

/** A run's outcome as it is kept with the project. */
final class RunFigures {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private RunFigures() {}

  static String json(VerdictSettings settings, RunReport report) {
    RunProgress progress = report.progress();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("run", settings.run());
    figures.put("simulated", settings.simulated());
    figures.put("end", report.end().name());
    figures.put("why", report.why());
    figures.put("answered", progress.answered());
    figures.put("reused", progress.reused());
    figures.put("leftOut", progress.leftOut());
    figures.put("spent", progress.spent().toString());
    figures.put("limit", progress.limit().toString());
    figures.put("pricesAsOf", settings.pricesAsOf());
    return JSON.writeValueAsString(figures);
  }
}
