package org.facewright.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.facewright.verdict.client.ChatOptions;
import org.facewright.verdict.client.Endpoint;
import org.facewright.verdict.cost.ModelPrice;
import org.facewright.verdict.cost.PriceBook;
import org.facewright.verdict.cost.PriceTable;
import org.facewright.verdict.prompt.AnswerStyle;
import org.facewright.verdict.stage.ServerSettings;
import org.facewright.verdict.stage.VerdictSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model is asked, how, about what, and for how much. */
final class VerdictOptions {
  @Option(
      names = "--run",
      paramLabel = "NAME",
      description = "the run's name; the same again goes on (default: model and style)")
  private @Nullable String run;

  @Option(
      names = "--model",
      defaultValue = "gpt-4o",
      paramLabel = "NAME",
      description = "the model's name at the server (default: ${DEFAULT-VALUE})")
  private String model = "gpt-4o";

  @Option(
      names = "--server",
      defaultValue = ServerSettings.OPENAI,
      paramLabel = "URL",
      description = "any server that speaks OpenAI's API (default: ${DEFAULT-VALUE})")
  private String server = ServerSettings.OPENAI;

  @Option(
      names = "--azure",
      paramLabel = "DEPLOYMENT",
      description = "an Azure deployment; --server is then the resource's address")
  private @Nullable String azure;

  @Option(
      names = "--api-version",
      defaultValue = "2024-10-21",
      description = "Azure's API version (default: ${DEFAULT-VALUE})")
  private String apiVersion = "2024-10-21";

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description = "path of the chat completions (default: /v1/chat/completions)")
  private @Nullable String path;

  @Option(
      names = "--key-header",
      paramLabel = "NAME",
      description = "the header that carries the key (default: Authorization, as a Bearer token)")
  private @Nullable String keyHeader;

  @Option(
      names = "--key",
      defaultValue = "env:OPENAI_API_KEY",
      paramLabel = "WHERE",
      description = {
        "where the key is: env:NAME, file:PATH (outside the project, mode 600),",
        "keyring:ACCOUNT (the system's keyring, service facewright) or none",
        "(default: ${DEFAULT-VALUE}). Never the key itself."
      })
  private String key = "env:OPENAI_API_KEY";

  @Option(
      names = "--detail",
      defaultValue = "high",
      description = "high, low or auto (default: ${DEFAULT-VALUE})")
  private String detail = "high";

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "0 to 2, or \"none\" for models that refuse to be told (default: 0)")
  private String temperature = "0";

  @Option(
      names = "--token-limit",
      defaultValue = "max_tokens",
      paramLabel = "FIELD",
      description = "max_tokens, or max_completion_tokens for newer models")
  private String tokenLimit = "max_tokens";

  @Option(
      names = "--format",
      defaultValue = "SCHEMA",
      description = "${COMPLETION-CANDIDATES}: how the answer's form is asked for")
  private ChatOptions.Format format = ChatOptions.Format.SCHEMA;

  @Option(
      names = "--timeout",
      defaultValue = "90",
      paramLabel = "SECONDS",
      description = "for one question (default: ${DEFAULT-VALUE})")
  private int timeout = 90;

  @Option(
      names = "--ask",
      defaultValue = "DISAGREEMENT",
      description = "${COMPLETION-CANDIDATES}: which images are asked about")
  private VerdictSettings.Ask ask = VerdictSettings.Ask.DISAGREEMENT;

  @Option(
      names = "--style",
      defaultValue = "EACH_FACE",
      description = "${COMPLETION-CANDIDATES}: the form of the answer (default: ${DEFAULT-VALUE})")
  private AnswerStyle style = AnswerStyle.EACH_FACE;

  @Option(
      names = "--preset",
      paramLabel = "paper",
      description = "paper: whole identities, a list of numbers, 3 tries 1 s apart, 20 at once")
  private @Nullable String preset;

  @Option(names = "--concurrency", paramLabel = "N", description = "questions at once (default: 8)")
  private @Nullable Integer concurrency;

  @Option(
      names = "--budget",
      paramLabel = "AMOUNT",
      defaultValue = "5",
      description = "never exceeded, in the price table's currency (default: ${DEFAULT-VALUE})")
  private String budget = "5";

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "price table; see: facewright verdict prices (default: yours, else built in)")
  private @Nullable Path prices;

  @Option(
      names = "--simulate",
      paramLabel = "CSV",
      description = "answer from a truth file: columns identity, image, mislabeled; nothing leaves")
  private @Nullable Path simulate;

  @Option(
      names = "--error-rate",
      paramLabel = "SHARE",
      defaultValue = "0.05",
      description = "for --simulate: share of faces judged wrong (default: ${DEFAULT-VALUE})")
  private double errorRate = .05;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "for --simulate: which faces those are (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  /** The price table in use: the one named, else the user's, else the built-in one. */
  static PriceTable table(@Nullable Path named) {
    try {
      return named == null ? prices().table() : PriceTable.read(named);
    } catch (PriceTable.PriceException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The user's price table. */
  static PriceBook prices() {
    return new PriceBook(Installation.here().data().resolve("prices.json"));
  }

  /** What amounts are in. */
  String currency() {
    return table(prices).currency();
  }

  VerdictSettings settings() throws IOException {
    boolean paper = "paper".equals(preset);
    if (preset != null && !paper) {
      throw new UserException("there is one preset: paper");
    }
    AnswerStyle form = paper ? AnswerStyle.PAPER : style;
    PriceTable table = table(prices);
    int atOnce = concurrency == null ? form == AnswerStyle.PAPER ? 20 : 8 : concurrency;
    return new VerdictSettings(
        run == null ? usualName(form) : run,
        server(),
        paper ? VerdictSettings.Ask.ALL : ask,
        form,
        atOnce,
        budget,
        price(table),
        table.asOf(),
        simulate == null
            ? null
            : new VerdictSettings.Simulation(
                simulate.toAbsolutePath().normalize().toString(), errorRate, seed));
  }

  private ModelPrice price(PriceTable table) {
    try {
      return table.price(model);
    } catch (PriceTable.PriceException e) {
      throw new UserException(e.getMessage() + "; the table is at: facewright verdict prices", e);
    }
  }

  private String usualName(AnswerStyle form) {
    String who = simulate == null ? model : "simulated-%s-%d".formatted(errorRate, seed);
    return (who + "-" + form.name().toLowerCase(Locale.ROOT)).replaceAll("[^A-Za-z0-9._-]", "-");
  }

  private ServerSettings server() {
    URI base = URI.create(server.replaceAll("/+$", ""));
    Endpoint endpoint =
        azure == null ? Endpoint.openAi(base) : Endpoint.azure(base, azure, apiVersion);
    endpoint = path == null ? endpoint : endpoint.chatAt(path);
    endpoint = keyHeader == null ? endpoint : endpoint.keyIn(keyHeader);
    Double warmth = temperature.equals("none") ? null : Double.valueOf(temperature);
    ChatOptions options =
        new ChatOptions(model, detail, warmth, tokenLimit, format, Duration.ofSeconds(timeout));
    return ServerSettings.of(endpoint, key, model).asking(options);
  }
}
