package org.facewright.experiment;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks for.
 *
 * @param name of the experiment
 * @param training what differs from the usual settings of its runs, as JSON
 * @param sets verification sets; empty for the one that comes along
 * @param release what is learnt, {@code NAME} or {@code NAME-vN}; null for the project's pictures
 * @param model whose embeddings; null for the project's only ones
 */
public record ExperimentDraft(
    String name,
    Question question,
    List<Long> seeds,
    String training,
    List<Path> sets,
    @Nullable String release,
    @Nullable String model,
    int identities) {
  public ExperimentDraft {
    seeds = List.copyOf(seeds);
    sets = List.copyOf(sets);
  }
}
