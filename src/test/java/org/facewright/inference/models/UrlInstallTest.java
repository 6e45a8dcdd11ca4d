package org.facewright.inference.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.facewright.inference.Device;
import org.facewright.inference.InferenceSettings;
import org.facewright.inference.OnnxRuntime;
import org.facewright.inference.OnnxSession;
import org.facewright.inference.Precision;
import org.facewright.inference.Tensor;
import org.facewright.inference.catalogue.ModelEntry;
import org.facewright.inference.catalogue.ModelFile;
import org.facewright.inference.catalogue.ModelSource;
import org.facewright.inference.models.InstallException.Reason;
import org.facewright.inference.models.ModelHome.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installs over HTTP from a server on this machine that can break off, ignore, refuse and wait. */
class UrlInstallTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final List<String> ranges = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private byte[] network;
  private ModelHome home;
  private OnnxRuntime runtime;
  private ModelInstaller installer;

  /** How the server answers the next requests. */
  private volatile Behaviour behaviour = Behaviour.SERVES;

  private enum Behaviour {
    SERVES,
    BREAKS_OFF,
    IGNORES_RANGES,
    LACKS,
    SAYS_NOTHING,
    SENDS_OTHER_BYTES
  }

  @BeforeEach
  void start() throws Exception {
    network = SmallRecogniser.network(folder, false);
    home = new ModelHome(folder.resolve("home"));
    runtime = new OnnxRuntime();
    installer = new ModelInstaller(home, runtime, new NpmClient(), PATIENCE);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdown();
    assertThat(runtime.openSessions()).isZero();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(String.valueOf(range));
    Behaviour now = behaviour;
    if (now == Behaviour.LACKS) {
      exchange.sendResponseHeaders(404, -1);
    } else if (now == Behaviour.SAYS_NOTHING) {
      exchange.sendResponseHeaders(200, network.length);
      exchange.getResponseBody().write(network, 0, 10);
      exchange.getResponseBody().flush();
      sleep();
    } else {
      send(exchange, now, range);
    }
    exchange.close();
  }

  private static void sleep() {
    try {
      Thread.sleep(4000);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void send(HttpExchange exchange, Behaviour now, String range) throws IOException {
    int start = 0;
    if (range != null && now != Behaviour.IGNORES_RANGES) {
      start = Integer.parseInt(range.replaceAll("\\D", ""));
      exchange
          .getResponseHeaders()
          .add(
              "Content-Range",
              "bytes %d-%d/%d".formatted(start, network.length - 1, network.length));
      exchange.sendResponseHeaders(206, network.length - start);
    } else {
      exchange.sendResponseHeaders(200, network.length);
    }
    byte[] body = Arrays.copyOfRange(network, start, network.length);
    if (now == Behaviour.SENDS_OTHER_BYTES) {
      body[body.length / 2] ^= 1;
    }
    OutputStream out = exchange.getResponseBody();
    if (now == Behaviour.BREAKS_OFF) {
      out.write(body, 0, body.length / 2);
      out.flush();
      throw new IllegalStateException("the server ends the connection when its handler fails");
    }
    out.write(body);
  }

  private ModelEntry entry(int dim) throws IOException {
    return entry(dim, network.length);
  }

  private ModelEntry entry(int dim, long size) throws IOException {
    Path copy = Files.write(folder.resolve("hashed"), network);
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/models/");
    return SmallRecogniser.entry(
        new ModelSource.Url(base),
        new ModelFile("small.onnx", "small.onnx", Sha256.of(copy), size),
        dim);
  }

  private void install(ModelEntry model) throws InstallException {
    installer.install(List.of(model), InstallProgress.SILENT);
  }

  private void assertRefused(ModelEntry model, Reason reason) {
    assertThatThrownBy(() -> install(model))
        .isInstanceOfSatisfying(
            InstallException.class,
            e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
    assertThat(home.state(model)).isEqualTo(State.NOT_INSTALLED);
  }

  @Test
  void installsPreparedAndRunsInBatches() throws Exception {
    ModelEntry model = entry(48);
    install(model);
    assertThat(home.state(model)).isEqualTo(State.INSTALLED);
    home.verify(model);
    InstalledFile file = home.installed(model).files().getFirst();
    assertThat(file.sourceSha256()).isEqualTo(model.network().sha256());
    assertThat(file.sha256()).isNotEqualTo(file.sourceSha256());
    InferenceSettings settings = new InferenceSettings(Device.CPU, 1, 4, Precision.EXACT);
    try (OnnxSession session = OnnxSession.open(runtime, home.network(model), settings)) {
      float[] ones = new float[3 * 48];
      Arrays.fill(ones, 1);
      Tensor y = session.run(Tensor.Floats.of(new long[] {3, 3, 4, 4}, ones)).get("y");
      assertThat(y.shape()).containsExactly(3, 48);
      assertThat(((Tensor.Floats) y).toArray()).startsWith(1, 2, 0, 3);
    }
  }

  @Test
  void doesNothingTheSecondTime() throws Exception {
    install(entry(48));
    install(entry(48));
    assertThat(ranges).hasSize(1);
  }

  @Test
  void goesOnWhereItBrokeOff() throws Exception {
    behaviour = Behaviour.BREAKS_OFF;
    assertRefused(entry(48), Reason.OFFLINE);
    behaviour = Behaviour.SERVES;
    install(entry(48));
    assertThat(ranges).containsExactly("null", "bytes=" + network.length / 2 + "-");
    home.verify(entry(48));
  }

  @Test
  void startsAgainWhereTheServerKnowsNoRanges() throws Exception {
    behaviour = Behaviour.BREAKS_OFF;
    assertRefused(entry(48), Reason.OFFLINE);
    behaviour = Behaviour.IGNORES_RANGES;
    install(entry(48));
    home.verify(entry(48));
  }

  @Test
  void refusesOtherBytesAndFetchesAnewNextTime() throws Exception {
    behaviour = Behaviour.SENDS_OTHER_BYTES;
    assertRefused(entry(48), Reason.HASH_MISMATCH);
    behaviour = Behaviour.SERVES;
    install(entry(48));
    assertThat(ranges).containsExactly("null", "null");
  }

  @Test
  void tellsMissingFromSilentFromUnreachable() throws Exception {
    behaviour = Behaviour.LACKS;
    assertRefused(entry(48), Reason.NOT_AT_SOURCE);
    behaviour = Behaviour.SAYS_NOTHING;
    installer = new ModelInstaller(home, runtime, new NpmClient(), Duration.ofSeconds(1));
    assertRefused(entry(48), Reason.OFFLINE);
    ModelEntry model = entry(48);
    server.stop(0);
    assertRefused(model, Reason.OFFLINE);
  }

  @Test
  void refusesANetworkThatDoesNotFitItsEntry() throws Exception {
    assertRefused(entry(512), Reason.UNFIT);
  }

  @Test
  void refusesAFreeBatchThatChangesTheFigures() throws Exception {
    network = SmallRecogniser.network(folder, true);
    assertRefused(entry(48), Reason.UNFIT);
  }

  @Test
  void asksForRoomFirst() throws Exception {
    assertRefused(entry(48, 1L << 58), Reason.DISK_FULL);
    assertThat(ranges).isEmpty();
  }

  @Test
  void stopsWhenAsked() throws Exception {
    InstallProgress stopping =
        new InstallProgress() {
          @Override
          public void at(long done, long total, String text) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    List<ModelEntry> models = List.of(entry(48));
    assertThatThrownBy(() -> installer.install(models, stopping))
        .isInstanceOfSatisfying(
            InstallException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CANCELLED));
    install(entry(48));
  }

  @Test
  void findsDamageAndHealsIt() throws Exception {
    ModelEntry model = entry(48);
    install(model);
    Path file = home.network(model);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> home.verify(model))
        .isInstanceOfSatisfying(
            InstallException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.DAMAGED);
              assertThat(e).hasMessageContaining("models install small");
            });
    Files.write(file, new byte[3]);
    assertThat(home.state(model)).isEqualTo(State.DAMAGED);
    install(model);
    home.verify(model);
  }

  @Test
  void seesThatTheCatalogueMovedOn() throws Exception {
    install(entry(48));
    network = SmallRecogniser.network(folder, true);
    assertThat(home.state(entry(48))).isEqualTo(State.OUTDATED);
  }

  @Test
  void removes() throws Exception {
    ModelEntry model = entry(48);
    install(model);
    home.remove(model);
    home.remove(model);
    assertThat(home.state(model)).isEqualTo(State.NOT_INSTALLED);
    assertThatThrownBy(() -> home.network(model))
        .isInstanceOf(InstallException.class)
        .hasMessageContaining("facewright models install small");
  }

  @Test
  void twoInstallsAtOnceFetchOnce() throws Exception {
    ModelEntry model = entry(48);
    IntStream.range(0, 2)
        .parallel()
        .forEach(
            i -> {
              try {
                install(model);
              } catch (InstallException e) {
                throw new AssertionError(e);
              }
            });
    assertThat(ranges).hasSize(1);
    home.verify(model);
  }
}
