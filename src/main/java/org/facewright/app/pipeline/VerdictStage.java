package org.facewright.app.pipeline;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.facewright.verdict.client.Endpoint;
import org.facewright.verdict.cost.PriceTable;
import org.facewright.verdict.prompt.AnswerStyle;
import org.facewright.verdict.stage.FuseJob;
import org.facewright.verdict.stage.ServerSettings;
import org.facewright.verdict.stage.VerdictJob;
import org.facewright.verdict.stage.VerdictSettings;

/** Asks the second expert about what the first one doubts, and weighs all votes. */
final class VerdictStage implements Stage {
  private static final int AT_ONCE = 8;

  @Override
  public String name() {
    return "verdicts";
  }

  @Override
  public String title() {
    return "Verdicts and fusion";
  }

  @Override
  public Map<String, Object> run(PipelineConfig config, Workshop workshop)
      throws PipelineException {
    PipelineConfig.Verdicts told = config.verdicts();
    if (told.simulated() && config.truth().isEmpty()) {
      throw new PipelineException(
          "Simulated verdicts answer from the truth, and none is named: give \"truth\", or a server"
              + " as \"verdicts\": {\"by\": \"https://...\"}, or \"skip\": [\"verdicts\"].");
    }
    if (!told.simulated() && !told.agree()) {
      throw new PipelineException(
          "Pictures would go to "
              + told.by()
              + ". Nothing was sent. If you agree, say so in the file: \"agree\": true.");
    }
    String title = (told.simulated() ? "Simulated verdicts" : "Verdicts of " + told.model());
    workshop.run(VerdictJob.NAME, title, settings(config, told).toJson());
    workshop.run(FuseJob.NAME, "Weighing the votes", "{}");
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("by", told.simulated() ? "simulated, " + told.errorRate() + " wrong" : told.by());
    figures.putAll(CleanStage.standing(config, workshop));
    return figures;
  }

  private static VerdictSettings settings(PipelineConfig config, PipelineConfig.Verdicts told)
      throws PipelineException {
    try {
      PriceTable table = PriceTable.builtIn();
      ServerSettings server =
          told.simulated()
              ? ServerSettings.usual()
              : ServerSettings.of(Endpoint.openAi(URI.create(told.by())), told.key(), told.model());
      return new VerdictSettings(
          "pipeline",
          server,
          VerdictSettings.Ask.DISAGREEMENT,
          AnswerStyle.EACH_FACE,
          AT_ONCE,
          told.budget(),
          table.price(told.simulated() ? "gpt-4o" : told.model()),
          table.asOf(),
          told.simulated()
              ? new VerdictSettings.Simulation(config.truth(), told.errorRate(), told.seed())
              : null);
    } catch (PriceTable.PriceException | IllegalArgumentException e) {
      throw new PipelineException(String.valueOf(e.getMessage()), e);
    }
  }
}
