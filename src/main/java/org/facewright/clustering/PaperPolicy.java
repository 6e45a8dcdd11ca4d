package org.facewright.clustering;

/**
 * The published recipe (Hybrid Generative Fusion, arXiv 2508.10672): DBSCAN of which the threshold
 * moves until the largest cluster holds a given share of the identity. Never ambiguous. It loses
 * about a tenth of the good images, because a clean identity is squeezed until it breaks.
 *
 * @param start first similarity tried
 * @param step how far it moves a round
 * @param rounds how often it is tried at most
 * @param lowest least similarity it moves to when it has found a cluster
 * @param highest greatest similarity it moves to when it has found a cluster
 * @param leastShare share of the images below which it gets laxer
 * @param mostShare share of the images above which it gets stricter
 * @param minSamples neighbours, itself included, that make a core image
 */
public record PaperPolicy(
    double start,
    double step,
    int rounds,
    double lowest,
    double highest,
    double leastShare,
    double mostShare,
    int minSamples)
    implements CleaningPolicy {

  public PaperPolicy {
    Ranges.within("start", start, -1, 1);
    Ranges.within("step", step, .0001, 1);
    Ranges.within("rounds", rounds, 1, 1000);
    Ranges.within("lowest", lowest, -1, 1);
    Ranges.within("highest", highest, lowest, 1);
    Ranges.within("leastShare", leastShare, 0, 1);
    Ranges.within("mostShare", mostShare, leastShare, 1);
    Ranges.within("minSamples", minSamples, 1, 1000);
  }

  /** As published. */
  public static PaperPolicy published() {
    return new PaperPolicy(.6, .02, 10, .3, .9, .5, .8, 2);
  }

  @Override
  public String name() {
    return "paper";
  }
}
