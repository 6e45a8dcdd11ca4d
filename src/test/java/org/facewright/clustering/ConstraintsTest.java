package org.facewright.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facewright.project.ImageState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConstraintsTest {
  private static final CleaningPolicy FIXED = new FixedPolicy(.4, 2, 0);
  private static final CleaningPolicy DEFAULT = DefaultPolicy.standard();

  static Stream<CleaningPolicy> policies() {
    return Stream.of(DEFAULT, FIXED, PaperPolicy.published(), GreedyPolicy.published());
  }

  static Stream<CleaningPolicy> steerable() {
    return Stream.of(DEFAULT, FIXED);
  }

  private static Constraints kept(int... images) {
    return new Constraints(set(images), new BitSet());
  }

  private static Constraints rejected(int... images) {
    return new Constraints(new BitSet(), set(images));
  }

  private static BitSet set(int... images) {
    BitSet set = new BitSet();
    IntStream.of(images).forEach(set::set);
    return set;
  }

  @ParameterizedTest
  @MethodSource("policies")
  void decidedImagesEndAsDecided(CleaningPolicy policy) {
    PlantedPeople people = new PlantedPeople(64, 1);
    people.noisyIdentities(30, 1, 12, .3);
    people.identity().unreadable(3);
    Random random = new Random(2);
    BitSet keep = new BitSet();
    BitSet reject = new BitSet();
    for (int image = 0; image < people.images(); image++) {
      switch (random.nextInt(4)) {
        case 0 -> keep.set(image);
        case 1 -> reject.set(image);
        default -> {}
      }
    }
    CleaningOutcome outcome = people.clean(policy, new Constraints(keep, reject));
    for (int image = 0; image < people.images(); image++) {
      if (keep.get(image)) {
        assertThat(outcome.state(image)).isEqualTo(ImageState.KEPT);
        assertThat(outcome.reason(image)).isEqualTo(Reason.KEPT_BY_PERSON);
      } else if (reject.get(image)) {
        assertThat(outcome.state(image)).isEqualTo(ImageState.REJECTED);
        assertThat(outcome.reasonText(image)).isEqualTo("rejected by a person");
      }
    }
  }

  /** Twenty other identities, then one of 13 images of a person and 12 of another. */
  private static PlantedPeople twoPeople() {
    PlantedPeople people = new PlantedPeople(128, 3);
    people.noisyIdentities(20, 10, 10, .1);
    people.identity().images(people.person(), 13, false).images(people.person(), 12, false);
    return people;
  }

  private static ImageState[] states(CleaningOutcome outcome, int from, int to) {
    return IntStream.range(from, to).mapToObj(outcome::state).toArray(ImageState[]::new);
  }

  @ParameterizedTest
  @MethodSource("steerable")
  void aKeptImageAnchorsItsGroupAndTheLargerOneIsAskedAbout(CleaningPolicy policy) {
    CleaningOutcome outcome = twoPeople().clean(policy, kept(215));
    assertThat(states(outcome, 213, 225)).containsOnly(ImageState.KEPT);
    assertThat(states(outcome, 200, 213)).containsOnly(ImageState.AMBIGUOUS);
  }

  @ParameterizedTest
  @MethodSource("steerable")
  void aKeptAndARejectedImageSettleWhoseIdentityItIs(CleaningPolicy policy) {
    Constraints both = new Constraints(set(215), set(200, 201));
    CleaningOutcome outcome = twoPeople().clean(policy, both);
    assertThat(states(outcome, 213, 225)).containsOnly(ImageState.KEPT);
    assertThat(states(outcome, 200, 213)).doesNotContain(ImageState.KEPT);
  }

  @Test
  void aRejectedImageOfTheMainPersonGivesTheIdentityToTheOther() {
    CleaningOutcome outcome = twoPeople().clean(DEFAULT, rejected(204));
    assertThat(states(outcome, 213, 225)).containsOnly(ImageState.KEPT);
    assertThat(states(outcome, 200, 213)).containsOnly(ImageState.REJECTED);
  }

  @Test
  void aRejectedImageOfTheSecondPersonSettlesIt() {
    CleaningOutcome outcome = twoPeople().clean(DEFAULT, rejected(220));
    assertThat(states(outcome, 200, 213)).containsOnly(ImageState.KEPT);
    assertThat(states(outcome, 213, 225)).containsOnly(ImageState.REJECTED);
  }

  /** Twenty other identities, then 15 images of a person and three of one who looks alike. */
  private static PlantedPeople sibling() {
    PlantedPeople people = new PlantedPeople(256, 5).likeness(.9, .02);
    people.noisyIdentities(20, 10, 10, .1);
    float[] own = people.person();
    float[] sibling = people.person();
    for (int i = 0; i < own.length; i++) {
      sibling[i] = .62f * own[i] + .78f * sibling[i];
    }
    return people.identity().images(own, 15, false).images(sibling, 3, true);
  }

  @ParameterizedTest
  @MethodSource("steerable")
  void aRejectedImageRepelsItsLookAlikes(CleaningPolicy policy) {
    PlantedPeople people = sibling();
    assertThat(states(people.clean(policy), 215, 218)).contains(ImageState.KEPT);
    CleaningOutcome outcome = people.clean(policy, rejected(216));
    assertThat(states(outcome, 215, 218)).doesNotContain(ImageState.KEPT);
    assertThat(states(outcome, 200, 215)).containsOnly(ImageState.KEPT);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void rejectingOneImageOfAPersonLeavesTheOthers(CleaningPolicy policy) {
    PlantedPeople people = new PlantedPeople(256, 6).likeness(.93, .01);
    people.noisyIdentities(20, 10, 10, .1);
    people.identity().images(people.person(), 15, false);
    CleaningOutcome outcome = people.clean(policy, rejected(203));
    assertThat(outcome.count(20, ImageState.REJECTED)).isLessThanOrEqualTo(2);
    assertThat(outcome.count(20, ImageState.KEPT)).isGreaterThanOrEqualTo(11);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void keepingAnOddImageCostsNobodyElse(CleaningPolicy policy) {
    PlantedPeople people = new PlantedPeople(256, 7);
    people.noisyIdentities(20, 10, 10, .1);
    people.identity().images(people.person(), 15, false).strangers(1);
    CleaningOutcome before = people.clean(policy);
    CleaningOutcome outcome = people.clean(policy, kept(215));
    int rejectedBefore = before.count(20, ImageState.REJECTED);
    assertThat(outcome.count(20, ImageState.REJECTED)).isLessThanOrEqualTo(rejectedBefore);
    assertThat(outcome.state(215)).isEqualTo(ImageState.KEPT);
  }

  @Test
  void anImageCannotBeBothKeptAndRejected() {
    assertThatThrownBy(() -> new Constraints(set(1, 2), set(2)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
