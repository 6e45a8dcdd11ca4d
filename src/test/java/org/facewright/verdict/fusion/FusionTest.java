package org.facewright.verdict.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FusionTest {
  private static final List<Expert> EXPERTS =
      List.of(
          new Expert("clustering:fixed", "embedding:first", 0.9),
          new Expert("clustering:paper", "embedding:first", 0.9),
          new Expert("embedding:second", "embedding:second", 0.9),
          new Expert("attributes", "attributes", 0.7),
          new Expert("llm", "llm", 0.9));
  private static final int IMAGES = 20_000;

  /** Images, their truth, and experts of whom all but the language model err on the hard ones. */
  static final class World {
    final VoteTable table = new VoteTable(EXPERTS, IMAGES);
    final boolean[] bad = new boolean[IMAGES];
    final SplittableRandom random;

    World(long seed) {
      random = new SplittableRandom(seed);
      for (int i = 0; i < IMAGES; i++) {
        bad[i] = random.nextDouble() < 0.17;
        boolean hard = random.nextDouble() < 0.03;
        VoteLevel first = clustering(bad[i], hard);
        boolean paperFollows = random.nextDouble() < 0.8;
        table.vote(i, 0, first);
        table.vote(i, 1, paperFollows ? first : clustering(bad[i], hard));
        VoteLevel second = right(bad[i], hard ? 0.8 : 0.999);
        table.vote(i, 2, second);
        table.vote(i, 3, right(bad[i], bad[i] ? 0.3 : 0.97));
        if (first == VoteLevel.UNSURE || first != second) {
          table.vote(i, 4, sure(right(bad[i], 0.95)));
        }
      }
    }

    private VoteLevel clustering(boolean isBad, boolean hard) {
      if (!hard) {
        return right(isBad, 0.9995);
      }
      return random.nextDouble() < 0.8 ? VoteLevel.UNSURE : right(isBad, 0.5);
    }

    private VoteLevel right(boolean isBad, double rate) {
      return isBad == random.nextDouble() < rate ? VoteLevel.REJECT : VoteLevel.KEEP;
    }

    private static VoteLevel sure(VoteLevel level) {
      return level == VoteLevel.KEEP ? VoteLevel.KEEP_SURE : VoteLevel.REJECT_SURE;
    }

    double recall(Fusion fusion) {
      return share(fusion, true, Ruled.AUTO_REJECT, Ruled.PERSON_REJECTED);
    }

    double lost(Fusion fusion) {
      return share(fusion, false, Ruled.AUTO_REJECT, Ruled.PERSON_REJECTED);
    }

    private double share(Fusion fusion, boolean of, Ruled... as) {
      int all = 0;
      int hit = 0;
      for (int i = 0; i < IMAGES; i++) {
        if (bad[i] == of) {
          all++;
          hit += List.of(as).contains(fusion.rule(i)) ? 1 : 0;
        }
      }
      return (double) hit / all;
    }
  }

  private static Fusion fuse(World world) {
    return Fusion.of(world.table, CalibrationSettings.DEFAULT, Goals.DEFAULT);
  }

  /** People answer, truthfully, the most doubtful questions first, until none is left. */
  static Fusion afterReview(World world) {
    Fusion fusion = fuse(world);
    for (int round = 0; round < 50; round++) {
      List<Integer> asked = new ArrayList<>();
      for (int i = 0; i < IMAGES; i++) {
        if (fusion.rule(i) == Ruled.ASK) {
          asked.add(i);
        }
      }
      Fusion now = fusion;
      asked.sort(Comparator.comparingDouble(i -> Math.abs(now.probabilityBad(i) - 0.5)));
      if (asked.isEmpty()) {
        if (fusion.funnel().meets(Goals.DEFAULT)) {
          return fusion;
        }
        asked = fusion.audit(20);
      }
      asked.stream().limit(40).forEach(i -> world.table.person(i, world.bad[i]));
      fusion = fuse(world);
    }
    return fusion;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theFunnelReachesItsGoals(long seed) {
    World world = new World(seed);
    Fusion fusion = afterReview(world);
    Funnel funnel = fusion.funnel();
    assertThat(funnel.count(Ruled.ASK)).isZero();
    assertThat(funnel.askedShare()).isLessThanOrEqualTo(0.02);
    assertThat(world.recall(fusion)).isGreaterThanOrEqualTo(0.998);
    assertThat(world.lost(fusion)).isLessThanOrEqualTo(0.001);
    assertThat(funnel.meets(Goals.DEFAULT)).isTrue();
  }

  @Test
  void reliabilityIsWhatTheExpertsShow() {
    World world = new World(9);
    Calibration calibration = afterReview(world).calibration();
    assertThat(calibration.badShare()).isBetween(0.165, 0.176);
    Reliability second = calibration.reliabilities().get(2);
    assertThat(second.found().mean()).isBetween(0.985, 0.997);
    assertThat(second.kept().mean()).isBetween(0.985, 0.997);
    assertThat(second.found().low()).isLessThan(second.found().mean());
    assertThat(second.found().high()).isGreaterThan(second.found().mean());
    Reliability attributes = calibration.reliabilities().get(3);
    assertThat(attributes.found().mean()).isBetween(0.27, 0.33);
    Reliability model = calibration.reliabilities().get(4);
    assertThat(model.kept().mean()).isBetween(0.9, 0.98);
    assertThat(model.reviewed()).isPositive();
  }

  @Test
  void nothingOverridesAPerson() {
    World world = new World(1);
    for (int i = 0; i < 200; i++) {
      world.table.person(i, !world.bad[i]);
    }
    Fusion fusion = fuse(world);
    for (int i = 0; i < 200; i++) {
      assertThat(fusion.rule(i))
          .isEqualTo(world.bad[i] ? Ruled.PERSON_KEPT : Ruled.PERSON_REJECTED);
    }
  }

  @Test
  void anExpertThatGuessesIsHeardByNobody() {
    VoteTable table =
        new VoteTable(List.of(new Expert("good", "a", 0.9), new Expert("coin", "b", 0.9)), 4000);
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 4000; i++) {
      boolean bad = random.nextDouble() < 0.2;
      table.vote(i, 0, bad == random.nextDouble() < 0.97 ? VoteLevel.REJECT : VoteLevel.KEEP);
      table.vote(i, 1, random.nextBoolean() ? VoteLevel.REJECT : VoteLevel.KEEP);
      if (i < 400) {
        table.person(i, bad);
      }
    }
    Fusion fusion = fuse2(table);
    for (int i = 400; i < 4000; i++) {
      if (table.vote(i, 0) != table.vote(i, 1)) {
        double p = fusion.probabilityBad(i);
        assertThat(table.vote(i, 0) == VoteLevel.REJECT ? p : 1 - p).isGreaterThan(0.8);
      }
    }
    Reliability coin = fusion.calibration().reliabilities().get(1);
    assertThat(coin.found().mean()).isBetween(0.44, 0.56);
    assertThat(coin.kept().mean()).isBetween(0.46, 0.54);
    assertThat(coin.agreed()).isBetween(160, 240);
  }

  private static Fusion fuse2(VoteTable table) {
    return Fusion.of(table, CalibrationSettings.DEFAULT, Goals.DEFAULT);
  }

  @Test
  void aFamilyThatSpeaksWithOneVoiceCountsLittleMoreThanOnce() {
    VoteTable table =
        new VoteTable(List.of(new Expert("a", "one", 0.9), new Expert("b", "one", 0.9)), 2);
    table.vote(0, 0, VoteLevel.REJECT);
    table.vote(1, 0, VoteLevel.REJECT);
    table.vote(1, 1, VoteLevel.REJECT);
    CalibrationSettings all = new CalibrationSettings(0.1, 20, 5, 1, 1);
    FusionModel model = new Calibrator(all).calibrate(table).model();
    assertThat(model.probabilityBad(table, 1))
        .isBetween(model.probabilityBad(table, 0) - 0.05, model.probabilityBad(table, 0) + 0.05);
  }

  @Test
  void goalsThatCannotBeMetAreSaidToBeMissed() {
    VoteTable table = new VoteTable(List.of(new Expert("weak", "a", 0.6)), 1000);
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 1000; i++) {
      boolean bad = random.nextDouble() < 0.3;
      table.vote(i, 0, bad == random.nextDouble() < 0.7 ? VoteLevel.REJECT : VoteLevel.KEEP);
      if (i < 15) {
        table.person(i, bad);
      }
    }
    Funnel funnel = fuse2(table).funnel();
    assertThat(funnel.askedShare()).isLessThanOrEqualTo(0.02);
    assertThat(funnel.meets(Goals.DEFAULT)).isFalse();
  }

  @Test
  void attributesVoteAgainstAnotherSexOrAge() {
    double[] female = {0.9, 0.95, 0.8, 0.99, 0.1, 0.9, Double.NaN};
    double[] age = {30, 33, 28, 31, 30, 70, Double.NaN};
    assertThat(AttributeExpert.usual().votes(female, age))
        .containsExactly(
            VoteLevel.KEEP,
            VoteLevel.KEEP,
            VoteLevel.KEEP,
            VoteLevel.KEEP,
            VoteLevel.REJECT,
            VoteLevel.REJECT,
            null);
    assertThat(AttributeExpert.usual().votes(new double[] {0, 1}, new double[] {3, 80}))
        .containsOnlyNulls();
  }

  @Test
  void similarityIsCutIntoSteps() {
    assertThat(VoteLevel.ofSimilarity(0.7, 0.2, 0.4)).isEqualTo(VoteLevel.KEEP_SURE);
    assertThat(VoteLevel.ofSimilarity(0.45, 0.2, 0.4)).isEqualTo(VoteLevel.KEEP);
    assertThat(VoteLevel.ofSimilarity(0.3, 0.2, 0.4)).isEqualTo(VoteLevel.UNSURE);
    assertThat(VoteLevel.ofSimilarity(0.1, 0.2, 0.4)).isEqualTo(VoteLevel.REJECT);
    assertThat(VoteLevel.ofSimilarity(-0.1, 0.2, 0.4)).isEqualTo(VoteLevel.REJECT_SURE);
  }
}
