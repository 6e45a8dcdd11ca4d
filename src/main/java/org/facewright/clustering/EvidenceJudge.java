package org.facewright.clustering;

import java.util.BitSet;
import java.util.Map;
import org.facewright.project.ImageState;

/** Turns chances into states and reasons. Thread-safe for different identities. */
record EvidenceJudge(
    NeighbourGraph graph,
    DefaultPolicy policy,
    Constraints constraints,
    Evidence evidence,
    ScoreModel model,
    Rivals rivals,
    Map<Integer, Elsewhere> elsewhere)
    implements IdentityJudge {

  @Override
  public void judge(int identity, CleaningOutcome outcome) {
    int first = graph.layout().first(identity);
    boolean compared = graph.compared(identity);
    BitSet rivalImages = compared ? rivals.contesting(identity, elsewhere) : new BitSet();
    boolean open = !rivalImages.isEmpty() && !rivals.anchored(identity);
    Repulsion repulsion = new Repulsion(graph, identity, rejected(identity), rivals.link());
    double needed =
        model.scoreAtRisk(evidence.level(identity), evidence.noise[identity], policy.missRisk());
    Foregone foregone = new Foregone(graph, constraints);
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
              elsewhere.containsKey(image) ? Reason.OTHER_IDENTITY : Reason.SOMEBODY_ELSE;
          default -> elsewhere.containsKey(image) ? Reason.OTHER_IDENTITY : Reason.DOUBTFUL;
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
    int first = graph.layout().first(identity);
    int size = graph.layout().size(identity);
    int present = size - graph.withoutEmbedding(first, first + size);
    if (elsewhere.containsKey(image)) {
      return new Judgement(state(chance), Reason.OTHER_IDENTITY, Float.NaN, Float.NaN, chance);
    }
    if (present == 1) {
      // Nobody could tell more from one image: asking would not help.
      return new Judgement(ImageState.KEPT, Reason.ONLY_IMAGE, Float.NaN, Float.NaN, chance);
    }
    // Of two somebody may pick the right one; of more, an identity without a person is left.
    ImageState state = present == 2 ? ImageState.AMBIGUOUS : ImageState.REJECTED;
    Reason reason = elsewhere.containsKey(image) ? Reason.OTHER_IDENTITY : Reason.NO_TWO_ALIKE;
    return new Judgement(state, reason, Float.NaN, Float.NaN, chance);
  }

  private BitSet rejected(int identity) {
    int first = graph.layout().first(identity);
    BitSet rejected = new BitSet();
    for (int i = 0; i < graph.layout().size(identity); i++) {
      rejected.set(i, graph.hasEmbedding(first + i) && constraints.rejected(first + i));
    }
    return rejected;
  }
}
