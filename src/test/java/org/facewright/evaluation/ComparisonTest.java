package org.facewright.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void theFileNamesOfSetsAreKnownByTheirPublishedNames() {
    assertThat(Comparison.published("lfw")).isEqualTo("LFW");
    assertThat(Comparison.published("cfp_fp")).isEqualTo("CFP-FP");
    assertThat(Comparison.published("agedb_30")).isEqualTo("AgeDB-30");
    assertThat(Comparison.published("my pairs")).isEqualTo("my pairs");
  }

  @Test
  void withoutRunsThePublishedTablesStandAlone() {
    List<Comparison> rows = Comparison.of(List.of());
    assertThat(rows).noneMatch(Comparison::own).hasSizeGreaterThan(15);
    Comparison casia =
        rows.stream().filter(row -> row.name().startsWith("CASIA")).findFirst().orElseThrow();
    assertThat(casia.percent()).containsEntry("LFW", 99.38).containsEntry("CFP-FP", 96.91);
  }
}
