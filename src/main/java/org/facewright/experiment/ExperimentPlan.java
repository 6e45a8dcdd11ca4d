package org.facewright.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides an experiment.
 *
 * @param name letters, digits, dots, dashes, underscores; its runs begin with it
 * @param arms what is compared, the control first
 * @param seeds one trial of each arm by each
 * @param training settings of every run as JSON; empty where nothing is trained
 * @param sets verification sets, absolute paths; empty where nothing is trained
 * @param release what is learnt, {@code NAME-vN}; null for the project's pictures
 * @param model whose embeddings are compared or measure difficulty; null where nobody's
 * @param identities drawn for each trial where nothing is trained, at most as many as there are
 */
public record ExperimentPlan(
    String name,
    Question question,
    List<String> arms,
    List<Long> seeds,
    String training,
    List<String> sets,
    @Nullable String release,
    @Nullable String model,
    int identities) {
  /** How many people the published system looked at. */
  public static final int IDENTITIES = 100;

  public ExperimentPlan {
    arms = List.copyOf(arms);
    seeds = List.copyOf(seeds);
    sets = List.copyOf(sets);
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,59}")) {
      throw new IllegalArgumentException(
          "An experiment's name has at most 60 letters, digits, dots, dashes and underscores,"
              + " unlike '"
              + name
              + "'.");
    }
    if (arms.size() < 2 || new HashSet<>(arms).size() < arms.size()) {
      throw new IllegalArgumentException("An experiment compares at least two different arms.");
    }
    if (seeds.isEmpty() || new HashSet<>(seeds).size() < seeds.size()) {
      throw new IllegalArgumentException("An experiment needs seeds, each of them once.");
    }
    if (question.trains() && sets.isEmpty()) {
      throw new IllegalArgumentException(
          "Networks are judged by a verification set that none of them learnt from: name one.");
    }
    if (identities < 2) {
      throw new IllegalArgumentException("At least two identities are drawn.");
    }
  }

  /** An arm and what it is compared with. */
  public record Contrast(String arm, String against) {}

  /** Every arm against the control; cleaning also against thinning, which is as few pictures. */
  public List<Contrast> contrasts() {
    List<Contrast> all = new ArrayList<>();
    arms.stream().skip(1).forEach(arm -> all.add(new Contrast(arm, arms.getFirst())));
    if (question == Question.CLEANING && arms.containsAll(List.of("cleaned", "random"))) {
      all.add(new Contrast("cleaned", "random"));
    }
    return all;
  }

  /** One arm by one seed. */
  public record Key(String arm, long seed) {}

  /** Seed by seed, so that what is done at any time can be compared. */
  public List<Key> keys() {
    return seeds.stream().flatMap(seed -> arms.stream().map(arm -> new Key(arm, seed))).toList();
  }

  /** What the run of a trial is called. */
  public String run(Key key) {
    return name + "-" + key.arm() + "-" + key.seed();
  }
}
