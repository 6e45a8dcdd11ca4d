package org.facewright.clustering;

import java.util.BitSet;
import org.facewright.project.ImageState;

/** Turns chances into states and reasons. Thread-safe for different identities. */
record EvidenceJudge(Weighed weighed, DefaultPolicy policy) implements IdentityJudge {
  private static final BitSet NONE = new BitSet();

  @Override
  public void judge(int identity, CleaningOutcome outcome) {
    NeighbourGraph graph = weighed.graph();
    Evidence evidence = weighed.evidence();
    int first = graph.layout().first(identity);
    BitSet rivalImages = weighed.contested().getOrDefault(identity, NONE);
    boolean open = !rivalImages.isEmpty() && !weighed.rivals().anchored(identity);
    Repulsion repulsion =
        new Repulsion(graph, identity, rejected(identity), weighed.rivals().link());
    double level = evidence.level(identity);
    double needed = weighed.model().scoreAtRisk(level, evidence.noise[identity], policy.missRisk());
    Foregone foregone = new Foregone(graph, weighed.constraints());
    for (int i = 0; i < graph.layout().size(identity); i++) {
      int image = first + i;
      boolean rival = rivalImages.get(i);
      boolean besieged = open && evidence.weight[image] >= .5f;
      int position = i;
      outcome.set(
          image,
          foregone
              .judgement(identity, image, evidence.similarity[image])
              .orElseGet(
                  () -> {
                    boolean like = repulsion.repels(position, evidence.similarity[image]);
                    return judge(identity, image, needed, rival || besieged, like);
                  }));
    }
  }

  private Judgement judge(
      int identity, int image, double needed, boolean contested, boolean repelled) {
    Evidence evidence = weighed.evidence();
    float chance = evidence.chance[image];
    float similarity = evidence.similarity[image];
    float threshold =
        (float)
            (needed * ScoreModel.reliability(evidence.others[image], evidence.likeness[identity]));
    if (contested) {
      return new Judgement(ImageState.AMBIGUOUS, Reason.CONTESTED, similarity, threshold, chance);
    }
    if (Float.isNaN(similarity)) {
      return alone(identity, image, chance);
    }
    ImageState state = state(chance);
    Reason reason =
        switch (state) {
          case KEPT -> Reason.OWN_PERSON;
          case REJECTED ->
              weighed.elsewhere().containsKey(image) ? Reason.OTHER_IDENTITY : Reason.SOMEBODY_ELSE;
          default ->
              weighed.elsewhere().containsKey(image) ? Reason.OTHER_IDENTITY : Reason.DOUBTFUL;
        };
    if (repelled && state == ImageState.KEPT) {
      state = ImageState.AMBIGUOUS;
      reason = Reason.LIKE_REJECTED;
    }
    return new Judgement(state, reason, similarity, threshold, chance);
  }

  private ImageState state(float chance) {
    if (1 - chance <= policy.missRisk()) {
      return ImageState.KEPT;
    }
    return chance <= policy.loseRisk() ? ImageState.REJECTED : ImageState.AMBIGUOUS;
  }

  /** Nothing in the identity to compare the image with. */
  private Judgement alone(int identity, int image, float chance) {
    NeighbourGraph graph = weighed.graph();
    int first = graph.layout().first(identity);
    int size = graph.layout().size(identity);
    int present = size - graph.withoutEmbedding(first, first + size);
    if (weighed.elsewhere().containsKey(image)) {
      return new Judgement(state(chance), Reason.OTHER_IDENTITY, Float.NaN, Float.NaN, chance);
    }
    if (present == 1) {
      // Nobody could tell more from one image: asking would not help.
      return new Judgement(ImageState.KEPT, Reason.ONLY_IMAGE, Float.NaN, Float.NaN, chance);
    }
    // Of two somebody may pick the right one; of more, an identity without a person is left.
    ImageState state = present == 2 ? ImageState.AMBIGUOUS : ImageState.REJECTED;
    Reason reason =
        weighed.elsewhere().containsKey(image) ? Reason.OTHER_IDENTITY : Reason.NO_TWO_ALIKE;
    return new Judgement(state, reason, Float.NaN, Float.NaN, chance);
  }

  private BitSet rejected(int identity) {
    IdentityLayout layout = weighed.graph().layout();
    int first = layout.first(identity);
    if (!weighed.constraints().anyRejected(first, first + layout.size(identity))) {
      return NONE;
    }
    BitSet rejected = new BitSet();
    for (int i = 0; i < layout.size(identity); i++) {
      boolean there = weighed.graph().hasEmbedding(first + i);
      rejected.set(i, there && weighed.constraints().rejected(first + i));
    }
    return rejected;
  }
}
