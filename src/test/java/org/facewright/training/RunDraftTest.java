package org.facewright.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.facewright.network.Precision;
import org.facewright.training.data.Augmentation;
import org.facewright.training.head.Head;
import org.facewright.training.run.Curriculum;
import org.facewright.training.run.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDraftTest {
  private static RunDraft draft(String head, int epochs, RunOrder order, double heldOut) {
    return new RunDraft(
        "compact",
        head,
        epochs,
        8,
        0.05,
        Precision.BF16,
        true,
        false,
        true,
        true,
        false,
        order,
        heldOut);
  }

  @ParameterizedTest
  @ValueSource(strings = {"laptop", "paper"})
  void aPresetThatNobodyChangedStaysAsItIs(String name) {
    TrainingSettings preset = TrainingSettings.preset(name);
    assertThat(RunDraft.of(preset).over(preset)).isEqualTo(preset);
  }

  @Test
  void whatIsChosenTakesThePlaceOfThePresetAndTheRestStays() {
    TrainingSettings laptop = TrainingSettings.laptop();
    TrainingSettings own = draft("cosface", 9, RunOrder.SHUFFLED, 0.2).over(laptop);
    assertThat(own.head()).isEqualTo(new Head.CosFace());
    assertThat(own.learningRate().base()).isEqualTo(0.05);
    assertThat(own.learningRate().course()).isEqualTo(laptop.learningRate().course());
    assertThat(own.augmentation()).isEqualTo(new Augmentation(0.5, 0, 0.8, 0.2, 0.5, 0.5, 0, 0));
    assertThat(own.optimiser()).isEqualTo(laptop.optimiser());
  }

  @Test
  void stagesOpenMoreOfTheSetAndEndWithAllHoweverShortTheRun() {
    assertThat(RunOrder.STAGES.over(9).stages())
        .extracting(Curriculum.Stage::fromEpoch, Curriculum.Stage::hardest)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, 0.5),
            org.assertj.core.groups.Tuple.tuple(4, 0.8),
            org.assertj.core.groups.Tuple.tuple(7, 1.0));
    assertThat(RunOrder.STAGES.over(1).stages())
        .extracting(Curriculum.Stage::hardest)
        .containsExactly(1.0);
    assertThat(RunOrder.of(RunOrder.STAGES.over(9))).isEqualTo(RunOrder.STAGES);
  }

  @Test
  void whatCannotBeTrainedIsToldInASentence() {
    assertThatThrownBy(
            () -> draft("arcface", 3, RunOrder.SHUFFLED, 0.7).over(TrainingSettings.laptop()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("half of the identities");
  }
}
