package org.facewright.generation.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facewright.generation.diffusion.text.ClipTokeniser;
import org.facewright.generation.diffusion.text.ClipVocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoveragePlanTest {
  private static List<Map<String, String>> choices(List<Description> plan) {
    return plan.stream().map(Description::choices).toList();
  }

  @ParameterizedTest
  @EnumSource(PromptPreset.class)
  void tenThousandPeopleCoverEveryAxisAsAskedAndBreakNoRule(PromptPreset preset) throws Exception {
    PromptSpace space = preset.space();
    List<Description> plan = new CoveragePlan(space).plan(10_000, 1);
    assertThat(plan).hasSize(10_000);
    assertThat(plan.stream().filter(each -> !space.allows(each.choices()))).isEmpty();
    CoverageTable table = CoverageTable.of(space, choices(plan));
    for (CoverageTable.Row row : table.rows()) {
      assertThat(row.share())
          .as(row.axis() + " " + row.value())
          .isCloseTo(row.asked(), within(1.0 / 10_000));
    }
    int seen = table.pairs().stream().mapToInt(CoverageTable.Pair::seen).sum();
    int possible = table.pairs().stream().mapToInt(CoverageTable.Pair::possible).sum();
    assertThat(seen).isLessThanOrEqualTo(possible);
    assertThat((double) seen / possible).isGreaterThan(0.99);
  }

  @Test
  void evenIsEven() throws Exception {
    PromptSpace even = PromptPreset.PAPER_SECOND_PASS.space().even();
    CoverageTable table = CoverageTable.of(even, choices(new CoveragePlan(even).plan(1001, 2)));
    for (CoverageTable.Row row : table.rows()) {
      double each = 1001.0 / even.axis(row.axis()).values().size();
      assertThat((double) row.count()).isBetween(Math.floor(each), Math.ceil(each));
    }
  }

  @Test
  void thePublishedPosesKeepTheirWeights() throws Exception {
    PromptSpace space = PromptPreset.PAPER_SECOND_PASS.space();
    List<Description> plan = new CoveragePlan(space).plan(40, 3);
    assertThat(plan.stream().filter(each -> "left".equals(each.choices().get("pose"))).count())
        .isEqualTo(10);
    assertThat(plan.stream().filter(each -> "frontal".equals(each.choices().get("pose"))).count())
        .isEqualTo(2);
    assertThat(plan.stream().filter(each -> "chin-up".equals(each.choices().get("pose"))).count())
        .isEqualTo(3);
  }

  @Test
  void aSeedGivesTheSamePlan() throws Exception {
    CoveragePlan plan = new CoveragePlan(PromptPreset.PAPER.space());
    assertThat(plan.plan(50, 7)).isEqualTo(plan.plan(50, 7)).isNotEqualTo(plan.plan(50, 8));
    Set<Long> seeds = new HashSet<>();
    for (Description each : plan.plan(5000, 7)) {
      assertThat(each.seed()).isBetween(0L, 0xffffffffL);
      seeds.add(each.seed());
    }
    assertThat(seeds).hasSizeGreaterThan(4990);
  }

  @Test
  void aRetryHasAnotherSeedEachTime() throws Exception {
    Description first = new CoveragePlan(PromptPreset.PAPER.space()).plan(1, 7).getFirst();
    assertThat(first.retried(0)).isEqualTo(first);
    assertThat(Set.of(first.seed(), first.retried(1).seed(), first.retried(2).seed())).hasSize(3);
    assertThat(first.retried(2).seed()).isBetween(0L, 0xffffffffL);
  }

  @ParameterizedTest
  @EnumSource(PromptPreset.class)
  void promptsAreSentencesThatFitTheEncoders(PromptPreset preset) throws Exception {
    ClipTokeniser tokeniser = new ClipTokeniser(ClipVocabulary.builtIn(), "!");
    for (Description each : new CoveragePlan(preset.space()).plan(400, 5)) {
      assertThat(tokeniser.prompt(each.prompt()).dropped()).as(each.prompt()).isEmpty();
      assertThat(each.prompt())
          .doesNotContain("{", "}", "  ", ",,", "(n)", " ,", ", ,")
          .doesNotStartWith(" ");
    }
    assertThat(tokeniser.prompt(preset.space().negative()).dropped()).isEmpty();
  }

  @Test
  void moreLikeThisKeepsWhatIsFixed() throws Exception {
    PromptSpace space = PromptPreset.STANDARD.space();
    Map<String, String> fixed =
        Map.of("age", "old", "ancestry", "east-asian", "skin", "light", "gender", "feminine");
    List<Description> plan = new CoveragePlan(space.withFixed(fixed)).plan(60, 4);
    assertThat(plan).allMatch(each -> each.choices().entrySet().containsAll(fixed.entrySet()));
    assertThat(plan.stream().map(each -> each.choices().get("hair")).distinct().count())
        .isGreaterThan(8);
  }

  @Test
  void weightsAreTheUsersToChange() throws Exception {
    PromptSpace space =
        PromptPreset.PAPER.space().withWeights("glasses", Map.of("none", 1.0, "glasses", 3.0));
    CoverageTable table = CoverageTable.of(space, choices(new CoveragePlan(space).plan(400, 4)));
    assertThat(table.rows().stream().filter(row -> row.value().equals("glasses")).findFirst())
        .get()
        .extracting(CoverageTable.Row::count)
        .isEqualTo(300);
    assertThatThrownBy(() -> space.withWeights("glasses", Map.of("monocle", 1.0)))
        .hasMessageContaining("monocle");
  }

  @Test
  void whereQuotasAndRulesConflictTheTableShowsIt() throws Exception {
    PromptSpace space =
        new PromptSpace(
            "a {who}{? with {beard}}",
            List.of(
                new PromptAxis(
                    "who",
                    List.of(new AxisValue("child", 9, "child"), new AxisValue("man", 1, "man"))),
                new PromptAxis(
                    "beard",
                    List.of(new AxisValue("none", 1, ""), new AxisValue("full", 1, "a beard")))),
            List.of(new Exclusion("who", Set.of("child"), "beard", Set.of("full"))),
            "");
    List<Description> plan = new CoveragePlan(space).plan(100, 1);
    assertThat(plan.stream().filter(each -> !space.allows(each.choices()))).isEmpty();
    assertThat(CoverageTable.of(space, choices(plan)).worst()).isCloseTo(0.4, within(0.01));
    PromptSpace hopeless = space.withFixed(Map.of("who", "child", "beard", "full"));
    assertThatThrownBy(() -> new CoveragePlan(hopeless).plan(10, 1))
        .isInstanceOf(PromptException.class)
        .hasMessageContainingAll("who", "beard", "weight");
  }
}
