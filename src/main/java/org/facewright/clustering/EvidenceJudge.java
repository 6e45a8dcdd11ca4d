package org.facewright.clustering;

import java.util.BitSet;
import java.util.Map;
import java.util.stream.IntStream;
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
    BitSet repelled = compared ? repelled(identity) : new BitSet();
    double needed =
        model.scoreAtRisk(evidence.level(identity), evidence.noise[identity], policy.missRisk());
    Foregone foregone = new Foregone(graph, constraints);
    for (int i = 0; i < graph.layout().size(identity); i++) {
      int image = first + i;
      boolean rival = rivalImages.get(i);
      boolean besieged = !rivalImages.isEmpty() && evidence.weight[image] >= .5f;
      boolean like = repelled.get(i);
      outcome.set(
          image,
          foregone
              .judgement(identity, image, evidence.similarity[image])
              .orElseGet(() -> judge(identity, image, needed, rival || besieged, like)));
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
          default -> Reason.DOUBTFUL;
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
    if (present == 1) {
      return new Judgement(state(chance), Reason.ONLY_IMAGE, Float.NaN, Float.NaN, chance);
    }
    // Of two somebody may pick the right one; of more, an identity without a person is left.
    ImageState state = present == 2 ? ImageState.AMBIGUOUS : ImageState.REJECTED;
    Reason reason = elsewhere.containsKey(image) ? Reason.OTHER_IDENTITY : Reason.NO_TWO_ALIKE;
    return new Judgement(state, reason, Float.NaN, Float.NaN, chance);
  }

  /** Images whose nearest look-alike in the identity is one that a person rejected. */
  private BitSet repelled(int identity) {
    int first = graph.layout().first(identity);
    int size = graph.layout().size(identity);
    BitSet repelled = new BitSet();
    if (!constraints.anyRejected(first, first + size)) {
      return repelled;
    }
    BitSet rejected = new BitSet();
    BitSet main = new BitSet();
    for (int i = 0; i < size; i++) {
      boolean there = graph.hasEmbedding(first + i);
      rejected.set(i, there && constraints.rejected(first + i));
      main.set(i, there && evidence.weight[first + i] >= .5f);
    }
    Repulsion repulsion = new Repulsion(graph, identity, main, rejected, rivals.link());
    IntStream.range(0, size)
        .filter(i -> graph.hasEmbedding(first + i) && repulsion.repels(i))
        .forEach(repelled::set);
    return repelled;
  }
}
