package org.facewright.generation.vec2face.growth;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.facewright.generation.vec2face.engine.Description;
import org.facewright.generation.vec2face.engine.GeneratorClient;
import org.facewright.generation.vec2face.engine.GrownSet;
import org.facewright.jobs.ItemFailure;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.Outcome;
import org.facewright.jobs.Work;
import org.facewright.project.Project;

/**
 * References of an order, one after another: the pictures of one are drawn while those of the one
 * before are taken into the project. A reference is in the project as a whole or not at all.
 */
final class GrowWork implements Work {
  /** References in a batch. */
  private static final int BATCH = 8;

  private final GrowOrder order;
  private final GeneratorClient client;
  private final List<Target> targets;
  private final BitSet settled = new BitSet();
  private final GrowthStore store;

  private GrowWork(
      GrowOrder order, GeneratorClient client, List<Target> targets, GrowthStore store) {
    this.order = order;
    this.client = client;
    this.targets = targets;
    this.store = store;
    Set<String> done = store.done();
    for (int i = 0; i < targets.size(); i++) {
      settled.set(i, done.contains(targets.get(i).name()));
    }
  }

  /**
   * Finds what is to be done.
   *
   * @param client owned from now on unless this fails
   */
  static GrowWork open(Project project, GrowOrder order, GeneratorClient client, JobControl control)
      throws JobException {
    Description generator = client.describe();
    List<Target> targets = new Targets(project, order, generator).all(client, control);
    return new GrowWork(order, client, targets, new GrowthStore(project, order, generator));
  }

  @Override
  public long total() {
    return targets.size();
  }

  @Override
  public long[] next(int max) {
    return settled.stream().count() >= targets.size()
        ? new long[0]
        : java.util.stream.IntStream.range(0, targets.size())
            .filter(i -> !settled.get(i))
            .limit(max)
            .asLongStream()
            .toArray();
  }

  @Override
  public int batchSize() {
    return BATCH;
  }

  @Override
  public Outcome run(long[] items, JobControl control) throws JobException {
    List<Long> ran = new ArrayList<>();
    List<ItemFailure> failures = new ArrayList<>();
    try (GrowthStore.Writing writing = store.writing()) {
      for (long item : items) {
        Target target = targets.get((int) item);
        GeneratorClient.Grown grown = draw(target, control);
        if (grown.set().stopped()) {
          break;
        }
        String problem = grown.set().problem();
        if (problem == null) {
          writing.add(target, grown);
          lacking(item, target, grown.set(), failures);
        } else {
          failures.add(new ItemFailure(item, target.name() + ": " + problem));
        }
        ran.add(item);
      }
    }
    ran.forEach(item -> settled.set(item.intValue()));
    return new Outcome(ran.stream().mapToLong(Long::longValue).toArray(), failures);
  }

  private GeneratorClient.Grown draw(Target target, JobControl control) throws JobException {
    float[] vector = target.vector();
    if (vector != null) {
      return client.variants(
          target.name(), vector, order.drawing(), control::stopping, control::log);
    }
    return client.variants(
        target.name(),
        java.util.Objects.requireNonNull(target.photo()),
        order.drawing(),
        control::stopping,
        control::log);
  }

  private void lacking(long item, Target target, GrownSet set, List<ItemFailure> failures) {
    if (set.missing() > 0) {
      failures.add(
          new ItemFailure(
              item,
              "%s: %d of %d variants; %d tries were not similar enough, %d repeated another one"
                  .formatted(
                      target.name(),
                      set.pictures().size(),
                      order.drawing().count(),
                      set.unlike(),
                      set.duplicates())));
    }
  }

  @Override
  public void setAside(long item, String reason) {
    settled.set((int) item);
  }

  @Override
  public String finish(JobControl control) {
    return store.finish(targets.size());
  }

  @Override
  public void close() {
    client.close();
  }
}
