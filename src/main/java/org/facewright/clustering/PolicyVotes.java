package org.facewright.clustering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.project.Vote;
import org.facewright.project.Voter;
import org.jspecify.annotations.Nullable;

/**
 * What clustering policies say of every image, kept as experts' votes. People's decisions do not
 * steer these votes: an expert that is told the answer cannot be measured by it.
 */
final class PolicyVotes {
  private static final float SURE = .999f;
  private static final Map<String, Double> BELIEF =
      Map.of("default", .97, "fixed", .95, "paper", .9);

  private final Project project;
  private final ProjectEmbeddings embeddings;
  private final Cleaner cleaner;

  PolicyVotes(Project project, ProjectEmbeddings embeddings, NeighbourGraph graph) {
    this.project = project;
    this.embeddings = embeddings;
    this.cleaner = new Cleaner(embeddings, graph);
  }

  /** Lets the chosen policy vote, and besides the two that any project has an opinion of. */
  void write(long run, CleanSettings chosen, BooleanSupplier cancelled) {
    Map<String, CleaningPolicy> policies = new LinkedHashMap<>();
    policies.put("default", DefaultPolicy.standard());
    policies.put("fixed", new FixedPolicy(.35, 2, 0));
    policies.put(chosen.policy(), chosen.toPolicy());
    policies.forEach((name, policy) -> vote(run, name, policy, chosen.model(), cancelled));
  }

  private void vote(
      long run, String name, CleaningPolicy policy, String model, BooleanSupplier cancelled) {
    CleaningOutcome outcome = cleaner.clean(policy, Constraints.none(), cancelled);
    Voter voter =
        new Voter(
            "clustering:" + name + ":" + model,
            "embedding:" + model,
            BELIEF.getOrDefault(name, .9),
            policy.toString(),
            false);
    List<Vote> votes = new ArrayList<>();
    for (int image = 0; image < embeddings.images(); image++) {
      Vote.Level level = level(outcome, image);
      if (level != null) {
        votes.add(vote(outcome, image, voter.name(), level));
      }
    }
    project.votes().replace(voter, run, votes);
  }

  private Vote vote(CleaningOutcome outcome, int image, String voter, Vote.Level level) {
    float chance = outcome.chance(image);
    float similarity = outcome.similarity(image);
    Float confidence = Float.isNaN(chance) ? null : Math.max(chance, 1 - chance);
    String reason =
        Float.isNaN(similarity)
            ? outcome.reasonText(image)
            : String.format(Locale.ROOT, "%.2f to the centre", similarity);
    return new Vote(embeddings.imageId(image), voter, level, confidence, reason);
  }

  /** No vote without an embedding: there was nothing to look at. */
  private Vote.@Nullable Level level(CleaningOutcome outcome, int image) {
    if (!embeddings.hasEmbedding(image)) {
      return null;
    }
    float chance = outcome.chance(image);
    ImageState state = outcome.state(image);
    return switch (state) {
      case KEPT -> chance >= SURE ? Vote.Level.KEEP_SURE : Vote.Level.KEEP;
      case REJECTED -> chance <= 1 - SURE ? Vote.Level.REJECT_SURE : Vote.Level.REJECT;
      case AMBIGUOUS -> Vote.Level.UNSURE;
      case UNJUDGED -> null;
    };
  }
}
