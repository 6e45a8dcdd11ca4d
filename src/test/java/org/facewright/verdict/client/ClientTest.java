package org.facewright.verdict.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.facewright.verdict.model.ModelException;
import org.facewright.verdict.model.ModelReply;
import org.facewright.verdict.model.Recipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTest {
  private static final String SECRET = "xyz-0123456789abcdef";
  @TempDir Path folder;

  private static ApiKey key() throws Exception {
    return ApiKey.fromEnvironment(Map.of("K", SECRET), "K");
  }

  @Test
  void theKeyIsReadFromAFileOfItsOwnerOutsideTheProject() throws Exception {
    Path project = Files.createDirectories(folder.resolve("project"));
    Path file = folder.resolve("key");
    Files.writeString(file, SECRET + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(ApiKey.fromFile(file, project).header("Bearer ")).isEqualTo("Bearer " + SECRET);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> ApiKey.fromFile(file, project)).hasMessageContaining("chmod 600");
    Path inside = project.resolve("key");
    Files.writeString(inside, SECRET);
    Files.setPosixFilePermissions(inside, PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> ApiKey.fromFile(inside, project)).hasMessageContaining("elsewhere");
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, inside);
    assertThatThrownBy(() -> ApiKey.fromFile(link, project)).hasMessageContaining("elsewhere");
    assertThatThrownBy(() -> ApiKey.fromFile(folder.resolve("none"), project))
        .isInstanceOf(ApiKey.KeyException.class);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.write(file, new byte[] {'a', 'b', (byte) 0xff, '\n', 'c', 'd', 'e', 'f', 'g', 'h'});
    assertThatThrownBy(() -> ApiKey.fromFile(file, project)).hasMessageContaining("one line");
  }

  @Test
  void noTextEverHoldsTheKey() throws Exception {
    ApiKey key = key();
    assertThat(key.toString()).doesNotContain(SECRET);
    assertThat(key.redact("a " + SECRET + " b")).isEqualTo("a [key] b");
    assertThat(key.redact("Incorrect API key provided: sk-proj-ab***********yz."))
        .doesNotContain("sk-proj");
    assertThatThrownBy(() -> ApiKey.fromEnvironment(Map.of("K", "two\nlines 12345"), "K"))
        .message()
        .doesNotContain("lines 12345");
  }

  @Test
  void aKeyGoesNowhereUnencrypted() throws Exception {
    ApiKey key = key();
    Endpoint lan = Endpoint.openAi(URI.create("http://192.168.1.7:8000"));
    assertThatThrownBy(() -> new HttpTransport(lan, key)).hasMessageContaining("https");
    new HttpTransport(lan, ApiKey.NONE).close();
    new HttpTransport(Endpoint.openAi(URI.create("http://127.0.0.1:8000")), key).close();
    assertThatThrownBy(() -> Endpoint.openAi(URI.create("https://a:b@host")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Endpoint.openAi(URI.create("file:///etc")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knowsWhetherPicturesLeaveTheMachine() {
    assertThat(Recipient.of(URI.create("https://api.openai.com")).leavesMachine()).isTrue();
    assertThat(Recipient.of(URI.create("http://localhost:11434")).leavesMachine()).isFalse();
    assertThat(Recipient.of(URI.create("http://[::1]:1")).leavesMachine()).isFalse();
    assertThat(Recipient.of(URI.create("http://localhost.example.com")).leavesMachine()).isTrue();
  }

  @Test
  void azureHasItsOwnAddressAndHeader() {
    Endpoint azure =
        Endpoint.azure(URI.create("https://x.openai.azure.com"), "my gpt", "2024-10-21");
    assertThat(azure.at(azure.chat()))
        .hasToString(
            "https://x.openai.azure.com/openai/deployments/my+gpt/chat/completions"
                + "?api-version=2024-10-21");
    assertThat(azure.keyHeader()).isEqualTo("api-key");
  }

  @ParameterizedTest
  @CsvSource({"6m0s,360000", "1s,1000", "20ms,20", "1h2m,3600000", "1.5s,1500", "soon,0", "'',0"})
  void readsSpans(String text, long millis) {
    assertThat(RateHeaders.span(text)).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void readsRetryAfterInEveryForm() {
    Instant now = Instant.parse("2026-11-22T10:00:00Z");
    assertThat(retryAfter("retry-after", "3", now)).isEqualTo(Duration.ofSeconds(3));
    assertThat(retryAfter("retry-after-ms", "250", now)).isEqualTo(Duration.ofMillis(250));
    assertThat(retryAfter("retry-after", "Sun, 22 Nov 2026 10:00:30 GMT", now))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(retryAfter("retry-after", "999999999", now)).isEqualTo(Duration.ofHours(1));
    assertThat(retryAfter("retry-after", "later", now)).isNull();
  }

  private static Duration retryAfter(String name, String value, Instant now) {
    HttpHeaders headers = HttpHeaders.of(Map.of(name, List.of(value)), (n, v) -> true);
    return RateHeaders.retryAfter(headers, now).orElse(null);
  }

  @Test
  void aReplyThatIsNoneHasNoContent() {
    ChatWire wire = new ChatWire(ChatOptions.of("gpt-4o"));
    for (String raw : List.of("{", "[]", "{}", "{\"choices\":[]}", "null", "{\"usage\":{}}")) {
      ModelReply reply = wire.reply(raw);
      assertThat(reply.content()).isNull();
      assertThat(reply.refusal()).isNotNull();
      assertThat(reply.usage()).isNull();
    }
  }

  @Test
  void aServerThatIsNotThereWasSentNothing() throws Exception {
    URI nobody;
    try (var socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    try (HttpTransport transport = new HttpTransport(Endpoint.openAi(nobody), ApiKey.NONE)) {
      assertThatThrownBy(() -> transport.send(transport.request("/v1/x"), Duration.ofSeconds(2)))
          .isInstanceOfSatisfying(
              ModelException.class,
              e -> assertThat(e.kind()).isEqualTo(ModelException.Kind.UNREACHABLE));
    }
  }
}
