package org.facewright.inference.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToLongFunction;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.catalogue.FolderCatalogue;
import org.facewright.inference.catalogue.FolderEntry;
import org.facewright.inference.models.InstallException.Reason;
import org.facewright.inference.models.ModelHome.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of networks from a server on this machine, which can break off, lack and lie. */
class FolderInstallTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ToLongFunction<Path> ROOM = folder -> Long.MAX_VALUE;

  @TempDir Path home;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private volatile String breaksOff = "";

  @BeforeEach
  void start() throws Exception {
    files.put("model_index.json", "{\"_class_name\": \"x\"}".getBytes());
    byte[] weights = new byte[300_000];
    new SplittableRandom(1).nextBytes(weights);
    files.put("unet/model.onnx_data", weights);
    files.put("unet/model.onnx", new byte[] {1, 2, 3});
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdown();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().replaceFirst("^/resolve/", "");
    String range = exchange.getRequestHeaders().getFirst("Range");
    asked.add(exchange.getRequestMethod() + " " + path + (range == null ? "" : " " + range));
    byte[] body = files.get(path);
    if (body == null) {
      exchange.sendResponseHeaders(404, -1);
    } else if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().add("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(200, -1);
    } else {
      send(exchange, path, body, range);
    }
    exchange.close();
  }

  private void send(HttpExchange exchange, String path, byte[] body, String range)
      throws IOException {
    int start = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    if (range != null) {
      exchange
          .getResponseHeaders()
          .add("Content-Range", "bytes %d-%d/%d".formatted(start, body.length - 1, body.length));
    }
    exchange.sendResponseHeaders(range == null ? 200 : 206, body.length - start);
    byte[] rest = Arrays.copyOfRange(body, start, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(rest, 0, path.equals(breaksOff) ? rest.length / 2 : rest.length);
    } catch (IOException e) {
      assertThat(breaksOff).isEqualTo(path);
    }
  }

  private FolderEntry entry(String hashOfIndex) {
    return new FolderEntry(
        "small",
        "Small",
        "CC0-1.0",
        "",
        "BASE",
        "http://localhost:" + server.getAddress().getPort() + "/resolve/",
        "",
        files.keySet().stream()
            .map(
                path ->
                    new FolderEntry.FolderFile(
                        path, 10, path.equals("model_index.json") ? hashOfIndex : null))
            .toList());
  }

  private FolderModels models(FolderEntry entry, ToLongFunction<Path> room) {
    return new FolderModels(new FolderCatalogue(List.of(entry)), home, PATIENCE, room);
  }

  private static Reason reason(FolderModels models, FolderEntry entry) {
    InstallException failure =
        catchThrowableOfType(
            InstallException.class, () -> models.install(entry, InstallProgress.SILENT));
    assertThat(failure).isNotNull();
    return failure.reason();
  }

  @Test
  void aFolderComesWholeAndItsHashesAreRecorded() throws Exception {
    FolderEntry entry = entry(null);
    FolderModels models = models(entry, ROOM);
    assertThat(models.state(entry)).isEqualTo(State.NOT_INSTALLED);
    assertThat(models.installed("small")).isEmpty();
    models.install(entry, InstallProgress.SILENT);
    assertThat(models.state(entry)).isEqualTo(State.INSTALLED);
    Path folder = models.installed("small").orElseThrow();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      assertThat(folder.resolve(file.getKey())).hasBinaryContent(file.getValue());
    }
    FolderRecord record = FolderRecord.read(folder).orElseThrow();
    assertThat(record.files()).hasSize(3).noneMatch(FolderRecord.Item::known);
    models.verify(entry);
    asked.clear();
    models.install(entry, InstallProgress.SILENT);
    assertThat(asked).isEmpty();
    byte[] changed = files.get("unet/model.onnx_data").clone();
    changed[5]++;
    Files.write(folder.resolve("unet/model.onnx_data"), changed);
    InstallException damaged =
        catchThrowableOfType(InstallException.class, () -> models.verify(entry));
    assertThat(damaged.reason()).isEqualTo(Reason.DAMAGED);
    assertThat(damaged).hasMessageContaining("model.onnx_data");
    Files.delete(folder.resolve("unet/model.onnx"));
    assertThat(models.state(entry)).isEqualTo(State.DAMAGED);
    models.remove(entry);
    assertThat(models.state(entry)).isEqualTo(State.NOT_INSTALLED);
  }

  @Test
  void whatBrokeOffGoesOnWhereItWas() throws Exception {
    FolderEntry entry = entry(null);
    FolderModels models = models(entry, ROOM);
    breaksOff = "unet/model.onnx_data";
    assertThat(reason(models, entry)).isEqualTo(Reason.OFFLINE);
    assertThat(models.state(entry)).isEqualTo(State.NOT_INSTALLED);
    breaksOff = "";
    asked.clear();
    models.install(entry, InstallProgress.SILENT);
    assertThat(asked)
        .anyMatch(each -> each.startsWith("GET unet/model.onnx_data bytes="))
        .noneMatch(each -> each.startsWith("GET model_index.json"));
    assertThat(models.folder(entry).resolve("unet/model.onnx_data"))
        .hasBinaryContent(files.get("unet/model.onnx_data"));
  }

  @Test
  void roomIsAskedForBeforeAnythingIsFetched() {
    FolderEntry entry = entry(null);
    FolderModels models = models(entry, folder -> 100_000);
    assertThat(reason(models, entry)).isEqualTo(Reason.DISK_FULL);
    assertThat(asked).hasSize(3).allMatch(each -> each.startsWith("HEAD"));
  }

  @Test
  void otherBytesThanTheCatalogueSaysAreRefused() {
    FolderEntry entry = entry("ab".repeat(32));
    FolderModels models = models(entry, ROOM);
    assertThat(reason(models, entry)).isEqualTo(Reason.HASH_MISMATCH);
    assertThat(models.state(entry)).isEqualTo(State.NOT_INSTALLED);
  }

  @Test
  void aFileThatIsNotThereAndAFolderNobodyPublishesAreSaidSo() throws CatalogueException {
    FolderEntry entry = entry(null);
    FolderModels models = models(entry, ROOM);
    files.remove("unet/model.onnx");
    assertThat(reason(models, entry)).isEqualTo(Reason.NOT_AT_SOURCE);
    FolderCatalogue shipped = FolderCatalogue.load(Path.of("models"));
    FolderEntry lightning = shipped.find("sdxl-lightning").orElseThrow();
    assertThat(lightning.published()).isFalse();
    InstallException failure =
        catchThrowableOfType(
            InstallException.class,
            () -> models(lightning, ROOM).install(lightning, InstallProgress.SILENT));
    assertThat(failure).hasMessageContaining("export one");
    FolderEntry base = shipped.find("sdxl-base").orElseThrow();
    assertThat(base.about()).isBetween(13_000_000_000L, 15_000_000_000L);
    assertThat(base.files())
        .extracting(FolderEntry.FolderFile::path)
        .contains("model_index.json", "unet/model.onnx_data", "vae_decoder/config.json");
  }

  @Test
  void stoppingKeepsWhatCame() {
    FolderEntry entry = entry(null);
    FolderModels models = models(entry, ROOM);
    InstallProgress impatient =
        new InstallProgress() {
          private int told;

          @Override
          public void at(long done, long total, String text) {
            told++;
          }

          @Override
          public boolean cancelled() {
            return told > 2;
          }
        };
    InstallException failure =
        catchThrowableOfType(InstallException.class, () -> models.install(entry, impatient));
    assertThat(failure.reason()).isEqualTo(Reason.CANCELLED);
    assertThat(models.state(entry)).isEqualTo(State.NOT_INSTALLED);
  }
}
