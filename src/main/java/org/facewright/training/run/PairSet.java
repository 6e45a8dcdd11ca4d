package org.facewright.training.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.facewright.training.data.PictureSource;
import org.facewright.training.set.TrainingSet;

/**
 * Pairs of pictures to verify with.
 *
 * @param pictures 2 a pair: numbers of the reader's pictures
 * @param same whether pair i shows one person
 */
@SuppressWarnings("ArrayRecordComponent")
public record PairSet(String name, int[] pictures, boolean[] same, PictureSource reader) {
  private static final int TRIES = 50;

  public PairSet {
    if (pictures.length != 2 * same.length) {
      throw new IllegalArgumentException(
          pictures.length + " pictures in " + same.length + " pairs");
    }
  }

  /**
   * Pairs of a set's identities: one person and two in turns, each kind so many times if there are
   * as many. The same seed gives the same pairs.
   */
  public static PairSet of(String name, TrainingSet set, int ofEachKind, long seed) {
    SplittableRandom random = new SplittableRandom(seed ^ 0x7061697273L);
    Map<Integer, List<Integer>> byIdentity = new HashMap<>();
    for (int i = 0; i < set.size(); i++) {
      byIdentity.computeIfAbsent(set.table().labels()[i], _ -> new ArrayList<>()).add(i);
    }
    List<List<Integer>> people = List.copyOf(byIdentity.values());
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < ofEachKind; i++) {
      List<Integer> one = severalOf(people, i, random);
      List<Integer> other = other(people, one, random);
      pairs.add(two(one, random));
      pairs.add(new int[] {any(one, random), any(other, random)});
    }
    boolean[] same = new boolean[pairs.size()];
    for (int i = 0; i < same.length; i += 2) {
      same[i] = true;
    }
    int[] pictures = pairs.stream().flatMapToInt(java.util.Arrays::stream).toArray();
    return new PairSet(name, pictures, same, set.reader());
  }

  /** Everybody in turn, but only people with two pictures. */
  private static List<Integer> severalOf(
      List<List<Integer>> people, int turn, SplittableRandom random) {
    List<Integer> one = people.get(turn % people.size());
    for (int i = 0; one.size() < 2 && i < TRIES; i++) {
      one = people.get(random.nextInt(people.size()));
    }
    if (one.size() < 2) {
      throw new IllegalArgumentException("Hardly anybody held out has two pictures.");
    }
    return one;
  }

  private static List<Integer> other(
      List<List<Integer>> people, List<Integer> one, SplittableRandom random) {
    List<Integer> other = one;
    while (other == one) {
      other = people.get(random.nextInt(people.size()));
    }
    return other;
  }

  private static int[] two(List<Integer> pictures, SplittableRandom random) {
    int first = random.nextInt(pictures.size());
    int second = (first + 1 + random.nextInt(pictures.size() - 1)) % pictures.size();
    return new int[] {pictures.get(first), pictures.get(second)};
  }

  private static int any(List<Integer> pictures, SplittableRandom random) {
    return pictures.get(random.nextInt(pictures.size()));
  }
}
