package org.facewright.verdict.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.facewright.verdict.model.Recipient;

/**
 * Where the questions go.
 *
 * @param base scheme and host, perhaps a port and a path, without a slash at the end
 * @param chat path of the chat completions
 * @param files path of the files, for batches
 * @param batches path of the batches
 * @param keyHeader the header that carries the key
 * @param keyPrefix what stands before it, such as {@code "Bearer "}
 * @param query appended to every address, such as {@code "api-version=2024-10-21"}; may be empty
 */
public record Endpoint(
    URI base,
    String chat,
    String files,
    String batches,
    String keyHeader,
    String keyPrefix,
    String query) {
  public Endpoint {
    String scheme = base.getScheme();
    if (!"https".equals(scheme) && !"http".equals(scheme) || base.getHost() == null) {
      throw new IllegalArgumentException("the server's address must begin with http(s)://host");
    }
    if (base.getUserInfo() != null) {
      throw new IllegalArgumentException("no user name or password in the server's address");
    }
  }

  /** OpenAI's paths, at OpenAI or at a server that copies them (vLLM, Ollama, llama.cpp). */
  public static Endpoint openAi(URI base) {
    return new Endpoint(
        base, "/v1/chat/completions", "/v1/files", "/v1/batches", "Authorization", "Bearer ", "");
  }

  /** A deployment at Azure. */
  public static Endpoint azure(URI resource, String deployment, String version) {
    String name = URLEncoder.encode(deployment, StandardCharsets.UTF_8);
    return new Endpoint(
        resource,
        "/openai/deployments/" + name + "/chat/completions",
        "/openai/files",
        "/openai/batches",
        "api-key",
        "",
        "api-version=" + version);
  }

  /** The same with another path of the chat completions. */
  public Endpoint chatAt(String path) {
    return new Endpoint(base, path, files, batches, keyHeader, keyPrefix, query);
  }

  /** The same with the plain key in a header of this name. */
  public Endpoint keyIn(String header) {
    return new Endpoint(base, chat, files, batches, header, "", query);
  }

  URI at(String path) {
    String separator = path.indexOf('?') < 0 ? "?" : "&";
    return URI.create(base + path + (query.isEmpty() ? "" : separator + query));
  }

  public Recipient recipient() {
    return Recipient.of(base);
  }
}
