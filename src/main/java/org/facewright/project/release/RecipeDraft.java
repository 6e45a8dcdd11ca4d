package org.facewright.project.release;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facewright.project.ImageState;
import org.jspecify.annotations.Nullable;

/** A recipe being changed; nothing is checked before {@link #made}. One thread. */
public final class RecipeDraft {
  private List<SourcePart> parts;
  private int identities;
  private int images;
  private int minimum;
  private Set<ImageState> states;
  private Replacement replacement;
  private Balance balance;
  private Set<AugmentStep> augment;
  private ReleaseOrder order;
  private DifficultyMeasure difficulty;
  private @Nullable String model;
  private CurriculumPlan plan;
  private Map<String, String> licences;
  private long seed;

  RecipeDraft(ReleaseRecipe from) {
    parts = from.parts();
    identities = from.identities();
    images = from.images();
    minimum = from.minimum();
    states = from.states();
    replacement = from.replacement();
    balance = from.balance();
    augment = from.augment();
    order = from.order();
    difficulty = from.difficulty();
    model = from.model();
    plan = from.plan();
    licences = from.licences();
    seed = from.seed();
  }

  public RecipeDraft parts(List<SourcePart> changed) {
    parts = changed;
    return this;
  }

  public RecipeDraft identities(int changed) {
    identities = changed;
    return this;
  }

  public RecipeDraft images(int most, int least) {
    images = most;
    minimum = least;
    return this;
  }

  public RecipeDraft states(Set<ImageState> changed) {
    states = changed;
    return this;
  }

  public RecipeDraft replacement(Replacement changed) {
    replacement = changed;
    return this;
  }

  public RecipeDraft balance(Balance changed) {
    balance = changed;
    return this;
  }

  public RecipeDraft augment(Set<AugmentStep> changed) {
    augment = changed;
    return this;
  }

  public RecipeDraft order(ReleaseOrder changed) {
    order = changed;
    return this;
  }

  public RecipeDraft difficulty(DifficultyMeasure measure, @Nullable String embeddings) {
    difficulty = measure;
    model = embeddings;
    return this;
  }

  public RecipeDraft plan(CurriculumPlan changed) {
    plan = changed;
    return this;
  }

  public RecipeDraft licences(Map<String, String> changed) {
    licences = changed;
    return this;
  }

  public RecipeDraft seed(long changed) {
    seed = changed;
    return this;
  }

  /**
   * The recipe.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public ReleaseRecipe made() {
    return new ReleaseRecipe(
        parts,
        identities,
        images,
        minimum,
        states,
        replacement,
        balance,
        augment,
        order,
        difficulty,
        model,
        plan,
        licences,
        seed);
  }
}
