package org.facewright.project.release;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.facewright.project.ImageState;
import org.jspecify.annotations.Nullable;

/**
 * What a release is made of and how. Immutable; the same recipe over the same project gives the
 * same release.
 *
 * @param parts its sources, synthetic ones last
 * @param identities how many in all, 0 for all there are
 * @param images of each identity at most; with augmentation exactly
 * @param minimum an identity with fewer is too few to stay
 * @param states which images count
 * @param augment the steps that fill identities up; none leaves them as they are
 * @param model whose embeddings difficulty is measured on; null for the project's first
 * @param licences by source, as the user states them
 */
public record ReleaseRecipe(
    List<SourcePart> parts,
    int identities,
    int images,
    int minimum,
    Set<ImageState> states,
    Replacement replacement,
    Balance balance,
    Set<AugmentStep> augment,
    ReleaseOrder order,
    DifficultyMeasure difficulty,
    @Nullable String model,
    CurriculumPlan plan,
    Map<String, String> licences,
    long seed) {
  private static final int MOST_IMAGES = 10_000;
  private static final int IMAGES = 50;
  private static final int MINIMUM = 10;

  public ReleaseRecipe {
    parts = List.copyOf(parts);
    states = java.util.Collections.unmodifiableSet(new TreeSet<>(states));
    augment = java.util.Collections.unmodifiableSet(new TreeSet<>(augment));
    licences = java.util.Collections.unmodifiableMap(new TreeMap<>(licences));
    check(!parts.isEmpty(), "a release needs at least one source");
    check(
        new HashSet<>(parts.stream().map(SourcePart::name).toList()).size() == parts.size(),
        "two sources of a release have one name");
    check(
        parts.stream().anyMatch(part -> part.share() > 0),
        "at least one source of a release has a share above 0");
    check(identities >= 0, "the number of identities is 0 (all) or more");
    check(
        images >= 1 && images <= MOST_IMAGES, "an identity has 1 to " + MOST_IMAGES + " images");
    check(minimum >= 1 && minimum <= images, "the minimum lies between 1 and " + images);
    check(!states.isEmpty(), "a release takes images of at least one state");
    check(!states.contains(ImageState.REJECTED), "rejected images are in no release");
    check(
        order != ReleaseOrder.MEASURED || difficulty != DifficultyMeasure.NONE,
        "the measured order needs a measure of difficulty: spread or margin");
    check(
        !plan.usesDifficulty() || difficulty != DifficultyMeasure.NONE,
        "the plan asks how hard images are, so it needs a measure of difficulty");
    Set<String> names = new TreeSet<>(parts.stream().map(SourcePart::name).toList());
    for (PlanStage stage : plan.stages()) {
      for (String source : stage.mix().keySet()) {
        check(
            names.contains(source),
            "the plan mixes the source '" + source + "', but there are " + String.join(", ", names));
      }
    }
  }

  private static void check(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(
          sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + ".");
    }
  }

  /** The published recipe: 50 images, at least 10 real ones, replaced one for one, in its order. */
  public static ReleaseRecipe paper() {
    return new ReleaseRecipe(
        List.of(SourcePart.clean(1), SourcePart.synthetic(1)),
        0,
        IMAGES,
        MINIMUM,
        EnumSet.of(ImageState.KEPT),
        Replacement.AS_FAR_AS_THEY_GO,
        Balance.NONE,
        AugmentStep.published(),
        ReleaseOrder.PAPER,
        DifficultyMeasure.NONE,
        null,
        CurriculumPlan.paper(CurriculumPlan.EPOCHS),
        Map.of(),
        1);
  }

  /** The same images in the order of their measured difficulty, in three stages. */
  public static ReleaseRecipe measured() {
    return paper()
        .withDifficulty(DifficultyMeasure.SPREAD, null)
        .withOrder(ReleaseOrder.MEASURED)
        .withPlan(CurriculumPlan.measured(CurriculumPlan.EPOCHS));
  }

  /** The same images in random order: the control. */
  public static ReleaseRecipe shuffled() {
    return paper()
        .withOrder(ReleaseOrder.SHUFFLED)
        .withPlan(CurriculumPlan.shuffled(CurriculumPlan.EPOCHS));
  }

  /**
   * The recipe of a preset.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  public static ReleaseRecipe preset(String name) {
    return switch (name) {
      case "paper" -> paper();
      case "measured" -> measured();
      case "shuffled" -> shuffled();
      default ->
          throw new IllegalArgumentException(
              "There is no preset '"
                  + name
                  + "'; choose one of "
                  + String.join(", ", presets())
                  + ".");
    };
  }

  /** Preset names, in the order in which to show them. */
  public static List<String> presets() {
    return Arrays.asList("paper", "measured", "shuffled");
  }

  public ReleaseRecipe withParts(List<SourcePart> changed) {
    return copy().parts(changed).made();
  }

  public ReleaseRecipe withIdentities(int changed) {
    return copy().identities(changed).made();
  }

  /** Other numbers of images an identity. */
  public ReleaseRecipe withImages(int most, int least) {
    return copy().images(most, least).made();
  }

  public ReleaseRecipe withStates(Set<ImageState> changed) {
    return copy().states(changed).made();
  }

  public ReleaseRecipe withReplacement(Replacement changed) {
    return copy().replacement(changed).made();
  }

  public ReleaseRecipe withBalance(Balance changed) {
    return copy().balance(changed).made();
  }

  public ReleaseRecipe withAugment(Set<AugmentStep> changed) {
    return copy().augment(changed).made();
  }

  /** Another order; the plan stays. */
  public ReleaseRecipe withOrder(ReleaseOrder changed) {
    return copy().order(changed).made();
  }

  public ReleaseRecipe withDifficulty(DifficultyMeasure measure, @Nullable String embeddings) {
    return copy().difficulty(measure, embeddings).made();
  }

  public ReleaseRecipe withPlan(CurriculumPlan changed) {
    return copy().plan(changed).made();
  }

  public ReleaseRecipe withLicences(Map<String, String> changed) {
    return copy().licences(changed).made();
  }

  public ReleaseRecipe withSeed(long changed) {
    return copy().seed(changed).made();
  }

  /** A copy to be changed in several places at once, checked when it is made. */
  public RecipeDraft copy() {
    return new RecipeDraft(this);
  }

  public String toJson() {
    return ReleaseJson.line(this);
  }

  /**
   * A recipe that was written here.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static ReleaseRecipe fromJson(String json) {
    return ReleaseJson.read(json, ReleaseRecipe.class);
  }

  /**
   * This recipe with what a JSON object says otherwise; unknown names are refused.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public ReleaseRecipe over(String json) {
    var whole = ReleaseJson.mapper().valueToTree(this);
    var told = ReleaseJson.read(json, tools.jackson.databind.node.ObjectNode.class);
    ((tools.jackson.databind.node.ObjectNode) whole).setAll(told);
    return fromJson(whole.toString());
  }
}
