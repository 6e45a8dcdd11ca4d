package org.facewright.generation.diffusion.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facewright.generation.diffusion.Golden;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ClipTokeniserTest {
  private static final ClipVocabulary BUILT_IN = ClipVocabulary.builtIn();
  private static final String END = "<|endoftext|>";

  private static List<Integer> list(int[] ids) {
    return java.util.Arrays.stream(ids).boxed().toList();
  }

  private static List<Integer> list(JsonNode ids) {
    List<Integer> list = new ArrayList<>();
    ids.forEach(id -> list.add(id.asInt()));
    return list;
  }

  private static void requireGolden(ClipVocabulary vocabulary) {
    ClipTokeniser first = new ClipTokeniser(vocabulary, END);
    ClipTokeniser second = new ClipTokeniser(vocabulary, "!");
    JsonNode cases = Golden.json("clip/clip_token_goldens.json").get("cases");
    assertThat(cases.size()).isEqualTo(45);
    for (JsonNode each : cases) {
      String text = each.get("text").asString();
      assertThat(list(first.prompt(text).ids()))
          .as(text)
          .isEqualTo(list(each.get("hf_clip_77_pad49407")));
      assertThat(list(second.prompt(text).ids()))
          .as(text)
          .isEqualTo(list(each.get("hf_clip_77_pad0")));
    }
  }

  @Test
  void allPromptsBecomeTheIdsOfHuggingFace() {
    requireGolden(BUILT_IN);
  }

  @Test
  void aFoldersOwnVocabularyGivesTheSame() throws Exception {
    requireGolden(ClipVocabulary.in(Golden.path("clip/tokenizer")).orElseThrow());
  }

  @Test
  void aFolderWithoutVocabularyHasNone(@TempDir Path folder) throws Exception {
    assertThat(ClipVocabulary.in(folder)).isEmpty();
    assertThat(new ClipTokeniser(BUILT_IN, "!").ids("a cat")).containsExactly(320, 2368);
  }

  @Test
  void halfAVocabularyIsAnError(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("vocab.json"), "{\"<|startoftext|>\":0}");
    assertThatThrownBy(() -> ClipVocabulary.in(folder))
        .isInstanceOf(DiffusionException.class)
        .hasMessageContaining("merges.txt");
    Files.writeString(folder.resolve("merges.txt"), "#version: 0.2\na b\n");
    assertThatThrownBy(() -> ClipVocabulary.in(folder))
        .isInstanceOf(DiffusionException.class)
        .hasMessageContaining("is not CLIP's vocabulary");
  }

  @Test
  void aLongPromptLosesItsTailAndKeepsItsEnd() {
    TokenisedPrompt prompt =
        new ClipTokeniser(BUILT_IN, "!").prompt("cat ".repeat(75) + "and a Straße");
    assertThat(prompt.used()).isEqualTo(75);
    assertThat(prompt.dropped()).isEqualTo("and a straße");
    assertThat(prompt.ids()[0]).isEqualTo(49406);
    assertThat(prompt.ids()[76]).isEqualTo(49407);
    assertThat(new ClipTokeniser(BUILT_IN, "!").prompt("cat ".repeat(75)).dropped()).isEmpty();
  }

  @Test
  void lettersAreLoweredOneByOne() {
    ClipTokeniser tokeniser = new ClipTokeniser(BUILT_IN, END);
    assertThat(tokeniser.ids("ΟΔΟΣ")).isEqualTo(tokeniser.ids("οδοσ"));
    assertThat(tokeniser.ids("<|ENDOFTEXT|>")).doesNotContain(49407);
    assertThat(tokeniser.ids("a<|endoftext|>b")).contains(49407);
  }

  @Test
  void weightsGoWithTheirTokens() {
    TokenisedPrompt prompt =
        new ClipTokeniser(BUILT_IN, END).prompt(PromptWeights.parse("a (red:1.5) cat"));
    assertThat(prompt.ids()).startsWith(49406, 320, 736, 2368, 49407);
    assertThat(prompt.weights()).startsWith(1, 1, 1.5f, 1, 1);
    assertThat(prompt.weighted()).isTrue();
  }
}
