package org.facewright.generation.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptTemplateTest {
  @Test
  void optionalPartsGoWithTheirAxes() {
    PromptTemplate template =
        new PromptTemplate("a(n) {age} man{? with {hair}}{?, {glasses}}, outside");
    assertThat(template.axes()).containsExactlyInAnyOrder("age", "hair", "glasses");
    assertThat(template.fill(Map.of("age", "old", "hair", "", "glasses", "round glasses")))
        .isEqualTo("an old man, round glasses, outside");
    assertThat(template.fill(Map.of("age", "young", "hair", "red hair", "glasses", "")))
        .isEqualTo("a young man with red hair, outside");
    assertThat(template.fill(Map.of())).isEqualTo("a man, outside");
  }

  @Test
  void articlesFollowTheSound() {
    PromptTemplate template = new PromptTemplate("A(n) {x}");
    assertThat(template.fill(Map.of("x", "elderly woman"))).isEqualTo("An elderly woman");
    assertThat(template.fill(Map.of("x", "European man"))).isEqualTo("A European man");
    assertThat(template.fill(Map.of("x", "eight-year-old"))).isEqualTo("An eight-year-old");
    assertThat(template.fill(Map.of("x", "unusual hat"))).isEqualTo("An unusual hat");
    assertThat(template.fill(Map.of("x", "uniform"))).isEqualTo("A uniform");
  }

  @Test
  void bracesMustMatch() {
    for (String wrong : List.of("a {b", "a b}", "{? a", "{}", "{a{b}}")) {
      assertThatThrownBy(() -> new PromptTemplate(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aUsersOwnTextIsTakenLiterally() {
    PromptSpace space =
        new PromptSpace(
            "a {x}",
            List.of(new PromptAxis("x", List.of(new AxisValue("cat", 1, "cat")))),
            List.of(),
            "");
    assertThat(space.withText("(soft:1.2) {light} $1").prompt(Map.of("x", "cat")))
        .isEqualTo("a cat, (soft:1.2) (light) $1");
    PromptSpace own = new PromptSpace("only my own words", List.of(), List.of(), "blurry");
    assertThat(own.prompt(Map.of())).isEqualTo("only my own words");
  }

  @Test
  void spacesSurviveTheirFile(@TempDir Path folder) throws Exception {
    for (PromptPreset preset : PromptPreset.values()) {
      Path file = folder.resolve("plan.json");
      PromptSpaceFile.write(preset.space(), file);
      assertThat(PromptSpaceFile.read(file)).isEqualTo(preset.space());
      assertThat(Files.exists(folder.resolve("plan.json.part"))).isFalse();
    }
  }

  @Test
  void brokenFilesAreNamedWithWhatIsWrong(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("plan.json");
    assertThatThrownBy(() -> PromptSpaceFile.read(file))
        .isInstanceOf(PromptException.class)
        .hasMessageContaining("plan.json");
    String good = "{\"template\":\"a {x}\",\"axes\":[%s],\"exclusions\":[],\"negative\":\"\"}";
    String axis = "{\"name\":\"x\",\"values\":[{\"name\":\"v\",\"weight\":%s,\"wording\":\"w\"}]}";
    Files.writeString(file, good.formatted(axis.formatted("1")));
    assertThat(PromptSpaceFile.read(file).prompt(Map.of("x", "v"))).isEqualTo("a w");
    requireBroken(file, "{", "plan.json");
    requireBroken(file, good.formatted(axis.formatted("-1")), "weight of -1");
    requireBroken(file, good.formatted(axis.formatted("0")), "no value with a weight");
    requireBroken(file, good.formatted(""), "unknown axis: x");
    requireBroken(file, "{\"template\":\"a\"}", "axes");
    requireBroken(file, good.formatted(axis.formatted("1")).replace("}", ",\"y\":1}"), "y");
  }

  private static void requireBroken(Path file, String json, String said) throws Exception {
    Files.writeString(file, json);
    assertThatThrownBy(() -> PromptSpaceFile.read(file))
        .isInstanceOf(PromptException.class)
        .hasMessageContainingAll("plan.json", said);
  }
}
