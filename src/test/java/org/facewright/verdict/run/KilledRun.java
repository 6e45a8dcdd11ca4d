package org.facewright.verdict.run;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facewright.jobs.Workers;
import org.facewright.verdict.client.ApiKey;
import org.facewright.verdict.client.ChatOptions;
import org.facewright.verdict.client.Endpoint;
import org.facewright.verdict.client.HttpTransport;
import org.facewright.verdict.client.OpenAiModel;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.ledger.FileVerdictStore;
import org.facewright.verdict.sheet.SheetPlan;
import org.facewright.verdict.sheet.SheetRenderer;

/**
 * A process of its own that is killed in the middle of a run. Arguments: store, server, sheets,
 * seconds a question may take.
 */
final class KilledRun {
  private KilledRun() {}

  public static void main(String[] args) throws Exception {
    List<SheetPlan> plans = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[2]); i++) {
      plans.addAll(Bench.plans(Bench.identity(i, 6, 3)));
    }
    ChatOptions options =
        new ChatOptions(
            "gpt-4o",
            "high",
            0.0,
            "max_tokens",
            ChatOptions.Format.SCHEMA,
            Duration.ofSeconds(Integer.parseInt(args[3])));
    ApiKey key = ApiKey.fromEnvironment(Map.of("KEY", Bench.KEY), "KEY");
    try (HttpTransport transport = new HttpTransport(Endpoint.openAi(URI.create(args[1])), key);
        FileVerdictStore store = new FileVerdictStore(Path.of(args[0]));
        Workers threads = new Workers("ask", 4)) {
      OpenAiModel model = new OpenAiModel(transport, options, Clock.systemUTC());
      new ConsentDesk(store, Clock.systemUTC()).agree("ada", model.recipient(), "sheets");
      SheetRenderer renderer = new SheetRenderer(Bench::crop, 0.92);
      RunTerms terms = Bench.terms("r1", RunSettings.of(Money.of("1.00")), model);
      new VerdictRun(store, model, renderer, threads, Pause.real(), Clock.systemUTC())
          .run(terms, plans.iterator(), () -> false, RunListener.NONE);
    }
  }
}
