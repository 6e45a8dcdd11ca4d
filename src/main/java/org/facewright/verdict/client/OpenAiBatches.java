package org.facewright.verdict.client;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.facewright.verdict.model.BatchInfo;
import org.facewright.verdict.model.BatchLine;
import org.facewright.verdict.model.BatchModel;
import org.facewright.verdict.model.ModelException;
import org.facewright.verdict.model.ModelException.Kind;
import org.facewright.verdict.model.Recipient;
import org.facewright.verdict.model.VisionQuestion;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** OpenAI's batches. Thread-safe. */
public final class OpenAiBatches implements BatchModel {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration SHORT = Duration.ofSeconds(60);
  private static final Duration LONG = Duration.ofMinutes(30);
  private static final long LARGEST_OUTPUT = 1L << 30;
  private static final int PAGES = 20;
  private static final String MARKER = "facewright";

  private final HttpTransport transport;
  private final ChatOptions options;
  private final ChatWire wire;
  private final ReplyStatus status;

  public OpenAiBatches(HttpTransport transport, ChatOptions options, Clock clock) {
    this.transport = transport;
    this.options = options;
    this.wire = new ChatWire(options);
    this.status = new ReplyStatus(transport, clock);
  }

  @Override
  public String name() {
    return options.model();
  }

  @Override
  public Recipient recipient() {
    return transport.endpoint().recipient();
  }

  @Override
  public String line(VisionQuestion question) {
    ObjectNode line = JSON.createObjectNode().put("custom_id", question.attempt());
    line.put("method", "POST").put("url", transport.endpoint().chat());
    line.set("body", wire.body(question));
    return line.toString();
  }

  @Override
  public BatchLine read(String text) throws IOException {
    try {
      JsonNode line = JSON.readTree(text);
      String attempt = line.path("custom_id").asString("");
      JsonNode response = line.path("response");
      if (response.path("status_code").asInt(0) == 200) {
        String body = transport.clean(response.path("body").toString());
        return new BatchLine(attempt, wire.reply(body), null);
      }
      return new BatchLine(attempt, null, transport.clean(problem(line)));
    } catch (JacksonException e) {
      throw new IOException("a line of the batch's output is no JSON", e);
    }
  }

  private static String problem(JsonNode line) {
    JsonNode inBody = line.path("response").path("body").path("error").path("message");
    JsonNode beside = line.path("error").path("message");
    return inBody.asString(beside.asString("the server gives no reason"));
  }

  @Override
  public String upload(Path file) throws ModelException {
    String boundary = "facewright-" + file.getFileName().toString().replaceAll("[^a-z0-9]", "");
    String head =
        """
        --%1$s\r
        Content-Disposition: form-data; name="purpose"\r
        \r
        batch\r
        --%1$s\r
        Content-Disposition: form-data; name="file"; filename="batch.jsonl"\r
        Content-Type: application/jsonl\r
        \r
        """
            .formatted(boundary);
    try {
      HttpRequest.Builder request =
          transport
              .request(transport.endpoint().files())
              .header("Content-Type", "multipart/form-data; boundary=" + boundary)
              .POST(
                  BodyPublishers.concat(
                      BodyPublishers.ofString(head),
                      BodyPublishers.ofFile(file),
                      BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
      return id(json(request, LONG));
    } catch (FileNotFoundException e) {
      throw new ModelException(Kind.REJECTED, file + " is gone");
    }
  }

  @Override
  public String create(String file, String marker) throws ModelException {
    ObjectNode body = JSON.createObjectNode().put("input_file_id", file);
    body.put("endpoint", transport.endpoint().chat()).put("completion_window", "24h");
    body.putObject("metadata").put(MARKER, marker);
    return id(
        json(
            transport
                .request(transport.endpoint().batches())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", marker)
                .POST(BodyPublishers.ofString(body.toString())),
            SHORT));
  }

  @Override
  public Optional<BatchInfo> find(String marker) throws ModelException {
    String after = "";
    for (int page = 0; page < PAGES; page++) {
      JsonNode list =
          json(transport.request(transport.endpoint().batches() + "?limit=100" + after), SHORT);
      for (JsonNode batch : list.path("data")) {
        if (batch.path("metadata").path(MARKER).asString("").equals(marker)) {
          return Optional.of(info(batch));
        }
        after = "&after=" + encoded(batch.path("id").asString(""));
      }
      if (!list.path("has_more").asBoolean(false)) {
        return Optional.empty();
      }
    }
    throw new ModelException(
        Kind.BUSY, "whether the batch has begun cannot be seen among so many; look again later");
  }

  @Override
  public BatchInfo look(String batch) throws ModelException {
    return info(json(transport.request(at(batch)), SHORT));
  }

  @Override
  public void cancel(String batch) throws ModelException {
    json(transport.request(at(batch) + "/cancel").POST(BodyPublishers.noBody()), SHORT);
  }

  private String at(String batch) {
    return transport.endpoint().batches() + "/" + encoded(batch);
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  private BatchInfo info(JsonNode batch) throws ModelException {
    JsonNode counts = batch.path("request_counts");
    return new BatchInfo(
        id(batch),
        batch.path("status").asString(""),
        counts.path("completed").asInt(0),
        counts.path("total").asInt(0),
        name(batch.path("output_file_id")),
        name(batch.path("error_file_id")));
  }

  private static @Nullable String name(JsonNode node) {
    return node.isString() ? node.stringValue() : null;
  }

  private static String id(JsonNode answer) throws ModelException {
    String id = answer.path("id").asString("");
    if (id.isEmpty()) {
      throw new ModelException(Kind.LOST, "the server's reply names no id");
    }
    return id;
  }

  private JsonNode json(HttpRequest.Builder request, Duration timeout) throws ModelException {
    HttpReply reply = transport.send(request, timeout);
    status.check(reply);
    try {
      return JSON.readTree(reply.body());
    } catch (JacksonException e) {
      throw new ModelException(Kind.LOST, "the server's reply is no JSON");
    }
  }

  @Override
  public void download(String file, Path to) throws ModelException {
    Path part = to.resolveSibling(to.getFileName() + ".part");
    String path = transport.endpoint().files() + "/" + encoded(file) + "/content";
    try {
      Files.deleteIfExists(part);
      HttpResponse<Path> reply =
          transport.send(
              transport.request(path),
              BodyHandlers.limiting(BodyHandlers.ofFile(part), LARGEST_OUTPUT),
              LONG);
      if (reply.statusCode() / 100 != 2) {
        byte[] said = Files.readAllBytes(reply.body());
        Files.delete(part);
        status.check(new HttpReply(reply.statusCode(), reply.headers(), said));
      }
      Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ModelException(Kind.LOST, to + " cannot be written: " + e.getMessage());
    }
  }
}
