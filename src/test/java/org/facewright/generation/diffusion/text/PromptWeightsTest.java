package org.facewright.generation.diffusion.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.facewright.generation.diffusion.Golden;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PromptWeightsTest {
  @Test
  void promptsArePartedAsTheReferenceDoes() {
    for (JsonNode each : Golden.json("misc/prompt_weights.json").get("cases")) {
      String text = each.get("text").asString();
      List<WeightedText> ours = PromptWeights.parse(text);
      JsonNode theirs = each.get("parsed");
      assertThat(ours.stream().map(WeightedText::text).toList())
          .as(text)
          .isEqualTo(theirs.valueStream().map(piece -> piece.get(0).asString()).toList());
      for (int i = 0; i < ours.size(); i++) {
        assertThat(ours.get(i).weight())
            .as(text)
            .isCloseTo(theirs.get(i).get(1).asDouble(), within(1e-9));
      }
    }
  }

  @Test
  void bracketsThatMeanNothingStayText() {
    assertThat(PromptWeights.parse("a) b] c: (d:1.2.3)"))
        .containsExactly(new WeightedText("a) b] c: ", 1), new WeightedText("d:1.2.3", 1.1));
    assertThat(PromptWeights.parse("back\\slash\\"))
        .containsExactly(new WeightedText("back\\slash\\", 1));
  }
}
