package org.facewright.generation.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplersTest {
  @Test
  void aPersonDoesNotDependOnTheOthers() {
    Identity alone = new IdentitySampler(4).sample(17);
    IdentitySampler many = new IdentitySampler(4);
    IntStream.range(0, 17).forEach(many::sample);
    assertThat(Parameters.labels(many.sample(17))).isEqualTo(Parameters.labels(alone));
    assertThat(Parameters.labels(new IdentitySampler(5).sample(17)))
        .isNotEqualTo(Parameters.labels(alone));
  }

  @Test
  void everyNumberKeepsItsRange() {
    for (int i = 0; i < 300; i++) {
      Identity identity = new IdentitySampler(2).sample(i);
      inRange(identity);
      inRange(new ShotSampler(2).sample(identity, i, i % 20).shot());
    }
  }

  @Test
  void theStudioLeavesThePersonAndCalmsTheRest() {
    for (int i = 0; i < 300; i++) {
      Identity person = new IdentitySampler(2).sample(i);
      ShotSampler.Sitting everyday = new ShotSampler(2).sample(person, i, i % 20);
      ShotSampler.Sitting sitting = new ShotSampler(2, Occasion.STUDIO).sample(person, i, i % 20);
      Shot shot = sitting.shot();
      inRange(shot);
      assertThat(Math.abs(shot.pose().yaw())).isLessThanOrEqualTo(14);
      assertThat(shot.occluder().kind()).isEqualTo(OccluderKind.NONE);
      assertThat(shot.backdrop().kind()).isEqualTo(BackdropKind.STUDIO);
      assertThat(sitting.identity().headwear().kind())
          .isIn(HeadwearKind.NONE, HeadwearKind.HEADSCARF);
      assertThat(sitting.identity().glasses().kind()).isNotEqualTo(GlassesKind.SUNGLASSES);
      assertThat(sitting.identity().skin()).isEqualTo(everyday.identity().skin());
      assertThat(sitting.identity().hair()).isEqualTo(person.hair());
    }
  }

  private static void inRange(Record record) {
    for (Parameters.Slider slider : Parameters.sliders(record)) {
      assertThat(slider.value())
          .as(slider.name())
          .isBetween(slider.min() - 1e-6, slider.max() + 1e-6);
    }
  }

  @Test
  void everyStyleIsWorn() {
    Set<HairStyle> hair = EnumSet.noneOf(HairStyle.class);
    Set<GlassesKind> glasses = EnumSet.noneOf(GlassesKind.class);
    Set<HeadwearKind> hats = EnumSet.noneOf(HeadwearKind.class);
    Set<BackdropKind> backdrops = EnumSet.noneOf(BackdropKind.class);
    Set<OccluderKind> occluders = EnumSet.noneOf(OccluderKind.class);
    for (int i = 0; i < 1500; i++) {
      Identity identity = new IdentitySampler(1).sample(i);
      ShotSampler.Sitting sitting = new ShotSampler(1).sample(identity, i, 0);
      hair.add(identity.hair().style());
      glasses.add(sitting.identity().glasses().kind());
      hats.add(identity.headwear().kind());
      backdrops.add(sitting.shot().backdrop().kind());
      occluders.add(sitting.shot().occluder().kind());
    }
    assertThat(hair).containsExactlyInAnyOrder(HairStyle.values());
    assertThat(glasses).containsExactlyInAnyOrder(GlassesKind.values());
    assertThat(hats).containsExactlyInAnyOrder(HeadwearKind.values());
    assertThat(backdrops).containsExactlyInAnyOrder(BackdropKind.values());
    assertThat(occluders).containsExactlyInAnyOrder(OccluderKind.values());
  }

  @Test
  void slidersMoveOneNumberEach() {
    Identity identity = new IdentitySampler(1).sample(0);
    Identity moved = Parameters.with(identity, "shape.modes.3", 1.5);
    assertThat(moved.shape().modes()[3]).isEqualTo(1.5f);
    assertThat(identity.shape().modes()[3]).as("the first is untouched").isNotEqualTo(1.5f);
    assertThat(moved.skin()).isEqualTo(identity.skin());
    assertThat(Parameters.with(Shot.plain(), "camera.jpegQuality", 40).camera().jpegQuality())
        .isEqualTo(40);
    assertThatThrownBy(() -> Parameters.with(identity, "skin.melanin", 1.5))
        .hasMessageContaining("between 0.0 and 1.0");
    assertThatThrownBy(() -> Parameters.with(identity, "skin.plaid", 0.5))
        .hasMessageContaining("no parameter");
  }
}
