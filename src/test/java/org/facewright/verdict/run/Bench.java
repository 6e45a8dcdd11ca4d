package org.facewright.verdict.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facewright.image.RgbImage;
import org.facewright.jobs.Workers;
import org.facewright.project.ContentHash;
import org.facewright.verdict.client.ApiKey;
import org.facewright.verdict.client.ChatOptions;
import org.facewright.verdict.client.Endpoint;
import org.facewright.verdict.client.HttpTransport;
import org.facewright.verdict.client.OpenAiBatches;
import org.facewright.verdict.client.OpenAiModel;
import org.facewright.verdict.cost.ModelPrice;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.cost.PriceTable;
import org.facewright.verdict.ledger.FileVerdictStore;
import org.facewright.verdict.ledger.RunSummary;
import org.facewright.verdict.model.VisionModel;
import org.facewright.verdict.sheet.CaseFace;
import org.facewright.verdict.sheet.DrawnSheet;
import org.facewright.verdict.sheet.IdentityCase;
import org.facewright.verdict.sheet.Numbering;
import org.facewright.verdict.sheet.SheetFace;
import org.facewright.verdict.sheet.SheetPlan;
import org.facewright.verdict.sheet.SheetPlanner;
import org.facewright.verdict.sheet.SheetRenderer;
import org.facewright.verdict.sheet.SheetSettings;

/**
 * Everything around a run: sheets of drawn faces, a store in a folder, a server that knows them.
 */
final class Bench implements AutoCloseable {
  static final String KEY = "sk-test-0123456789abcdefghijklmnop";
  static final ModelPrice PRICE = price();

  final List<SheetPlan> plans = new ArrayList<>();
  final Map<ContentHash, SheetPlan> byPicture = new HashMap<>();
  final SheetRenderer renderer = new SheetRenderer(Bench::crop, 0.92);
  final ChatServer server;
  final FileVerdictStore store;
  final List<Duration> waits = java.util.Collections.synchronizedList(new ArrayList<>());
  final Pause pause =
      (span, stopping) -> {
        if (span.isPositive()) {
          waits.add(span);
        }
        return !stopping.getAsBoolean();
      };
  final HttpTransport transport;
  final Duration timeout;
  private final boolean ownsServer;

  Bench(Path folder, int identities) throws Exception {
    this(folder, identities, Duration.ofSeconds(5));
  }

  Bench(Path folder, int identities, Duration timeout) throws Exception {
    this(folder, identities, timeout, null);
  }

  /**
   * @param running a server that is there already and knows the same sheets; closed by its owner
   */
  Bench(Path folder, int identities, Duration timeout, ChatServer running) throws Exception {
    this.timeout = timeout;
    for (int i = 0; i < identities; i++) {
      plans.addAll(plans(identity(i, 6, 3)));
    }
    for (SheetPlan plan : plans) {
      DrawnSheet sheet = renderer.render(plan);
      byPicture.put(sheet.hash(), plan);
    }
    ownsServer = running == null;
    server = ownsServer ? new ChatServer(picture -> rightAnswer(byPicture.get(picture))) : running;
    store = new FileVerdictStore(folder);
    transport =
        new HttpTransport(
            Endpoint.openAi(server.address()), ApiKey.fromEnvironment(Map.of("KEY", KEY), "KEY"));
  }

  private static ModelPrice price() {
    try {
      return PriceTable.builtIn().price("gpt-4o");
    } catch (PriceTable.PriceException e) {
      throw new AssertionError(e);
    }
  }

  static IdentityCase identity(int number, int sure, int questioned) {
    List<CaseFace> faces = new ArrayList<>();
    for (int i = 0; i < sure + questioned; i++) {
      String name = number + "/" + i;
      ContentHash hash = ContentHash.of(name.getBytes(StandardCharsets.UTF_8));
      faces.add(new CaseFace(number * 100L + i, hash, name, 0.9 - 0.01 * i, i >= sure));
    }
    return new IdentityCase("person " + number, faces);
  }

  static List<SheetPlan> plans(IdentityCase identity) {
    // Small faces: these tests are about what happens to a sheet, not about how it looks.
    SheetSettings small = new SheetSettings(20, 4, 40, 44, Numbering.SPREAD, 0.92);
    return new SheetPlanner(small, PRICE.image()).plan(identity);
  }

  static RgbImage crop(SheetFace face) {
    RgbImage crop = RgbImage.black(64, 64);
    byte[] hash = ContentHash.ofHex(face.hash()).toBytes();
    for (int i = 0; i < crop.rgb().length; i++) {
      crop.rgb()[i] = (byte) (hash[i % 3] + i / 64);
    }
    return crop;
  }

  /** The truth: the last face of each identity is somebody else. */
  static boolean stranger(SheetFace face) {
    return face.name().endsWith("/8");
  }

  static String rightAnswer(SheetPlan plan) {
    StringBuilder text = new StringBuilder("{\"faces\":[");
    for (SheetFace face : plan.questioned()) {
      text.append(
          "%s{\"number\":\"%s\",\"reason\":\"nose\",\"same\":\"%s\",\"confidence\":0.9}"
              .formatted(
                  text.length() > 10 ? "," : "", face.label(), stranger(face) ? "no" : "yes"));
    }
    return text.append("]}").toString();
  }

  OpenAiModel model() {
    return new OpenAiModel(transport, options(), Clock.systemUTC());
  }

  ChatOptions options() {
    return new ChatOptions("gpt-4o", "high", 0.0, "max_tokens", ChatOptions.Format.SCHEMA, timeout);
  }

  OpenAiBatches batches() {
    return new OpenAiBatches(transport, options(), Clock.systemUTC());
  }

  void consent() throws IOException {
    new ConsentDesk(store, Clock.systemUTC()).agree("ada", model().recipient(), "sheets go there");
  }

  RunTerms terms(String run, String limit) {
    return terms(run, RunSettings.of(Money.of(limit)), model());
  }

  static RunTerms terms(String run, RunSettings settings, VisionModel model) {
    return RunTerms.of(run, model, PRICE, settings);
  }

  RunReport run(RunTerms terms) throws RunException {
    return run(terms, model());
  }

  RunReport run(RunTerms terms, VisionModel model) throws RunException {
    try (Workers threads = new Workers("ask", terms.settings().concurrency())) {
      return new VerdictRun(store, model, renderer, threads, pause, Clock.systemUTC())
          .run(terms, plans.iterator(), () -> false, RunListener.NONE);
    }
  }

  /** What the server says it billed. */
  Money billed() {
    return new Money(server.billedNano.get());
  }

  RunSummary summary(String run) throws IOException {
    return store.run(run).orElseThrow();
  }

  static RunSettings oneAtATime(String limit) {
    RunSettings usual = RunSettings.of(Money.of(limit));
    return new RunSettings(
        usual.sheets(),
        usual.style(),
        1,
        3,
        Duration.ZERO,
        6,
        usual.firstWait(),
        usual.longestWait(),
        usual.limit(),
        1);
  }

  @Override
  public void close() throws IOException {
    if (ownsServer) {
      server.close();
    }
    transport.close();
    store.close();
  }
}
