package org.facewright.training.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facewright.vector.FloatMatrix;
import org.junit.jupiter.api.Test;

class CurriculumSamplerTest {
  private static final int SIZE = 100;

  /**
   * Picture i is of class i % 10 and as hard as i; the first 60 are real (0), the rest made (1).
   */
  private static SampleTable table() {
    float[] difficulty = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      difficulty[i] = i;
    }
    return new SampleTable(
        10,
        IntStream.range(0, SIZE).map(i -> i % 10).toArray(),
        IntStream.range(0, SIZE).map(i -> i < 60 ? 0 : 1).toArray(),
        difficulty);
  }

  private static CurriculumSampler sampler(long seed, Pacing pacing, Stage... stages) {
    return new CurriculumSampler(table(), List.of(stages), pacing, seed);
  }

  @Test
  void theControlShowsEveryPictureOnceInAnOrderThatSeedAndEpochDecide() {
    CurriculumSampler one = sampler(1, new Pacing.Everything(), Stage.all());
    assertThat(Arrays.stream(one.epoch(0)).sorted().toArray())
        .isEqualTo(IntStream.range(0, SIZE).toArray());
    assertThat(one.epoch(0)).isEqualTo(sampler(1, new Pacing.Everything(), Stage.all()).epoch(0));
    assertThat(one.epoch(0)).isNotEqualTo(one.epoch(1));
    assertThat(one.epoch(0))
        .isNotEqualTo(sampler(2, new Pacing.Everything(), Stage.all()).epoch(0));
  }

  @Test
  void pacingOpensTheEasiestFirst() {
    CurriculumSampler linear = sampler(1, new Pacing.Linear(0.2, 4), Stage.all());
    assertThat(linear.epoch(0)).hasSize(20);
    assertThat(Arrays.stream(linear.epoch(0)).max().orElseThrow()).isEqualTo(19);
    assertThat(linear.epoch(2)).hasSize(60);
    assertThat(linear.epoch(4)).hasSize(SIZE);
    assertThat(new Pacing.Root(0.2, 4).share(1)).isGreaterThan(new Pacing.Linear(0.2, 4).share(1));
    assertThat(new Pacing.Steps(0.3, 0.3, 2).share(3)).isCloseTo(0.6, offset(1e-12));
    assertThat(new Pacing.Steps(0.3, 0.3, 2).share(9)).isEqualTo(1);
  }

  @Test
  void stagesChangeAtTheirEpochsAndKeepToTheirRange() {
    Stage hard = new Stage(3, Map.of(), 0.5, 1, false);
    CurriculumSampler sampler = sampler(1, new Pacing.Everything(), hard, Stage.all());
    assertThat(sampler.stage(2)).isZero();
    assertThat(sampler.stage(3)).isEqualTo(1);
    assertThat(Arrays.stream(sampler.epoch(3)).min().orElseThrow()).isEqualTo(50);
  }

  @Test
  void mixingWeightsDecideTheSharesOfSources() {
    Stage mixed = new Stage(0, Map.of(0, 1.0, 1, 3.0), 0, 1, false);
    int[] order = sampler(1, new Pacing.Everything(), mixed).epoch(0);
    assertThat(order).hasSize(SIZE);
    assertThat(Arrays.stream(order).filter(i -> i >= 60).count()).isEqualTo(75);
    assertThat(Arrays.stream(order).filter(i -> i >= 60).distinct().count()).isEqualTo(40);
  }

  @Test
  void thePaperShowsGeneratedPicturesFirst() {
    int[] order = sampler(1, new Pacing.Everything(), Stage.paper()).epoch(0);
    assertThat(Arrays.stream(order).limit(40)).allMatch(i -> i >= 60);
    assertThat(Arrays.stream(order).skip(40)).allMatch(i -> i < 60);
  }

  @Test
  void aStageThatLeavesNothingIsSaid() {
    Stage none = new Stage(0, Map.of(7, 1.0), 0, 1, false);
    assertThatThrownBy(() -> sampler(1, new Pacing.Everything(), none).epoch(0))
        .hasMessageContaining("leaves no pictures");
  }

  @Test
  void wrongTablesAreRefusedByName() {
    assertThatThrownBy(() -> SampleTable.plain(3, new int[] {0, 2, 2}))
        .hasMessageContaining("Identity 1 has no pictures");
    assertThatThrownBy(() -> SampleTable.plain(2, new int[] {0, 1, 2}))
        .hasMessageContaining("Picture 2 has class 2");
  }

  @Test
  void difficultyIsMeasuredOnFeatures() {
    FloatMatrix features = new FloatMatrix(4, 2, new float[] {1, 0, 1, 0.1f, 0, 1, 1, 0.2f});
    int[] labels = {0, 0, 1, 1};
    float[] margin = Difficulty.margin(features, labels, 2);
    assertThat(margin[3]).isGreaterThan(margin[0]).isGreaterThan(margin[2]);
    float[] spread = Difficulty.spread(features, labels, 2);
    assertThat(spread[3]).isGreaterThan(spread[1]);
    assertThat(spread[0]).isCloseTo(spread[1], offset(1e-3f));
  }
}
