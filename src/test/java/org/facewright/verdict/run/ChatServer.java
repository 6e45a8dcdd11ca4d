package org.facewright.verdict.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.facewright.project.ContentHash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Speaks the wire format of chat completions and batches on the loopback interface, and misbehaves
 * on demand. Keeps its own account of what it billed, at GPT-4o's prices.
 */
public final class ChatServer implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();

  /** How the server treats one call of the chat. */
  public interface Behaviour {
    void serve(ChatServer server, HttpExchange call, JsonNode body) throws IOException;
  }

  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Deque<Behaviour> script = new ConcurrentLinkedDeque<>();
  public final AtomicInteger chats = new AtomicInteger();
  final AtomicInteger underWay = new AtomicInteger();
  final AtomicInteger mostUnderWay = new AtomicInteger();
  public final AtomicLong billedNano = new AtomicLong();
  public final Map<String, AtomicInteger> billedByPicture = new ConcurrentHashMap<>();
  public final Deque<String> seenKeys = new ConcurrentLinkedDeque<>();
  final Deque<String> idempotencyKeys = new ConcurrentLinkedDeque<>();
  final BatchDesk batches = new BatchDesk(this);
  public volatile Behaviour usual = Behaviours.ANSWER;

  /** The content of the answer about a picture, by the picture's hash. */
  private final Function<ContentHash, String> answers;

  ChatServer(Function<ContentHash, String> answers) throws IOException {
    this.answers = answers;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    http.createContext("/v1/chat/completions", this::chat);
    http.createContext("/v1/files", batches::files);
    http.createContext("/v1/batches", batches::batches);
    http.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  public void next(Behaviour... behaviours) {
    script.addAll(List.of(behaviours));
  }

  private void chat(HttpExchange call) throws IOException {
    chats.incrementAndGet();
    mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    try (call) {
      seenKeys.add(String.valueOf(call.getRequestHeaders().getFirst("Authorization")));
      idempotencyKeys.add(String.valueOf(call.getRequestHeaders().getFirst("Idempotency-Key")));
      JsonNode body = JSON.readTree(call.getRequestBody().readAllBytes());
      Behaviour behaviour = script.poll();
      (behaviour == null ? usual : behaviour).serve(this, call, body);
    } finally {
      underWay.decrementAndGet();
    }
  }

  static ContentHash picture(JsonNode body) {
    return ContentHash.of(pictureBytes(body));
  }

  static byte[] pictureBytes(JsonNode body) {
    JsonNode content = body.path("messages").path(body.path("messages").size() - 1).path("content");
    String url = content.path(1).path("image_url").path("url").stringValue();
    return Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
  }

  String rightAnswer(JsonNode body) {
    return answers.apply(picture(body));
  }

  /** A reply's body; billed. */
  ObjectNode bill(JsonNode body, String content) throws IOException {
    byte[] picture = pictureBytes(body);
    var decoded = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(picture));
    long tiles =
        Math.ceilDiv(decoded.getWidth(), 512) * (long) Math.ceilDiv(decoded.getHeight(), 512);
    long input = 85 + 170 * tiles + body.path("messages").path(0).toString().length() / 4;
    long output = content.length() / 4 + 1;
    billedNano.addAndGet(input * 2500 + output * 10_000);
    billedByPicture
        .computeIfAbsent(ContentHash.of(picture).toString(), h -> new AtomicInteger())
        .incrementAndGet();
    ObjectNode reply =
        JSON.createObjectNode().put("id", "chatcmpl-1").put("model", "gpt-4o-2024-08-06");
    ObjectNode choice = reply.putArray("choices").addObject().put("index", 0);
    choice.putObject("message").put("role", "assistant").put("content", content).putNull("refusal");
    choice.put("finish_reason", "stop");
    reply.putObject("usage").put("prompt_tokens", input).put("completion_tokens", output);
    return reply;
  }

  static void send(HttpExchange call, int status, String body, String... headers)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      call.getResponseHeaders().set(headers[i], headers[i + 1]);
    }
    call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = call.getResponseBody()) {
      out.write(bytes);
    }
  }

  void waitForTheEnd() {
    try {
      closing.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  List<String> pictures() {
    return new ArrayList<>(billedByPicture.keySet());
  }

  @Override
  public void close() {
    closing.countDown();
    http.stop(0);
    threads.shutdown();
  }
}
