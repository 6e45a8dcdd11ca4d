package org.facewright.inference.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.facewright.inference.Device;
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
}
