package org.facewright.generation.prompt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Plans people so that they cover the axes, instead of hoping that draws do: a Latin hypercube over
 * quotas (McKay et al., 1979). Along every axis each value gets its exact share of places; the axes
 * are shuffled independently; then places are exchanged until no rule is broken.
 */
public final class CoveragePlan {
  private static final long SEED_BITS = 0xffffffffL;

  private final PromptSpace space;

  public CoveragePlan(PromptSpace space) {
    this.space = space;
  }

  /**
   * Plans.
   *
   * @param count people, 1..10,000,000
   * @param seed of the shuffles and of the pictures' seeds; the same gives the same plan
   * @throws PromptException where the rules leave no way
   */
  public List<Description> plan(int count, long seed) throws PromptException {
    if (count < 1 || count > 10_000_000) {
      throw new IllegalArgumentException("a plan has 1 to 10000000 people, not " + count);
    }
    SplittableRandom random = new SplittableRandom(seed);
    List<PromptAxis> axes = space.axes();
    int[][] columns = new int[axes.size()][];
    for (int a = 0; a < columns.length; a++) {
      columns[a] = shuffledQuota(axes.get(a), count, random.split());
    }
    new RuleRepair(space, columns, random.split()).repair();
    SplittableRandom seeds = random.split();
    PromptTemplate template = new PromptTemplate(space.template());
    List<Description> plan = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Map<String, String> choices = new LinkedHashMap<>();
      for (int a = 0; a < columns.length; a++) {
        choices.put(axes.get(a).name(), axes.get(a).values().get(columns[a][i]).name());
      }
      plan.add(
          new Description(
              i,
              choices,
              space.prompt(template, choices),
              space.negative(),
              seeds.nextLong() & SEED_BITS));
    }
    return plan;
  }

  private static int[] shuffledQuota(PromptAxis axis, int count, SplittableRandom random) {
    int[] places = Quotas.of(axis, count);
    int[] column = new int[count];
    int at = 0;
    for (int value = 0; value < places.length; value++) {
      for (int i = 0; i < places[value]; i++) {
        column[at++] = value;
      }
    }
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = column[i];
      column[i] = column[other];
      column[other] = kept;
    }
    return column;
  }
}
