package org.facewright.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.facewright.network.Precision;
import org.facewright.network.optimiser.Optimiser;
import org.facewright.network.optimiser.Schedule;
import org.facewright.training.head.Head;
import org.facewright.training.head.Heads;
import org.facewright.training.sampler.Pacing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsJsonTest {
  private static final TrainingSettings BASE = TrainingSettings.laptop();

  @Test
  void presetsAndEveryKindOfPartComeBackAsTheyWere() {
    for (String name : TrainingSettings.presets()) {
      TrainingSettings preset = TrainingSettings.preset(name);
      assertThat(SettingsJson.read(SettingsJson.write(preset), BASE)).isEqualTo(preset);
    }
    for (String head : Heads.names()) {
      TrainingSettings told =
          SettingsJson.read("{\"head\": {\"kind\": \"" + head + "\"}}", TrainingSettings.paper());
      assertThat(told.head()).isEqualTo(Heads.named(head));
      assertThat(SettingsJson.read(SettingsJson.write(told), BASE)).isEqualTo(told);
    }
  }

  @Test
  void thePaperPresetIsThePublishedRecipe() {
    TrainingSettings paper = TrainingSettings.paper();
    assertThat(paper.architecture()).isEqualTo("iresnet50-se");
    assertThat(paper.head()).isEqualTo(new Head.ArcFace(64, 0.5));
    assertThat(paper.optimiser()).isEqualTo(new Optimiser.Sgd(0.9, false, 5e-4, true));
    assertThat(paper.epochs()).isEqualTo(26);
    assertThat(paper.batch()).isEqualTo(128);
    long[] firstSteps = new long[27];
    for (int epoch = 0; epoch <= 26; epoch++) {
      firstSteps[epoch] = 10L * epoch;
    }
    Schedule schedule = paper.learningRate().toSchedule(firstSteps);
    assertThat(schedule.rate(119)).isEqualTo(0.1);
    assertThat(schedule.rate(120)).isEqualTo(0.1 * 0.1);
    assertThat(schedule.rate(200)).isEqualTo(0.1 * Math.pow(0.1, 2));
    assertThat(schedule.rate(259)).isEqualTo(0.1 * Math.pow(0.1, 3));
  }

  @Test
  void aFileSaysOnlyWhatDiffers() {
    TrainingSettings told =
        SettingsJson.read(
            """
            {"precision": "bf16", "head": {"margin": 0.2},
             "augmentation": {"blur": 0.5},
             "optimiser": {"kind": "adamw", "weightDecay": 0.1},
             "learningRate": {"warmUpEpochs": 2.5, "course": {"kind": "poly", "power": 1}},
             "curriculum": {"pacing": {"kind": "root", "start": 0.3, "epochs": 5},
               "stages": [
                 {"fromEpoch": 1, "mix": {"synthetic": 1}, "easiest": 0, "hardest": 0.5,
                  "lastSourceFirst": false},
                 {"fromEpoch": 4, "mix": {}, "easiest": 0, "hardest": 1,
                  "lastSourceFirst": false}]}}""",
            BASE);
    assertThat(told.precision()).isEqualTo(Precision.BF16);
    assertThat(told.head()).isEqualTo(new Head.ArcFace(32, 0.2));
    assertThat(told.augmentation().blur()).isEqualTo(0.5);
    assertThat(told.augmentation().flip()).isEqualTo(BASE.augmentation().flip());
    assertThat(told.optimiser()).isEqualTo(new Optimiser.AdamW(0.9, 0.999, 1e-8, 0.1, false));
    assertThat(told.learningRate().base()).isEqualTo(BASE.learningRate().base());
    assertThat(told.learningRate().course()).isEqualTo(new LearningRate.Poly(1));
    assertThat(told.curriculum().pacing()).isEqualTo(new Pacing.Root(0.3, 5));
    assertThat(told.curriculum().stages().getFirst().mix()).isEqualTo(Map.of("synthetic", 1.0));
    assertThat(told.batch()).isEqualTo(BASE.batch());
  }

  @Test
  void anOlderFileMeansOneDevice() {
    String told = SettingsJson.write(BASE);
    String older = told.replaceFirst("\\s*\"devices\" : 1,", "");
    assertThat(older).isNotEqualTo(told);
    assertThat(SettingsJson.read(older, BASE).devices()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"epoch\": 3}",
        "{\"head\": {\"kind\": \"arcface\", \"margn\": 0.1}}",
        "{\"head\": {\"kind\": \"nonsense\"}}",
        "{\"batch\": 1}",
        "{\"batch\": \"many\"}",
        "{\"devices\": 0}",
        "{\"devices\": 17}",
        "{\"heldOut\": 0.9}",
        "{\"learningRate\": {\"base\": 0}}",
        "{\"augmentation\": {\"flip\": 2}}",
        "{\"optimiser\": {\"momentum\": 1.5}}",
        "{\"curriculum\": {\"stages\": []}}",
        "{\"architecture\": \"resnet7\"}",
        "[]",
        "{\"epochs\": 3"
      })
  void aWrongSettingIsRefused(String text) {
    assertThatThrownBy(() -> SettingsJson.read(text, BASE))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotBlank();
  }

  @Test
  void aSourceThatTheSetLacksIsNamed() throws Exception {
    Curriculum mixing =
        new Curriculum(
            List.of(new Curriculum.Stage(1, Map.of("rendered", 1.0), 0, 1, false)),
            new Pacing.Everything());
    var builder = new org.facewright.training.set.SetBuilder();
    builder.add("a", "clean", "a/1");
    builder.add("b", "clean", "b/1");
    var set =
        builder.build("set", number -> new org.facewright.image.PlanarImage(1, 1, new byte[3]));
    assertThatThrownBy(() -> mixing.over(set, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'rendered'")
        .hasMessageContaining("clean");
  }

  @ParameterizedTest
  @CsvSource({"flat,0.2", "step,0.2", "poly,0.05", "cosine,0.1"})
  void coursesFollowTheirFormulas(String kind, double halfway) {
    TrainingSettings told =
        SettingsJson.read(
            """
            {"learningRate": {"base": 0.2, "warmUpEpochs": 0, "course": {"kind": "%s"}}}"""
                .formatted(kind),
            BASE);
    Schedule schedule = told.learningRate().toSchedule(new long[] {0, 50, 100});
    assertThat(schedule.rate(50)).isCloseTo(halfway, org.assertj.core.data.Offset.offset(1e-12));
  }

  @Test
  void warmUpMayBePartOfAnEpoch() {
    LearningRate rate = new LearningRate(1, 1.5, new LearningRate.Flat());
    Schedule schedule = rate.toSchedule(new long[] {0, 10, 30, 60});
    assertThat(schedule.warmUpSteps()).isEqualTo(20);
    assertThat(schedule.rate(9)).isEqualTo(0.5);
    assertThat(schedule.rate(20)).isEqualTo(1);
  }
}
