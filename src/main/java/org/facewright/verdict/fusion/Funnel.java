package org.facewright.verdict.fusion;

import java.util.EnumMap;
import java.util.Map;

/**
 * What came of all images. The expectations are by the model's probabilities; {@link #meets} says
 * whether they reach the goals, also when people had to be asked about too much.
 *
 * @param images by what became of them
 * @param expectedRecall of the images that do not belong, those asked about counted as found
 * @param expectedLost of the good images
 */
public record Funnel(Map<Ruled, Integer> images, double expectedRecall, double expectedLost) {
  public Funnel {
    images = Map.copyOf(images);
  }

  public int count(Ruled ruled) {
    return images.getOrDefault(ruled, 0);
  }

  public int total() {
    return images.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The share of images that people have seen or are to see. */
  public double askedShare() {
    int people = count(Ruled.ASK) + count(Ruled.PERSON_KEPT) + count(Ruled.PERSON_REJECTED);
    return total() == 0 ? 0 : (double) people / total();
  }

  public boolean meets(Goals goals) {
    return expectedRecall >= goals.recall()
        && expectedLost <= goals.lost()
        && askedShare() <= goals.asked();
  }

  static Funnel of(VoteTable table, Fusion fusion) {
    Map<Ruled, Integer> counts = new EnumMap<>(Ruled.class);
    double bad = 0;
    double missed = 0;
    double lost = 0;
    for (int image = 0; image < table.images(); image++) {
      Ruled ruled = fusion.rule(image);
      counts.merge(ruled, 1, Integer::sum);
      double p = table.person(image) >= 0 ? table.person(image) : fusion.probabilityBad(image);
      bad += p;
      missed += ruled == Ruled.AUTO_KEEP ? p : 0;
      lost += ruled == Ruled.AUTO_REJECT ? 1 - p : 0;
    }
    double good = table.images() - bad;
    return new Funnel(counts, bad == 0 ? 1 : 1 - missed / bad, good == 0 ? 0 : lost / good);
  }
}
