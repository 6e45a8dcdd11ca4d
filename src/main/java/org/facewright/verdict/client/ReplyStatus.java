package org.facewright.verdict.client;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.facewright.verdict.model.ModelException;
import org.facewright.verdict.model.ModelException.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says what an HTTP status means for the question. */
final class ReplyStatus {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST_MESSAGE = 300;

  private final HttpTransport transport;
  private final Clock clock;

  ReplyStatus(HttpTransport transport, Clock clock) {
    this.transport = transport;
    this.clock = clock;
  }

  /**
   * @throws ModelException unless the status is 2xx
   */
  void check(HttpReply reply) throws ModelException {
    if (reply.status() / 100 == 2) {
      return;
    }
    JsonNode error = error(reply.body());
    Kind kind = kind(reply.status(), error.path("code").asString(""));
    Duration wait = RateHeaders.retryAfter(reply.headers(), clock.instant()).orElse(null);
    throw new ModelException(kind, message(reply, error), kind == Kind.BUSY ? wait : null);
  }

  private static Kind kind(int status, String code) {
    return switch (status) {
      case 429 -> code.equals("insufficient_quota") ? Kind.CLOSED : Kind.BUSY;
      case 408, 409 -> Kind.BUSY;
      // A gateway gave up waiting; the model behind it may have answered, and billed.
      case 504, 524 -> Kind.LOST;
      case 400, 413, 415, 422 -> Kind.REJECTED;
      default -> status >= 500 ? Kind.BUSY : Kind.CLOSED;
    };
  }

  private static JsonNode error(byte[] body) {
    try {
      return JSON.readTree(body).path("error");
    } catch (JacksonException e) {
      return JSON.missingNode();
    }
  }

  private String message(HttpReply reply, JsonNode error) {
    String said = error.path("message").asString(new String(reply.body(), StandardCharsets.UTF_8));
    String clean = transport.clean(said).replaceAll("\\s+", " ").strip();
    return "%s answered %d%s%s"
        .formatted(
            transport.endpoint().recipient().origin(),
            reply.status(),
            clean.isEmpty() ? "" : ": " + shortened(clean),
            wayOut(reply.status()));
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + "..." : text;
  }

  private static @Nullable String wayOut(int status) {
    return switch (status) {
      case 401, 403 -> " (check the key)";
      case 404 -> " (check the server's address and the model's name)";
      case 301, 302, 307, 308 -> " (give the address it points to)";
      default -> "";
    };
  }
}
