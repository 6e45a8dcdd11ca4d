package org.facewright.training;

import java.util.List;
import org.facewright.inference.torch.HostTensor;
import org.facewright.inference.torch.TorchException;
import org.facewright.inference.torch.TorchModule;

/** How a step is carried out: on one device, or on several that share the batch. */
sealed interface Stepping permits Stepping.Alone, Replicas {
  TrainingStep step(StepInput input) throws TorchException;

  /** On one device: the step is one call. */
  record Alone(TorchModule module) implements Stepping {
    @Override
    public TrainingStep step(StepInput input) throws TorchException {
      List<HostTensor> answer = module.differentiate("step", input.whole());
      float[] numbers = ((HostTensor.Floats) answer.getFirst()).values();
      return new TrainingStep(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
  }
}
