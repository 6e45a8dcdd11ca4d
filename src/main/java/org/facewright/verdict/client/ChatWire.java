package org.facewright.verdict.client;

import java.util.Base64;
import java.util.Optional;
import org.facewright.verdict.cost.Usage;
import org.facewright.verdict.model.ModelReply;
import org.facewright.verdict.model.VisionQuestion;
import org.facewright.verdict.prompt.Prompt;
import org.facewright.verdict.sheet.DrawnSheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A question as the body of a chat completion, and the reply read back. Immutable. */
final class ChatWire {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ChatOptions options;

  ChatWire(ChatOptions options) {
    this.options = options;
  }

  ObjectNode body(VisionQuestion question) {
    Prompt prompt = question.prompt();
    ObjectNode body = JSON.createObjectNode().put("model", options.model());
    ArrayNode messages = body.putArray("messages");
    if (!prompt.system().isEmpty()) {
      messages.addObject().put("role", "system").put("content", prompt.system());
    }
    ArrayNode content = messages.addObject().put("role", "user").putArray("content");
    content.addObject().put("type", "text").put("text", userText(prompt));
    content
        .addObject()
        .put("type", "image_url")
        .putObject("image_url")
        .put("url", dataUrl(question.sheet()))
        .put("detail", options.detail());
    body.put(options.tokenLimit(), question.mostTokens());
    if (options.temperature() != null) {
      body.put("temperature", options.temperature());
    }
    prompt.schema().ifPresent(schema -> format(body, schema));
    return body;
  }

  /** A server that is not told the schema must read it. */
  private String userText(Prompt prompt) {
    Optional<ObjectNode> schema =
        options.format() == ChatOptions.Format.SCHEMA ? Optional.empty() : prompt.schema();
    return schema
        .map(form -> prompt.user() + "\nAnswer with one JSON object that fits this schema: " + form)
        .orElse(prompt.user());
  }

  private void format(ObjectNode body, ObjectNode schema) {
    switch (options.format()) {
      case SCHEMA -> {
        ObjectNode format = body.putObject("response_format").put("type", "json_schema");
        ObjectNode named = format.putObject("json_schema").put("name", "verdict");
        named.put("strict", true).set("schema", schema);
      }
      case OBJECT -> body.putObject("response_format").put("type", "json_object");
      case TEXT -> {}
    }
  }

  private static String dataUrl(DrawnSheet sheet) {
    return "data:"
        + sheet.mediaType()
        + ";base64,"
        + Base64.getEncoder().encodeToString(sheet.bytes());
  }

  /**
   * Reads a body that came with status 200. It was billed, whatever is in it: what cannot be read
   * is a reply without content, not a failure.
   *
   * @param raw already fit to be kept
   */
  ModelReply reply(String raw) {
    JsonNode body;
    try {
      body = JSON.readTree(raw);
    } catch (JacksonException e) {
      return new ModelReply(raw, null, "the reply is no JSON", null, options.model());
    }
    JsonNode choice = body.path("choices").path(0);
    String content = text(choice.path("message").path("content"));
    return new ModelReply(
        raw,
        content,
        refusal(choice, content),
        usage(body.path("usage")),
        body.path("model").asString(options.model()));
  }

  private static @Nullable String text(JsonNode node) {
    return node.isString() ? node.stringValue() : null;
  }

  private static @Nullable String refusal(JsonNode choice, @Nullable String content) {
    String said = text(choice.path("message").path("refusal"));
    if (said != null) {
      return "the model refuses: " + said;
    }
    return switch (choice.path("finish_reason").asString("stop")) {
      case "length" -> "the answer was cut off at the token limit";
      case "content_filter" -> "the server's content filter withheld the answer";
      default -> content == null ? "the reply has no answer in it" : null;
    };
  }

  private static @Nullable Usage usage(JsonNode usage) {
    JsonNode input = usage.path("prompt_tokens");
    JsonNode output = usage.path("completion_tokens");
    if (!input.canConvertToLong() || !output.canConvertToLong()) {
      return null;
    }
    long in = Math.max(0, input.asLong());
    long cached = usage.path("prompt_tokens_details").path("cached_tokens").asLong(0);
    return new Usage(in, Math.clamp(cached, 0, in), Math.max(0, output.asLong()));
  }
}
