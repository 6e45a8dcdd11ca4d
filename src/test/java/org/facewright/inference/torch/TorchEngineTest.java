package org.facewright.inference.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.facewright.inference.Device;
import org.facewright.network.script.ScriptModule;
import org.junit.jupiter.api.Test;

class TorchEngineTest {
  @Test
  void worksOnTheProcessorUnlessACardAnswers() throws Exception {
    try (TorchEngine asked = new TorchEngine(Device.AUTO, 1);
        TorchEngine plain = new TorchEngine(1)) {
      assertThat(plain.device()).isEqualTo(Device.CPU);
      assumeTrue(asked.device() == Device.CPU, "PyTorch has a card here");
      assertThatThrownBy(() -> new TorchEngine(Device.CUDA, 1))
          .isInstanceOf(TorchException.class)
          .hasMessageContaining("cannot use an NVIDIA card");
    }
  }

  @Test
  void asManyReplicasAsAskedForShareTheProcessor() throws Exception {
    ScriptModule doubling = new ScriptModule();
    doubling.method("twice", List.of("x"), "List[Tensor]", List.of("return [torch.add(x, x)]"));
    try (TorchEngine engine = new TorchEngine(Device.CPU, 1, 3)) {
      assertThat(engine.devices()).isEqualTo(3);
      List<TorchModule> modules = engine.loadEverywhere(doubling);
      assertThat(engine.openModules()).isEqualTo(3);
      for (TorchModule module : modules) {
        HostTensor answer = module.call("twice", HostTensor.floats(new float[] {21}, 1)).getFirst();
        assertThat(((HostTensor.Floats) answer).values()).containsExactly(42);
        module.close();
      }
      assertThat(engine.openModules()).isZero();
    }
  }

  @Test
  void moreCardsThanThereAreAreRefusedWithBothNumbers() throws Exception {
    Cards.require(2, card -> card < 2);
    assertThatThrownBy(() -> Cards.require(4, card -> card < 2))
        .isInstanceOf(TorchException.class)
        .hasMessageContaining("asks for 4 cards")
        .hasMessageContaining("can use 2 here");
  }
}
