package org.facewright.clustering;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.Project;
import org.jspecify.annotations.Nullable;

/**
 * A project made ready for trying rules: the neighbour graph, built once, and how its images stand.
 * Any thread.
 */
public final class TuningBench {
  private static final long SEED = 20250814;

  private final Project project;
  private final String model;
  private final NeighbourGraph graph;
  private final Standings now;
  private final SimilarityHistogram within;
  private @Nullable Weighed weighed;

  private TuningBench(
      Project project,
      String model,
      NeighbourGraph graph,
      Standings now,
      SimilarityHistogram within) {
    this.project = project;
    this.model = model;
    this.graph = graph;
    this.now = now;
    this.within = within;
  }

  /**
   * Compares all images within their identities, by the project's first model.
   *
   * @param progress told the share done, 0..1, from any thread
   * @param cancelled asked now and then
   * @return empty if nothing is embedded yet
   * @throws CancellationException if {@code cancelled} said so
   */
  public static Optional<TuningBench> prepare(
      Project project, DoubleConsumer progress, BooleanSupplier cancelled)
      throws IOException, GraphTooLargeException {
    Optional<EmbeddingSet> set = embeddings(project);
    if (set.isEmpty()) {
      return Optional.empty();
    }
    ProjectEmbeddings embeddings = ProjectEmbeddings.read(project, set.get());
    double all = Math.max(1, embeddings.identities());
    NeighbourGraph graph =
        new GraphBuilder(embeddings, SEED).build(done -> progress.accept(done / all), cancelled);
    return Optional.of(
        new TuningBench(
            project,
            set.get().model(),
            graph,
            Standings.read(project, embeddings),
            new PairStatistics(graph).within()));
  }

  private static Optional<EmbeddingSet> embeddings(Project project) throws IOException {
    for (String model : project.embeddingModels()) {
      Optional<EmbeddingSet> set = project.embeddings(model);
      if (set.isPresent() && set.get().size() > 0) {
        return set;
      }
    }
    return Optional.empty();
  }

  /**
   * The same with the states its images have now.
   *
   * @return empty if images were added, moved or embedded since: then the graph no longer holds
   */
  public Optional<TuningBench> reread() throws IOException {
    Optional<EmbeddingSet> set = project.embeddings(model);
    if (set.isEmpty()) {
      return Optional.empty();
    }
    ProjectEmbeddings fresh = ProjectEmbeddings.read(project, set.get());
    return fresh.sameImages(now.embeddings())
        ? Optional.of(
            new TuningBench(project, model, graph, Standings.read(project, fresh), within))
        : Optional.empty();
  }

  /**
   * What a tuning would change. Some tens of milliseconds for half a million images; the first one
   * by our rule weighs them all, which takes a second.
   */
  public Proposal propose(Tuning tuning) {
    Cleaner cleaner = new Cleaner(now.embeddings(), graph);
    Constraints constraints = now.constraints();
    CleaningOutcome outcome =
        tuning.policy() instanceof DefaultPolicy chances
            ? weighed(cleaner).outcome(chances)
            : cleaner.draft(tuning.policy(), constraints);
    return new Proposal(
        tuning, now, outcome, identity -> cleaner.detail(identity, outcome, constraints));
  }

  /** Every tuning of our rule is the standard one at another risk. */
  private synchronized Weighed weighed(Cleaner cleaner) {
    Weighed known = weighed;
    if (known == null) {
      known = cleaner.weigh(DefaultPolicy.standard(), now.constraints(), () -> false);
      weighed = known;
    }
    return known;
  }

  /** Whose embeddings are compared. */
  public String model() {
    return model;
  }

  public Standings now() {
    return now;
  }

  /** Similarities of all pairs within an identity. */
  public SimilarityHistogram within() {
    return within;
  }

  /** Similarities of sampled pairs across identities. */
  public SimilarityHistogram across() {
    return graph.strangers();
  }

  /** Images without an embedding: no rule can say anything about them. */
  public int withoutEmbedding() {
    return graph.withoutEmbedding();
  }
}
