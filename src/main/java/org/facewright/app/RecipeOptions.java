package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facewright.project.ImageState;
import org.facewright.project.Project;
import org.facewright.project.release.AugmentStep;
import org.facewright.project.release.Balance;
import org.facewright.project.release.CurriculumPlan;
import org.facewright.project.release.DifficultyMeasure;
import org.facewright.project.release.RecipeDraft;
import org.facewright.project.release.ReleaseOrder;
import org.facewright.project.release.ReleaseRecipe;
import org.facewright.project.release.Replacement;
import org.facewright.project.release.SourcePart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A recipe on the command line: a preset, then a file, then single options. */
final class RecipeOptions {
  @Option(
      names = "--preset",
      defaultValue = "paper",
      description = "paper, measured or shuffled (default: ${DEFAULT-VALUE})")
  private String preset = "paper";

  @Option(
      names = "--settings",
      paramLabel = "FILE.json",
      description = "what differs from the preset; docs/assembly.md lists all")
  private @Nullable Path file;

  @Option(names = "--identities", paramLabel = "N", description = "in all; 0 takes everybody")
  private @Nullable Integer identities;

  @Option(names = "--images", paramLabel = "N", description = "of each identity (50)")
  private @Nullable Integer images;

  @Option(
      names = "--minimum",
      paramLabel = "N",
      description = "fewer are too few to stay (10, or --images if that is less)")
  private @Nullable Integer minimum;

  @Option(names = "--replacement", description = "${COMPLETION-CANDIDATES}")
  private @Nullable Replacement replacement;

  @Option(names = "--balance", description = "${COMPLETION-CANDIDATES}")
  private @Nullable Balance balance;

  @Option(
      names = "--share",
      paramLabel = "NAME=WEIGHT",
      description = "of a source among all, such as clean=4 synthetic=1; 0 only lends replacements")
  private Map<String, Double> shares = Map.of();

  @Option(names = "--states", split = ",", description = "${COMPLETION-CANDIDATES}: what counts")
  private @Nullable Set<ImageState> states;

  @Option(names = "--no-augment", description = "do not fill up with changed pictures")
  private boolean bare;

  @Option(
      names = "--augment",
      split = ",",
      description = "steps to fill up with: ${COMPLETION-CANDIDATES} (default: all)")
  private @Nullable Set<AugmentStep> steps;

  @Option(names = "--order", description = "${COMPLETION-CANDIDATES}, with the plan that goes with it")
  private @Nullable ReleaseOrder order;

  @Option(names = "--difficulty", description = "${COMPLETION-CANDIDATES}")
  private @Nullable DifficultyMeasure difficulty;

  @Option(names = "--model", paramLabel = "NAME", description = "whose embeddings it is measured on")
  private @Nullable String model;

  @Option(names = "--epochs", paramLabel = "N", description = "the length of the plan (20)")
  private @Nullable Integer epochs;

  @Option(
      names = "--licence",
      paramLabel = "NAME=TEXT",
      description = "of a source's data, for the release's papers")
  private Map<String, String> licences = Map.of();

  @Option(names = "--seed", paramLabel = "N", description = "of every random choice (1)")
  private @Nullable Long seed;

  /**
   * The recipe, complete.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  ReleaseRecipe recipe(Project project) throws IOException {
    ReleaseRecipe base = ReleaseRecipe.preset(preset);
    ReleaseRecipe told = file == null ? base : base.over(Files.readString(file));
    RecipeDraft draft = told.copy();
    people(told, draft);
    pictures(told, draft);
    order(told, draft, project);
    if (seed != null) {
      draft.seed(seed);
    }
    return draft.made();
  }

  private void people(ReleaseRecipe told, RecipeDraft draft) {
    if (identities != null) {
      draft.identities(identities);
    }
    if (replacement != null) {
      draft.replacement(replacement);
    }
    if (balance != null) {
      draft.balance(balance);
    }
    if (!shares.isEmpty()) {
      draft.parts(shared(told.parts()));
    }
    if (!licences.isEmpty()) {
      Map<String, String> all = new LinkedHashMap<>(told.licences());
      all.putAll(licences);
      draft.licences(all);
    }
  }

  private List<SourcePart> shared(List<SourcePart> parts) {
    List<SourcePart> changed = new ArrayList<>();
    for (SourcePart part : parts) {
      changed.add(part.withShare(shares.getOrDefault(part.name(), part.share())));
    }
    List<String> names = parts.stream().map(SourcePart::name).toList();
    for (String name : shares.keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "There is no source " + name + "; there are " + String.join(", ", names) + ".");
      }
    }
    return changed;
  }

  private void pictures(ReleaseRecipe told, RecipeDraft draft) {
    int most = images == null ? told.images() : images;
    draft.images(most, minimum == null ? Math.min(told.minimum(), most) : minimum);
    if (states != null) {
      draft.states(states);
    }
    if (bare) {
      draft.augment(EnumSet.noneOf(AugmentStep.class));
    } else if (steps != null) {
      draft.augment(steps);
    }
  }

  private void order(ReleaseRecipe told, RecipeDraft draft, Project project) throws IOException {
    ReleaseOrder chosen = order == null ? told.order() : order;
    int length = epochs == null ? told.plan().epochs() : epochs;
    draft.order(chosen);
    draft.plan(order == null ? told.plan().over(length) : CurriculumPlan.of(chosen, length));
    DifficultyMeasure measure = difficulty;
    if (measure == null) {
      // Where it costs nothing, every release says how hard its images are.
      boolean can = !project.embeddingModels().isEmpty();
      boolean must = chosen == ReleaseOrder.MEASURED;
      boolean unsaid = told.difficulty() == DifficultyMeasure.NONE;
      measure = unsaid && (can || must) ? DifficultyMeasure.SPREAD : told.difficulty();
    }
    draft.difficulty(measure, model == null ? told.model() : model);
  }
}
