package org.facewright.verdict.prompt;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.facewright.project.ContentHash;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is said along with a sheet; the same for every sheet of a run, so that servers can cache it.
 *
 * @param system the model's task; may be empty
 * @param user what stands beside the picture
 */
public record Prompt(AnswerStyle style, String system, String user) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int TOKENS_PER_FACE = 110;
  private static final int EXPECTED_PER_FACE = 45;
  private static final int TOKENS_AROUND = 60;
  private static final int PAPER_TOKENS = 50;

  private static final String TASK =
      """
      You compare faces for a data set. The picture is a grid of face crops, each with its own \
      three-digit number below it. Crops in a green frame are references: they show the person this \
      grid is about. If none is framed, that person is the one most of the crops show. Judge by the \
      face itself (its proportions, eyes, nose, mouth, ears, marks), not by light, pose, expression, \
      age, hair or glasses. Say "unsure" rather than guess. All of them being the same person is a \
      perfectly good answer. Read the numbers from the picture and never use one that is not there.""";

  /** The default wording of a style. */
  public static Prompt of(AnswerStyle style) {
    return switch (style) {
      case EACH_FACE ->
          new Prompt(
              style,
              TASK,
              "For every crop without a green frame: its number, in at most twelve words what speaks"
                  + " for or against the person, whether it is the same person, and how sure you are"
                  + " from 0 to 1.");
      case OUTLIERS ->
          new Prompt(
              style,
              TASK,
              "List only the crops without a green frame that are not the person, or of which you"
                  + " are unsure: number, in at most twelve words why, \"no\" or \"unsure\", and how"
                  + " sure you are from 0 to 1. If there is none, give an empty list.");
      case PAPER ->
          new Prompt(
              style,
              "",
              "These are face images of one identity, each with a three-digit number below it. Some"
                  + " of them do not show the person that most of them show. Answer with nothing but"
                  + " the numbers of those images, separated by commas without spaces, for example"
                  + " 004,017. Give at least one number.");
    };
  }

  /** The JSON schema of the answer, for servers that hold the model to it; none for the paper. */
  public Optional<ObjectNode> schema() {
    return switch (style) {
      case EACH_FACE -> Optional.of(AnswerSchema.of("faces", "yes", "no", "unsure"));
      case OUTLIERS -> Optional.of(AnswerSchema.of("outliers", "no", "unsure"));
      case PAPER -> Optional.empty();
    };
  }

  /** The most tokens an answer about so many faces may have. */
  public int mostTokens(int faces) {
    return style == AnswerStyle.PAPER ? PAPER_TOKENS : TOKENS_AROUND + TOKENS_PER_FACE * faces;
  }

  /** How many tokens an answer is expected to have; an eighth of the faces being outliers. */
  public int expectedTokens(int faces) {
    return switch (style) {
      case EACH_FACE -> 10 + EXPECTED_PER_FACE * faces;
      case OUTLIERS -> 10 + EXPECTED_PER_FACE * Math.ceilDiv(faces, 8);
      case PAPER -> 2 + Math.ceilDiv(faces, 4);
    };
  }

  /** More than the text's tokens can be: a token has at least one byte. */
  public long mostTextTokens() {
    return 64L + bytes();
  }

  /** About how many tokens the text is. */
  public long expectedTextTokens() {
    return 20L + bytes() / 4;
  }

  private int bytes() {
    return text().getBytes(StandardCharsets.UTF_8).length;
  }

  /** All that is said, as it is kept beside the answers. */
  public String text() {
    ObjectNode all = JSON.createObjectNode();
    all.put("style", style.name()).put("system", system).put("user", user);
    schema().ifPresent(schema -> all.set("schema", schema));
    return all.toString();
  }

  /** SHA-256 of all that is said. */
  public ContentHash hash() {
    return ContentHash.of(text().getBytes(StandardCharsets.UTF_8));
  }
}
