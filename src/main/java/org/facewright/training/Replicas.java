package org.facewright.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.facewright.inference.torch.HostTensor;
import org.facewright.inference.torch.TorchException;
import org.facewright.inference.torch.TorchModule;
import org.jspecify.annotations.Nullable;

/**
 * Data parallel training (Li et al., PyTorch Distributed, VLDB 2020, without its overlapping):
 * every device holds the whole module and takes a share of the batch. The gradients are averaged in
 * Java's memory and all devices make the same step, which keeps the replicas equal. Batch norms see
 * their own share; after a step the running figures of the first replica are those of all, so that
 * a snapshot of the first is a snapshot of each. A step that is not finite changes no parameter of
 * any replica.
 *
 * @param gradients how many the script answers
 * @param sideBySide whether replicas work at the same time. On the processor they do not: they
 *     would share its cores, and dropout draws from one generator. Cards have one each, all seeded
 *     alike.
 */
record Replicas(List<TorchModule> modules, int gradients, boolean sideBySide) implements Stepping {
  /** The tensor of loss, share of hits and feature length comes before the gradients. */
  private static final int FIRST_GRADIENT = 1;

  @Override
  public TrainingStep step(StepInput input) throws TorchException {
    List<Share> shares = Share.cut(input.labels().length, modules.size());
    List<List<HostTensor>> answers =
        each(
            shares.size(),
            replica ->
                modules.get(replica).differentiate("gradients", input.of(shares.get(replica))));
    ShareMean mean = new ShareMean(shares);
    float[] figures = mean.of(answers, 0).values();
    List<HostTensor> changes = new ArrayList<>();
    changes.add(HostTensor.floats(new float[] {figures[0]}, 1));
    int running = FIRST_GRADIENT + gradients;
    IntStream.range(FIRST_GRADIENT, running).forEach(i -> changes.add(mean.of(answers, i)));
    List<HostTensor> first = answers.getFirst();
    changes.addAll(first.subList(running, first.size()));
    HostTensor[] told = input.apply(changes);
    List<List<HostTensor>> norms =
        each(modules.size(), replica -> modules.get(replica).call("apply", told));
    float norm = ((HostTensor.Floats) norms.getFirst().getFirst()).values()[0];
    return new TrainingStep(figures[0], norm, figures[1], figures[2]);
  }

  private interface Work {
    List<HostTensor> of(int replica) throws TorchException;
  }

  /** What a replica answered, or why it did not. */
  private record Outcome(List<HostTensor> answer, @Nullable TorchException failure) {
    static Outcome of(Work work, int replica) {
      try {
        return new Outcome(work.of(replica), null);
      } catch (TorchException e) {
        return new Outcome(List.of(), e);
      }
    }

    List<HostTensor> get() throws TorchException {
      if (failure != null) {
        throw failure;
      }
      return answer;
    }
  }

  private List<List<HostTensor>> each(int count, Work work) throws TorchException {
    IntStream replicas = IntStream.range(0, count);
    List<Outcome> outcomes =
        (sideBySide ? replicas.parallel() : replicas)
            .mapToObj(replica -> Outcome.of(work, replica))
            .toList();
    List<List<HostTensor>> answers = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      answers.add(outcome.get());
    }
    return answers;
  }
}
