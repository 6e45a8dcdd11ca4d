package org.facewright.verdict.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.facewright.verdict.model.ModelException;
import org.facewright.verdict.model.ModelException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to one endpoint and adds the key. Follows no redirection: the key is for this
 * server only. Thread-safe; close it when nothing is under way.
 */
public final class HttpTransport implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final long LARGEST_BODY = 8L << 20;

  private final Endpoint endpoint;
  private final ApiKey key;
  private final HttpClient http;

  /**
   * @throws IllegalArgumentException if a key would travel in the open to another machine
   */
  public HttpTransport(Endpoint endpoint, ApiKey key) {
    boolean open = endpoint.base().getScheme().equals("http");
    if (open && key.isPresent() && endpoint.recipient().leavesMachine()) {
      throw new IllegalArgumentException(
          "the key would be sent unencrypted to %s; use https"
              .formatted(endpoint.recipient().origin()));
    }
    this.endpoint = endpoint;
    this.key = key;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            // Over plain http the JDK would ask for an upgrade that some local servers choke on.
            .version(open ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2)
            .build();
  }

  Endpoint endpoint() {
    return endpoint;
  }

  /** Text from the server, fit to be shown and kept. */
  String clean(String text) {
    return key.redact(text);
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.at(path));
    if (key.isPresent()) {
      request.setHeader(endpoint.keyHeader(), key.header(endpoint.keyPrefix()));
    }
    return request;
  }

  /** Sends a request whose reply fits in memory. */
  HttpReply send(HttpRequest.Builder request, Duration timeout) throws ModelException {
    HttpResponse<byte[]> response =
        send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_BODY), timeout);
    return new HttpReply(response.statusCode(), response.headers(), response.body());
  }

  <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body, Duration timeout)
      throws ModelException {
    AtomicReference<@Nullable StoppableBody<T>> reading = new AtomicReference<>();
    BodyHandler<T> stoppable =
        info -> {
          StoppableBody<T> subscriber = new StoppableBody<>(body.apply(info));
          reading.set(subscriber);
          return subscriber;
        };
    CompletableFuture<HttpResponse<T>> reply =
        http.sendAsync(request.timeout(timeout).build(), stoppable);
    try {
      return reply.get(timeout.toMillis() + 1000, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (TimeoutException e) {
      StoppableBody<T> body0 = reading.get();
      if (body0 != null) {
        body0.stop();
      }
      throw new ModelException(Kind.LOST, where() + " did not finish its reply in time");
    } catch (InterruptedException e) {
      throw new ModelException(Kind.LOST, "waiting for " + where() + " was broken off");
    }
  }

  private String where() {
    return endpoint.recipient().origin();
  }

  private ModelException failure(@Nullable Throwable cause) {
    return switch (cause) {
      case ConnectException e -> unreachable(e);
      case HttpConnectTimeoutException e -> unreachable(e);
      case UnresolvedAddressException e -> unreachable(e);
      case SSLException e -> unreachable(e);
      case IOException e ->
          new ModelException(
              Kind.LOST, clean("%s gave no whole reply: %s".formatted(where(), e.getMessage())));
      case null, default -> new ModelException(Kind.LOST, "%s: %s".formatted(where(), name(cause)));
    };
  }

  private static String name(@Nullable Throwable cause) {
    return cause == null ? "no reason given" : cause.getClass().getSimpleName();
  }

  private ModelException unreachable(Exception e) {
    String why = e.getMessage() == null ? name(e) : clean(e.getMessage());
    return new ModelException(Kind.UNREACHABLE, "%s cannot be reached: %s".formatted(where(), why));
  }

  @Override
  public void close() {
    http.close();
  }
}
