package org.facewright.verdict.prompt;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The strict JSON schema of an answer: the reason first, so that the verdict follows from it. */
final class AnswerSchema {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AnswerSchema() {}

  static ObjectNode of(String list, String... verdicts) {
    ObjectNode face = closedObject("number", "reason", "same", "confidence");
    ObjectNode fields = (ObjectNode) face.get("properties");
    fields.putObject("number").put("type", "string").put("description", "the three digits");
    fields.putObject("reason").put("type", "string");
    ArrayNode allowed = fields.putObject("same").put("type", "string").putArray("enum");
    for (String verdict : verdicts) {
      allowed.add(verdict);
    }
    fields.putObject("confidence").put("type", "number").put("description", "0 to 1");
    ObjectNode schema = closedObject(list);
    ((ObjectNode) schema.get("properties")).putObject(list).put("type", "array").set("items", face);
    return schema;
  }

  private static ObjectNode closedObject(String... required) {
    ObjectNode object = JSON.createObjectNode().put("type", "object");
    object.putObject("properties");
    ArrayNode names = object.putArray("required");
    for (String name : required) {
      names.add(name);
    }
    return object.put("additionalProperties", false);
  }
}
