package org.facewright.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.facewright.project.ImageState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {
  static Stream<CleaningPolicy> policies() {
    return Stream.of(
        new FixedPolicy(.4, 2, .05),
        new FixedPolicy(.55, 4, .2),
        new FixedPolicy(.5, 2, 0),
        new FixedPolicy(.99, 2, .05),
        PaperPolicy.published(),
        GreedyPolicy.published());
  }

  @ParameterizedTest
  @MethodSource("policies")
  void judgesAsTheWholeCleaningDoesAndItsDetailsAreTheSame(CleaningPolicy policy) {
    PlantedPeople people = new PlantedPeople(64, 3).likeness(.75, .12);
    people.noisyIdentities(40, 2, 25, .2);
    RowsSource source = people.source();
    Cleaner cleaner = new Cleaner(source, source.graph());
    BitSet kept = new BitSet();
    BitSet rejected = new BitSet();
    kept.set(3);
    rejected.set(40);
    rejected.set(200);
    for (Constraints constraints : List.of(Constraints.none(), new Constraints(kept, rejected))) {
      CleaningOutcome whole = cleaner.clean(policy, constraints, () -> false);
      CleaningOutcome draft = cleaner.draft(policy, constraints);
      for (int image = 0; image < people.images(); image++) {
        assertThat(draft.state(image)).isEqualTo(whole.state(image));
        assertThat(draft.reason(image)).isEqualTo(whole.reason(image));
      }
      for (int identity = 0; identity < source.identities(); identity++) {
        cleaner.detail(identity, draft, constraints);
      }
      for (int image = 0; image < people.images(); image++) {
        assertThat(draft.reasonText(image)).isEqualTo(whole.reasonText(image));
        assertThat(draft.similarity(image)).isEqualTo((Float) whole.similarity(image));
      }
    }
  }

  /** What a slider of risks shows is what a cleaning at that risk does. */
  @ParameterizedTest
  @ValueSource(doubles = {0, .001, .02, .2, .5})
  void weighedOnceIsJudgedAtAnyRisk(double risk) {
    PlantedPeople people = new PlantedPeople(64, 3).likeness(.6, .15);
    people.noisyIdentities(40, 2, 25, .2);
    RowsSource source = people.source();
    Cleaner cleaner = new Cleaner(source, source.graph());
    BitSet rejected = new BitSet();
    rejected.set(7);
    Constraints constraints = new Constraints(new BitSet(), rejected);
    Weighed weighed = cleaner.weigh(DefaultPolicy.standard(), constraints, () -> false);
    DefaultPolicy policy = DefaultPolicy.standard().withRisks(risk, risk);
    CleaningOutcome quick = weighed.outcome(policy);
    CleaningOutcome whole = cleaner.clean(policy, constraints, () -> false);
    for (int image = 0; image < people.images(); image++) {
      assertThat(quick.state(image)).isEqualTo(whole.state(image));
      assertThat(quick.reasonText(image)).isEqualTo(whole.reasonText(image));
      assertThat(quick.elsewhere(image)).isEqualTo(whole.elsewhere(image));
    }
    assertThat(quick.count(ImageState.AMBIGUOUS) == 0).isEqualTo(risk == .5);
  }
}
