package org.facewright.training.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The order of every epoch, a function of table, plan, seed and epoch alone: a run can go on in
 * mid-epoch, and two runs with one seed see the same pictures. Immutable, safe for all threads.
 */
public final class CurriculumSampler {
  private final SampleTable table;
  private final List<Stage> stages;
  private final Pacing pacing;
  private final long seed;
  private final double[] ranks;

  /**
   * @param stages one of them must start at epoch 0
   */
  public CurriculumSampler(SampleTable table, List<Stage> stages, Pacing pacing, long seed) {
    this.table = table;
    this.stages = stages.stream().sorted(Comparator.comparingInt(Stage::startEpoch)).toList();
    this.pacing = pacing;
    this.seed = seed;
    ranks = table.ranks();
    if (this.stages.isEmpty() || this.stages.getFirst().startEpoch() != 0) {
      throw new IllegalArgumentException("A curriculum needs a stage that starts at epoch 0.");
    }
  }

  public SampleTable table() {
    return table;
  }

  /** The number, from 0, of the stage that an epoch belongs to. */
  public int stage(int epoch) {
    int stage = 0;
    while (stage + 1 < stages.size() && stages.get(stage + 1).startEpoch() <= epoch) {
      stage++;
    }
    return stage;
  }

  /**
   * The pictures of an epoch in order.
   *
   * @throws IllegalArgumentException when the stage leaves none
   */
  public int[] epoch(int epoch) {
    Stage stage = stages.get(stage(epoch));
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + epoch);
    Map<Integer, int[]> bySource = eligible(stage, pacing.share(epoch));
    int[] order = stage.mix().isEmpty() ? everything(bySource) : mixed(stage, bySource, random);
    if (order.length == 0) {
      throw new IllegalArgumentException(
          "Stage "
              + (stage(epoch) + 1)
              + " of the curriculum leaves no pictures in epoch "
              + (epoch + 1)
              + ". Widen its difficulty range or its sources.");
    }
    shuffle(order, random);
    return stage.sourcesInOrder() ? inOrder(order) : order;
  }

  private Map<Integer, int[]> eligible(Stage stage, double share) {
    double top =
        Math.min(stage.hardest(), stage.easiest() + (stage.hardest() - stage.easiest()) * share);
    Map<Integer, List<Integer>> found = new TreeMap<>();
    for (int i = 0; i < table.size(); i++) {
      if (ranks[i] >= stage.easiest() && ranks[i] <= top) {
        found.computeIfAbsent(table.sources()[i], _ -> new ArrayList<>()).add(i);
      }
    }
    Map<Integer, int[]> arrays = new TreeMap<>();
    found.forEach((source, items) -> arrays.put(source, items.stream().mapToInt(i -> i).toArray()));
    return arrays;
  }

  private static int[] everything(Map<Integer, int[]> bySource) {
    return bySource.values().stream().flatMapToInt(Arrays::stream).toArray();
  }

  /**
   * As many pictures as are eligible, each source by its weight, repeated only when it runs out.
   */
  private static int[] mixed(Stage stage, Map<Integer, int[]> bySource, SplittableRandom random) {
    List<Integer> sources =
        bySource.keySet().stream().filter(s -> stage.mix().getOrDefault(s, 0.0) > 0).toList();
    double weights = sources.stream().mapToDouble(s -> stage.mix().getOrDefault(s, 0.0)).sum();
    int total = sources.stream().mapToInt(s -> items(bySource, s).length).sum();
    int[] order = new int[total];
    int filled = 0;
    double owed = 0;
    for (int source : sources) {
      owed += total * stage.mix().getOrDefault(source, 0.0) / weights;
      int[] items = items(bySource, source).clone();
      for (int i = 0; filled < Math.round(owed) && filled < total; i++) {
        if (i % items.length == 0) {
          shuffle(items, random);
        }
        order[filled++] = items[i % items.length];
      }
    }
    return Arrays.copyOf(order, filled);
  }

  private static int[] items(Map<Integer, int[]> bySource, int source) {
    return bySource.getOrDefault(source, new int[0]);
  }

  private int[] inOrder(int[] order) {
    return IntStream.of(order)
        .boxed()
        .sorted(Comparator.comparingInt((Integer i) -> table.sources()[i]).reversed())
        .mapToInt(i -> i)
        .toArray();
  }

  private static void shuffle(int[] items, SplittableRandom random) {
    for (int i = items.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int held = items[i];
      items[i] = items[other];
      items[other] = held;
    }
  }
}
