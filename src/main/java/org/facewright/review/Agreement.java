package org.facewright.review;

import java.util.EnumMap;
import java.util.Map;

/**
 * How far two judges agree on the items both judged.
 *
 * @param items both judged
 * @param agreed the same
 * @param observed share of agreement, NaN without items
 * @param kappa Cohen's kappa (Educational and Psychological Measurement 20, 1960): agreement beyond
 *     chance, 1 for complete, 0 for chance; NaN without items, or if both only ever gave one and
 *     the same answer, for then nothing can be said
 */
public record Agreement(int items, int agreed, double observed, double kappa) {

  /** Over the items that both maps have. */
  public static <K> Agreement between(Map<K, Answer> one, Map<K, Answer> other) {
    int items = 0;
    int agreed = 0;
    Map<Answer, Integer> first = new EnumMap<>(Answer.class);
    Map<Answer, Integer> second = new EnumMap<>(Answer.class);
    for (Map.Entry<K, Answer> entry : one.entrySet()) {
      Answer there = other.get(entry.getKey());
      if (there != null) {
        items++;
        agreed += there == entry.getValue() ? 1 : 0;
        first.merge(entry.getValue(), 1, Integer::sum);
        second.merge(there, 1, Integer::sum);
      }
    }
    double observed = (double) agreed / items;
    double chance = 0;
    for (Answer answer : Answer.values()) {
      chance +=
          (double) first.getOrDefault(answer, 0) / items * second.getOrDefault(answer, 0) / items;
    }
    double kappa = chance == 1 ? Double.NaN : (observed - chance) / (1 - chance);
    return new Agreement(items, agreed, observed, kappa);
  }
}
