package org.facewright.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.facewright.project.ImageState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultPolicyTest {
  private static final CleaningPolicy POLICY = DefaultPolicy.standard();

  private static ImageState[] states(CleaningOutcome outcome) {
    return IntStream.range(0, outcome.layout().images())
        .mapToObj(outcome::state)
        .toArray(ImageState[]::new);
  }

  /** Shares in per cent: found of the wrong, lost of the right, asked of all. */
  private record Share(double found, double lost, double asked) {
    static Share of(PlantedPeople people, CleaningOutcome outcome) {
      int[] counts = new int[4];
      for (int image = 0; image < people.images(); image++) {
        ImageState state = outcome.state(image);
        boolean wrong = people.wrong(image);
        counts[0] += wrong ? 1 : 0;
        counts[1] += wrong && state != ImageState.KEPT ? 1 : 0;
        counts[2] += !wrong && state == ImageState.REJECTED ? 1 : 0;
        counts[3] += state == ImageState.AMBIGUOUS ? 1 : 0;
      }
      int right = people.images() - counts[0];
      return new Share(
          counts[0] == 0 ? 100 : 100.0 * counts[1] / counts[0],
          100.0 * counts[2] / right,
          100.0 * counts[3] / people.images());
    }
  }

  @ParameterizedTest
  @CsvSource({
    // dimension, likeness, spread, noise, least and most images
    "512, .82, .07, .17, 20, 25",
    "512, .82, .07, 0,   20, 25",
    "512, .82, .07, .5,  20, 25",
    "128, .82, .07, .2,  20, 25",
    "128, .70, .07, .2,  40, 50",
    "512, .82, .07, .2,  5,  8",
    "64,  .90, .04, .3,  10, 30",
  })
  void findsPlantedNoiseAndLosesNextToNothing(
      int dimension, double likeness, double spread, double noise, int least, int most) {
    for (long seed = 1; seed <= 3; seed++) {
      PlantedPeople people = new PlantedPeople(dimension, seed).likeness(likeness, spread);
      people.noisyIdentities(60, least, most, noise);
      Share share = Share.of(people, people.clean(POLICY));
      assertThat(share.found()).as("found, seed " + seed).isGreaterThanOrEqualTo(99.5);
      assertThat(share.lost()).as("lost, seed " + seed).isLessThanOrEqualTo(.3);
      assertThat(share.asked()).as("asked, seed " + seed).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void findsTheWrongImagesOfGoldenClean() throws IOException {
    GoldenClean golden = GoldenClean.read();
    CleaningOutcome outcome =
        new Cleaner(golden.source(), golden.source().graph())
            .clean(POLICY, Constraints.none(), () -> false);
    int wrong = 0;
    int missed = 0;
    int lost = 0;
    for (int k = 0; k < golden.identities().size(); k++) {
      int[] people = GoldenClean.ints(golden.identities().get(k).get("source"));
      int[] counts = new int[Arrays.stream(people).max().orElse(0) + 1];
      Arrays.stream(people).forEach(person -> counts[person]++);
      int largest = Arrays.stream(counts).max().orElse(0);
      for (int i = 0; i < people.length; i++) {
        ImageState state = outcome.state(outcome.layout().first(k) + i);
        boolean isWrong = counts[people[i]] < largest;
        wrong += isWrong ? 1 : 0;
        missed += isWrong && state == ImageState.KEPT ? 1 : 0;
        lost += !isWrong && state == ImageState.REJECTED ? 1 : 0;
      }
    }
    // Three wrong rows are copies of their identity's; one identity holds nothing but noise (44).
    assertThat(wrong).isGreaterThan(1000);
    assertThat(missed).isLessThanOrEqualTo(4);
    assertThat(lost).isLessThanOrEqualTo(46);
  }

  @Test
  void anIdentityOfOnePersonLosesNobody() {
    for (int size : new int[] {2, 3, 5, 50}) {
      PlantedPeople people = new PlantedPeople(128, size);
      people.noisyIdentities(30, 10, 20, .2);
      people.identity().images(people.person(), size, false);
      assertThat(people.clean(POLICY).count(30, ImageState.KEPT)).isEqualTo(size);
    }
  }

  @Test
  void aProjectOfOneIdentityIsCleanedToo() {
    PlantedPeople people = new PlantedPeople(512, 7);
    people.identity().images(people.person(), 20, false).strangers(5);
    CleaningOutcome outcome = people.clean(POLICY);
    assertThat(outcome.count(ImageState.KEPT)).isEqualTo(20);
    assertThat(IntStream.range(20, 25).mapToObj(outcome::state)).doesNotContain(ImageState.KEPT);
  }

  @Test
  void twoPeopleInEqualPartsAreAskedAbout() {
    PlantedPeople people = new PlantedPeople(128, 8);
    people.noisyIdentities(20, 10, 20, .1);
    people.identity().images(people.person(), 12, false).images(people.person(), 12, false);
    people.identity().images(people.person(), 18, false).images(people.person(), 6, true);
    CleaningOutcome outcome = people.clean(POLICY);
    assertThat(outcome.count(20, ImageState.AMBIGUOUS)).isEqualTo(24);
    assertThat(outcome.reason(outcome.layout().first(20))).isEqualTo(Reason.CONTESTED);
    assertThat(outcome.count(21, ImageState.KEPT)).isEqualTo(18);
    assertThat(outcome.count(21, ImageState.REJECTED)).isEqualTo(6);
  }

  @Test
  void identitiesWithoutAPersonAreNotKept() {
    PlantedPeople people = new PlantedPeople(256, 9);
    people.noisyIdentities(20, 10, 20, .2);
    people.identity().strangers(12);
    people.identity().strangers(2);
    people.identity().strangers(1);
    people.identity();
    CleaningOutcome outcome = people.clean(POLICY);
    assertThat(outcome.count(20, ImageState.REJECTED)).isEqualTo(12);
    assertThat(outcome.reason(outcome.layout().first(20))).isEqualTo(Reason.NO_TWO_ALIKE);
    assertThat(outcome.count(21, ImageState.AMBIGUOUS)).isEqualTo(2);
    assertThat(outcome.count(22, ImageState.KEPT)).isEqualTo(1);
    assertThat(outcome.reason(outcome.layout().first(22))).isEqualTo(Reason.ONLY_IMAGE);
  }

  @Test
  void aProjectOfSingleImagesIsKept() {
    PlantedPeople people = new PlantedPeople(256, 10);
    for (int i = 0; i < 300; i++) {
      people.identity().images(people.person(), 1, false);
    }
    assertThat(people.clean(POLICY).count(ImageState.KEPT)).isEqualTo(300);
  }

  @Test
  void imagesWithoutAnEmbeddingAreAskedAboutAndDisturbNobody() {
    PlantedPeople people = new PlantedPeople(128, 11);
    people.noisyIdentities(20, 10, 20, .2);
    people.identity().unreadable(3).images(people.person(), 9, false);
    people.identity().unreadable(4);
    CleaningOutcome outcome = people.clean(POLICY);
    int first = outcome.layout().first(20);
    assertThat(outcome.reason(first)).isEqualTo(Reason.NO_EMBEDDING);
    assertThat(outcome.state(first)).isEqualTo(ImageState.AMBIGUOUS);
    assertThat(outcome.similarity(first)).isNaN();
    assertThat(outcome.count(20, ImageState.KEPT)).isEqualTo(9);
    assertThat(outcome.count(21, ImageState.AMBIGUOUS)).isEqualTo(4);
  }

  @Test
  void saysWhoseAnImageIsThatLooksLikeAnotherIdentity() {
    PlantedPeople people = new PlantedPeople(256, 12);
    List<float[]> known = people.noisyIdentities(60, 10, 12, .1);
    // The other person resembles the identity's own, so that its own centre alone leaves a doubt.
    float[] own = people.person();
    float[] other = known.get(4);
    for (int i = 0; i < own.length; i++) {
      own[i] = .3f * other[i] + .95f * own[i];
    }
    people.identity().images(own, 15, false).images(other, 1, true);
    CleaningOutcome outcome = people.clean(POLICY);
    int moved = outcome.layout().first(60) + 15;
    assertThat(outcome.state(moved)).as(outcome.reasonText(moved)).isEqualTo(ImageState.REJECTED);
    assertThat(outcome.reason(moved)).isEqualTo(Reason.OTHER_IDENTITY);
    assertThat(outcome.elsewhere(moved))
        .hasValueSatisfying(
            elsewhere -> {
              assertThat(elsewhere.identity()).isEqualTo(4);
              assertThat(elsewhere.similarity()).isGreaterThan(.6f);
            });
    assertThat(outcome.count(60, ImageState.KEPT)).isEqualTo(15);
  }

  @Test
  void onePersonUnderTwoIdentitiesIsKeptInBoth() {
    PlantedPeople people = new PlantedPeople(256, 13);
    people.noisyIdentities(20, 10, 20, .1);
    float[] twice = people.person();
    people.identity().images(twice, 12, false);
    people.identity().images(twice, 12, false);
    CleaningOutcome outcome = people.clean(POLICY);
    assertThat(outcome.count(20, ImageState.KEPT)).isEqualTo(12);
    assertThat(outcome.count(21, ImageState.KEPT)).isEqualTo(12);
  }

  @Test
  void lengthOfRowsAndRunsDoNotMatter() {
    PlantedPeople unit = new PlantedPeople(128, 14);
    unit.noisyIdentities(40, 5, 20, .3);
    PlantedPeople scaled = new PlantedPeople(128, 14).scale(20);
    scaled.noisyIdentities(40, 5, 20, .3);
    ImageState[] states = states(unit.clean(POLICY));
    assertThat(states(unit.clean(POLICY))).isEqualTo(states);
    assertThat(states(scaled.clean(POLICY))).isEqualTo(states);
  }

  @Test
  void lowerRisksAskMore() {
    PlantedPeople people = new PlantedPeople(64, 15).likeness(.6, .15);
    people.noisyIdentities(40, 8, 15, .3);
    int careful =
        people.clean(DefaultPolicy.standard().withRisks(.001, .001)).count(ImageState.AMBIGUOUS);
    int usual = people.clean(POLICY).count(ImageState.AMBIGUOUS);
    int bold = people.clean(DefaultPolicy.standard().withRisks(.5, .5)).count(ImageState.AMBIGUOUS);
    assertThat(careful).isGreaterThan(usual);
    assertThat(usual).isGreaterThan(bold);
  }

  @Test
  void everyImageHasAReasonWithItsFigures() {
    PlantedPeople people = new PlantedPeople(128, 16);
    people.noisyIdentities(20, 10, 20, .2);
    CleaningOutcome outcome = people.clean(POLICY);
    for (int image = 0; image < people.images(); image++) {
      assertThat(outcome.state(image)).isNotEqualTo(ImageState.UNJUDGED);
      assertThat(outcome.reasonText(image)).contains("chance of being right").doesNotContain("NaN");
      assertThat(outcome.chance(image)).isBetween(0f, 1f);
      if (outcome.state(image) == ImageState.KEPT) {
        assertThat(outcome.similarity(image)).isGreaterThan(outcome.threshold(image));
      }
    }
  }

  @Test
  void stopsWhenCancelled() {
    PlantedPeople people = new PlantedPeople(32, 17);
    people.noisyIdentities(20, 10, 20, .2);
    RowsSource source = people.source();
    Cleaner cleaner = new Cleaner(source, source.graph());
    for (CleaningPolicy policy : List.of(POLICY, PaperPolicy.published())) {
      assertThatThrownBy(() -> cleaner.clean(policy, Constraints.none(), () -> true))
          .isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void refusesSettingsWithoutAMeaning() {
    assertThatThrownBy(() -> DefaultPolicy.standard().withRisks(.7, .1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("missRisk");
    assertThatThrownBy(() -> new FixedPolicy(1.2, 2, 0)).hasMessageContaining("similarity");
    assertThatThrownBy(() -> new FixedPolicy(.4, 0, 0)).hasMessageContaining("minSamples");
    assertThatThrownBy(() -> new GreedyPolicy(Double.NaN)).hasMessageContaining("similarity");
    assertThatThrownBy(() -> new PaperPolicy(.6, .02, 10, .9, .3, .5, .8, 2))
        .hasMessageContaining("highest");
  }
}
