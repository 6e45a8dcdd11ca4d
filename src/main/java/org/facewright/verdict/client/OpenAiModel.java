package org.facewright.verdict.client;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.facewright.verdict.model.ModelException;
import org.facewright.verdict.model.ModelReply;
import org.facewright.verdict.model.Recipient;
import org.facewright.verdict.model.VisionModel;
import org.facewright.verdict.model.VisionQuestion;

/** A model behind chat completions with image input. Thread-safe. */
public final class OpenAiModel implements VisionModel {
  private final HttpTransport transport;
  private final ChatOptions options;
  private final ChatWire wire;
  private final ReplyStatus status;
  private final Clock clock;
  private volatile Instant notBefore = Instant.MIN;

  public OpenAiModel(HttpTransport transport, ChatOptions options, Clock clock) {
    this.transport = transport;
    this.options = options;
    this.wire = new ChatWire(options);
    this.status = new ReplyStatus(transport, clock);
    this.clock = clock;
  }

  @Override
  public String name() {
    return options.model();
  }

  @Override
  public boolean simulated() {
    return false;
  }

  @Override
  public Recipient recipient() {
    return transport.endpoint().recipient();
  }

  @Override
  public Duration holdBack() {
    Instant until = notBefore;
    Instant now = clock.instant();
    return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
  }

  @Override
  public ModelReply ask(VisionQuestion question) throws ModelException {
    HttpRequest.Builder request =
        transport
            .request(transport.endpoint().chat())
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", question.idempotencyKey())
            .POST(HttpRequest.BodyPublishers.ofString(wire.body(question).toString()));
    HttpReply reply = transport.send(request, options.timeout());
    holdBackFor(RateHeaders.holdBack(reply.headers()));
    try {
      status.check(reply);
    } catch (ModelException e) {
      if (e.retryAfter() != null) {
        holdBackFor(e.retryAfter());
      }
      throw e;
    }
    return wire.reply(transport.clean(new String(reply.body(), StandardCharsets.UTF_8)));
  }

  /** What one question hears, all take to heart. */
  private synchronized void holdBackFor(Duration wait) {
    Instant until = clock.instant().plus(wait);
    if (until.isAfter(notBefore)) {
      notBefore = until;
    }
  }
}
