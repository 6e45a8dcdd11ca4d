package org.facewright.verdict.prompt;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.facewright.verdict.sheet.SheetFace;
import org.facewright.verdict.sheet.SheetPlan;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an answer in JSON: one list of faces. Servers without a schema may put it in a fence. */
final class JsonAnswer {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern FENCED = Pattern.compile("(?s)\\s*```(?:json)?\\s*(.*?)\\s*```\\s*");

  private final String list;

  JsonAnswer(String list) {
    this.list = list;
  }

  /** The answers by number. */
  Map<Integer, FaceAnswer> read(String content, SheetPlan plan) throws AnswerException {
    JsonNode faces = parse(content).get(list);
    if (faces == null || !faces.isArray()) {
      throw new AnswerException("the answer has no list \"" + list + "\"");
    }
    Set<Integer> known = plan.faces().stream().map(SheetFace::number).collect(Collectors.toSet());
    Map<Integer, FaceAnswer> answers = new HashMap<>();
    for (JsonNode face : faces) {
      FaceAnswer answer = answer(face);
      if (!known.contains(answer.number())) {
        throw new AnswerException("%03d is not on the sheet".formatted(answer.number()));
      }
      if (answers.put(answer.number(), answer) != null) {
        throw new AnswerException("%03d is answered twice".formatted(answer.number()));
      }
    }
    return answers;
  }

  private static JsonNode parse(String content) throws AnswerException {
    Matcher fenced = FENCED.matcher(content);
    try {
      return JSON.readTree(fenced.matches() ? fenced.group(1) : content);
    } catch (JacksonException e) {
      throw new AnswerException("the answer is no JSON: " + e.getOriginalMessage());
    }
  }

  private static FaceAnswer answer(JsonNode face) throws AnswerException {
    int number = number(face.path("number"));
    String reason = face.path("reason").isString() ? face.path("reason").stringValue() : "";
    return new FaceAnswer(
        number,
        same(face.path("same"), number),
        confidence(face.path("confidence"), number),
        reason.length() > FaceAnswer.LONGEST_REASON
            ? reason.substring(0, FaceAnswer.LONGEST_REASON)
            : reason);
  }

  private static int number(JsonNode node) throws AnswerException {
    if (node.isString() && node.stringValue().matches("\\d{3}")) {
      return Integer.parseInt(node.stringValue());
    }
    if (node.isInt() && node.intValue() >= 0 && node.intValue() <= 999) {
      return node.intValue();
    }
    throw new AnswerException("not a three-digit number: " + node);
  }

  private static SamePerson same(JsonNode node, int number) throws AnswerException {
    String text = node.isString() ? node.stringValue().toUpperCase(Locale.ROOT) : "";
    for (SamePerson verdict : SamePerson.values()) {
      if (verdict.name().equals(text)) {
        return verdict;
      }
    }
    throw new AnswerException("%03d: neither yes, no nor unsure: %s".formatted(number, node));
  }

  private static Double confidence(JsonNode node, int number) throws AnswerException {
    double value = node.isNumber() ? node.doubleValue() : Double.NaN;
    if (value >= 0 && value <= 1) {
      return value;
    }
    throw new AnswerException("%03d: a confidence is 0 to 1, not %s".formatted(number, node));
  }
}
