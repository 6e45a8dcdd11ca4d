package org.facewright.network.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.facewright.network.Dims;
import org.facewright.network.Network;
import org.junit.jupiter.api.Test;

class ArchitecturesTest {
  @Test
  void theSmallRecogniserIsSmall() {
    Network network = MobileFaceNet.standard().network();
    assertThat(network.outputs().getFirst().dims()).isEqualTo(Dims.of(Dims.BATCH, 512));
    assertThat(4 * network.size()).isLessThan(6_000_000);
  }

  @Test
  void theRecogniserForProcessorsIsSmallToo() {
    Network network = CompactNet.standard().network();
    assertThat(network.outputs().getFirst().dims()).isEqualTo(Dims.of(Dims.BATCH, 512));
    assertThat(4 * network.size()).isLessThan(6_000_000);
    assertThatThrownBy(() -> new CompactNet(20, 512, List.of(1, 1, 1)))
        .hasMessageContaining("multiple of 8");
  }

  @Test
  void everyPublishedDepthCanBeDescribed() {
    for (int depth : new int[] {18, 34, 50, 100, 152, 200}) {
      assertThat(IResNet.published(depth, true).network().outputs().getFirst().dims())
          .isEqualTo(Dims.of(Dims.BATCH, 512));
    }
    // 9 more blocks of 128 and 16 more of 256 channels than 50, each 18 c^2 + 7 c.
    assertThat(IResNet.published(100, false).network().size())
        .isEqualTo(43_590_848L + 9 * (18 * 128 * 128 + 7 * 128) + 16 * (18 * 256 * 256 + 7 * 256));
    assertThatThrownBy(() -> IResNet.published(51, false)).hasMessageContaining("no iresnet51");
  }

  @Test
  void theBaseGeneratorHasItsPublishedSize() {
    long size = Vec2FaceGenerator.base(0.1).network().size();
    assertThat(size / 1_000_000).isBetween(170L, 180L);
    assertThat(Vec2FaceGenerator.huge(0.1).network().size()).isGreaterThan(700_000_000L);
  }
}
