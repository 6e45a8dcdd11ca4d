package org.facewright.app.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facewright.assembly.Assembler;
import org.facewright.experiment.ExperimentDraft;
import org.facewright.experiment.ExperimentPlan;
import org.facewright.experiment.Question;
import org.facewright.project.Identity;
import org.facewright.project.Project;
import org.facewright.project.ReleaseRecord;
import org.facewright.training.run.RunJson;
import org.facewright.training.run.SettingsJson;
import org.facewright.training.run.TrainingSettings;
import org.jspecify.annotations.Nullable;

/**
 * Makes plans of what a user asks for, as far as the project allows.
 *
 * @param usual settings of runs, which a draft may change
 * @param samplePairs the verification set that comes along, if it does
 */
public record Planner(Project project, TrainingSettings usual, Optional<Path> samplePairs) {
  /**
   * A complete plan.
   *
   * @throws IOException saying in one sentence what is missing
   */
  public ExperimentPlan plan(ExperimentDraft draft) throws IOException {
    try {
      return switch (draft.question()) {
        case CLEANING -> cleaning(draft);
        case GENERATION -> generation(draft);
        case CURRICULUM -> curriculum(draft);
      };
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private ExperimentPlan cleaning(ExperimentDraft draft) throws IOException {
    if (draft.release() != null) {
      throw new IOException("What was cleaned away is in no release: leave the release out.");
    }
    long imported = 0;
    long kept = 0;
    for (Identity one : project.identities().all()) {
      if (!one.origin().synthetic()) {
        imported += one.images();
        kept += one.kept();
      }
    }
    if (kept == 0 || kept == imported) {
      throw new IOException(
          "Cleaning has taken nothing out of this project yet, so there is nothing to compare;"
              + " clean it first.");
    }
    return plan(draft, draft.question().arms(), training(draft), null, null);
  }

  private ExperimentPlan curriculum(ExperimentDraft draft) throws IOException {
    String asked = draft.release();
    List<String> arms = new ArrayList<>(draft.question().arms());
    if (asked != null) {
      ReleaseRecord found =
          new Assembler(project)
              .find(asked)
              .orElseThrow(() -> new IOException("The project has no release " + asked + "."));
      return plan(draft, arms, training(draft), found.title(), null);
    }
    boolean made =
        project.identities().all().stream()
            .anyMatch(one -> one.origin().synthetic() && one.kept() > 0);
    if (!made) {
      arms.remove("paper"); // Which puts made people first: without them it is the control.
    }
    return plan(draft, arms, training(draft), null, model(draft.model()));
  }

  private ExperimentPlan generation(ExperimentDraft draft) throws IOException {
    List<String> arms = new ArrayList<>();
    for (Identity one : project.identities().all()) {
      String arm = arm(one);
      if (!arms.contains(arm)) {
        arms.add(arm);
      }
    }
    arms.sort(Comparator.comparing(arm -> !arm.equals(DrawJob.SOURCE)));
    if (arms.size() < 2 || !arms.getFirst().equals(DrawJob.SOURCE)) {
      throw new IOException(
          "This compares new people with imported ones; this project has only "
              + (arms.isEmpty() ? "nobody" : arms.getFirst())
              + ". Generate some first.");
    }
    return plan(draft, arms, "", null, model(draft.model()));
  }

  /** Which arm of the question about generation a person belongs to. */
  static String arm(Identity one) {
    return one.origin().synthetic() ? one.origin().name().toLowerCase(Locale.ROOT) : DrawJob.SOURCE;
  }

  private ExperimentPlan plan(
      ExperimentDraft draft,
      List<String> arms,
      String training,
      @Nullable String release,
      @Nullable String model)
      throws IOException {
    return new ExperimentPlan(
        draft.name(),
        draft.question(),
        arms,
        draft.seeds(),
        training,
        draft.question() == Question.GENERATION ? List.of() : sets(draft),
        release,
        model,
        draft.identities());
  }

  /** Everything is learnt: the judges are sets of their own. */
  private String training(ExperimentDraft draft) {
    TrainingSettings told = SettingsJson.read(draft.training(), usual);
    return SettingsJson.write(SettingsJson.read("{\"heldOut\": 0}", told));
  }

  private List<String> sets(ExperimentDraft draft) throws IOException {
    List<Path> sets = draft.sets().isEmpty() ? samplePairs.stream().toList() : draft.sets();
    for (Path set : sets) {
      if (!Files.exists(set)) {
        throw new IOException("The verification set " + set + " is not there.");
      }
    }
    return sets.stream().map(set -> set.toAbsolutePath().normalize().toString()).toList();
  }

  private String model(@Nullable String asked) throws IOException {
    List<String> models = project.embeddingModels();
    if (asked == null && models.size() == 1) {
      return models.getFirst();
    }
    if (asked == null || !models.contains(asked)) {
      throw new IOException(
          models.isEmpty()
              ? "This project has no embeddings yet: embed it first."
              : "Name the recogniser whose embeddings are meant: "
                  + String.join(", ", models)
                  + ".");
    }
    return asked;
  }

  /** Settings of a small network that learns in minutes, in the precision that is fastest here. */
  public static TrainingSettings usual(String precision) {
    Map<String, Object> over =
        Map.of("architecture", "compact", "epochs", 6, "heldOut", 0, "precision", precision);
    return SettingsJson.read(RunJson.write(over), TrainingSettings.laptop());
  }
}
