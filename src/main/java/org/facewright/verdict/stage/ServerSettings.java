package org.facewright.verdict.stage;

import java.net.URI;
import java.time.Duration;
import org.facewright.verdict.client.ChatOptions;
import org.facewright.verdict.client.Endpoint;
import org.facewright.verdict.client.KeySource;
import org.jspecify.annotations.Nullable;

/**
 * Which server is asked, and how. Holds where the key is, never the key.
 *
 * @param key such as {@code env:OPENAI_API_KEY}; see {@link KeySource}
 * @param timeoutSeconds for one question, from sending to the last byte
 */
public record ServerSettings(
    String base,
    String chatPath,
    String filesPath,
    String batchesPath,
    String keyHeader,
    String keyPrefix,
    String query,
    String key,
    String model,
    String detail,
    @Nullable Double temperature,
    String tokenLimit,
    ChatOptions.Format format,
    int timeoutSeconds) {
  public static final String OPENAI = "https://api.openai.com";

  /** OpenAI's GPT-4o, key from the usual variable. */
  public static ServerSettings usual() {
    return of(Endpoint.openAi(URI.create(OPENAI)), KeySource.USUAL.text(), "gpt-4o");
  }

  public static ServerSettings of(Endpoint endpoint, String key, String model) {
    ChatOptions usual = ChatOptions.of(model);
    return new ServerSettings(
        endpoint.base().toString(),
        endpoint.chat(),
        endpoint.files(),
        endpoint.batches(),
        endpoint.keyHeader(),
        endpoint.keyPrefix(),
        endpoint.query(),
        new KeySource(key).text(),
        model,
        usual.detail(),
        usual.temperature(),
        usual.tokenLimit(),
        usual.format(),
        Math.toIntExact(usual.timeout().toSeconds()));
  }

  /** The same with another way of asking. */
  public ServerSettings asking(ChatOptions options) {
    return new ServerSettings(
        base,
        chatPath,
        filesPath,
        batchesPath,
        keyHeader,
        keyPrefix,
        query,
        key,
        options.model(),
        options.detail(),
        options.temperature(),
        options.tokenLimit(),
        options.format(),
        Math.toIntExact(options.timeout().toSeconds()));
  }

  /**
   * @throws IllegalArgumentException if the address is none
   */
  public Endpoint endpoint() {
    return new Endpoint(
        URI.create(base), chatPath, filesPath, batchesPath, keyHeader, keyPrefix, query);
  }

  public ChatOptions options() {
    return new ChatOptions(
        model, detail, temperature, tokenLimit, format, Duration.ofSeconds(timeoutSeconds));
  }
}
