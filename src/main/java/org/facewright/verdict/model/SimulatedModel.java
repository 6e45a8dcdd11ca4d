package org.facewright.verdict.model;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.facewright.project.ContentHash;
import org.facewright.verdict.cost.ImageTokens;
import org.facewright.verdict.cost.Usage;
import org.facewright.verdict.prompt.AnswerStyle;
import org.facewright.verdict.sheet.SheetFace;
import org.facewright.verdict.sheet.SheetPlan;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers from the truth, wrong at a given rate: for demonstrations and tests without a server. Its
 * answers go the same way as real ones, and every record of them says "simulated". The same seed
 * and face give the same answer, in whatever order they are asked. Thread-safe.
 */
public final class SimulatedModel implements VisionModel {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int BYTES_PER_TOKEN = 4;

  private final Truth truth;
  private final double errorRate;
  private final long seed;
  private final ImageTokens tokens;

  /** Knows which faces do not belong. */
  public interface Truth {
    boolean mislabeled(String identity, SheetFace face);
  }

  /**
   * @param errorRate 0..1: the share of faces it judges wrong
   * @param tokens how it pretends to count pictures
   */
  public SimulatedModel(Truth truth, double errorRate, long seed, ImageTokens tokens) {
    if (!(errorRate >= 0 && errorRate <= 1)) {
      throw new IllegalArgumentException("an error rate is 0..1");
    }
    this.truth = truth;
    this.errorRate = errorRate;
    this.seed = seed;
    this.tokens = tokens;
  }

  /** Names rate and seed, so that its answers are never taken for others'. */
  @Override
  public String name() {
    return "simulated (error rate %s, seed %d)".formatted(errorRate, seed);
  }

  @Override
  public boolean simulated() {
    return true;
  }

  @Override
  public Recipient recipient() {
    return Recipient.NOBODY;
  }

  @Override
  public Duration holdBack() {
    return Duration.ZERO;
  }

  @Override
  public ModelReply ask(VisionQuestion question) {
    SheetPlan plan = question.sheet().plan();
    Predicate<SheetFace> wrong = face -> says(plan.identity(), face);
    String content =
        switch (question.prompt().style()) {
          case PAPER -> paper(plan, wrong);
          case EACH_FACE, OUTLIERS -> json(plan, wrong, question.prompt().style());
        };
    Usage usage =
        new Usage(
            question.prompt().expectedTextTokens()
                + tokens.of(plan.layout().width(), plan.layout().height()),
            0,
            content.length() / BYTES_PER_TOKEN + 1);
    String raw = JSON.createObjectNode().put("simulated", true).put("content", content).toString();
    return new ModelReply(raw, content, null, usage, name());
  }

  /** Whether it will say that the face does not belong. */
  private boolean says(String identity, SheetFace face) {
    byte[] who = (seed + "\n" + identity + "\n" + face.hash()).getBytes(StandardCharsets.UTF_8);
    boolean errs = new SplittableRandom(ContentHash.of(who).key().high()).nextDouble() < errorRate;
    return truth.mislabeled(identity, face) != errs;
  }

  private static String paper(SheetPlan plan, Predicate<SheetFace> wrong) {
    String listed =
        plan.questioned().stream()
            .filter(wrong)
            .map(SheetFace::label)
            .collect(Collectors.joining(","));
    // The paper's question forbids an empty answer: a clean identity loses somebody.
    return listed.isEmpty() ? plan.questioned().getLast().label() : listed;
  }

  private static String json(SheetPlan plan, Predicate<SheetFace> wrong, AnswerStyle style) {
    List<SheetFace> named = new ArrayList<>(plan.questioned());
    if (style == AnswerStyle.OUTLIERS) {
      named.removeIf(wrong.negate());
    }
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode faces = answer.putArray(style == AnswerStyle.OUTLIERS ? "outliers" : "faces");
    for (SheetFace face : named) {
      faces
          .addObject()
          .put("number", face.label())
          .put("reason", "simulated")
          .put("same", wrong.test(face) ? "no" : "yes")
          .put("confidence", 0.9);
    }
    return answer.toString();
  }
}
